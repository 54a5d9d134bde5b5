import Foundation
import KernelDoc
import Rules

/// What a testbed declares to the vocabulary: the cases of its public enumerations, read from its Swift source.
///
/// The vocabulary names them; a name that no case bears would end as a compiler error in a generated file, far from
/// the line that is wrong. So they are checked here, against the text of the declarations.
public struct TestbedDeclarations: Sendable, Equatable {
    private var cases: [Name.Category: Set<String>] = [:]

    public init(cases: [Name.Category: Set<String>]) { self.cases = cases }

    /// Reads every `.swift` file below `folder`.
    public init(folder: String) throws {
        let root = URL(fileURLWithPath: folder)
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            read(try String(contentsOf: file, encoding: .utf8))
        }
    }

    /// Adds the cases of the enumerations `API`, `Callback`, … in one file's text. An enumeration is `enum API: …`,
    /// its cases are `case one, two` lines up to the brace that closes it.
    public mutating func read(_ source: String) {
        var category: Name.Category?
        var depth = 0
        for line in source.split(separator: "\n") {
            let words = line.split { " \t:,{}()".contains($0) }
            if category == nil, let place = words.firstIndex(of: "enum"), place + 1 < words.count,
                let known = Name.Category(rawValue: String(words[place + 1]))
            {
                category = known
                depth = 0
            }
            guard let current = category else { continue }
            let code = line.prefix { $0 != "/" }
            if depth <= 1, let place = code.range(of: "case ") {
                let body = code[place.upperBound...].prefix { $0 != "}" }
                for name in body.split(separator: ",") {
                    let identifier = name.prefix { $0 != "=" }.trimmingCharacters(in: .whitespaces)
                    if !identifier.contains(where: { " .(:".contains($0) }) {
                        cases[current, default: []].insert(identifier)
                    }
                }
            }
            for character in code {
                if character == "{" { depth += 1 }
                if character == "}" { depth -= 1 }
            }
            if depth <= 0, code.contains("}") { category = nil }
        }
    }

    public func has(_ name: Name) -> Bool { cases[name.category]?.contains(name.identifier) ?? false }

    /// An error for each identifier of the vocabulary that the testbed does not declare, with the nearest that it does.
    public func check(_ file: VocabularyFile) -> [Diagnostic] {
        file.references.filter { !has($0.name) }.map { reference in
            let known = cases[reference.name.category, default: []]
            let near = known.sorted().min {
                EditDistance.between($0, reference.name.identifier)
                    < EditDistance.between($1, reference.name.identifier)
            }
            let advice =
                near.map {
                    "did you mean '\($0)'? Or add the case to \(reference.name.category.rawValue) in the testbed"
                }
                ?? "the testbed declares no \(reference.name.category.rawValue)"
            return file.diagnostic(
                at: reference,
                "\(file.vocabulary.testbed).\(reference.name.category.rawValue) has no case '\(reference.name.identifier)'",
                advice: advice)
        }
    }
}
