import Foundation
import KernelDoc
import PlainText
import Rules

/// What a testbed declares to the vocabulary: the cases of its public enumerations, read from its Swift source.
///
/// The vocabulary names them; a name that no case bears would end as a compiler error in a generated file, far from
/// the line that is wrong. So they are checked here, against the text of the declarations.
public struct TestbedDeclarations: Sendable, Equatable {
    private var cases: [Name.Category: Set<String>] = [:]

    public init(cases: [Name.Category: Set<String>]) { self.cases = cases }

    /// Reads every `.swift` file below `folder`.
    ///
    /// - Throws: what the system says when a file, or the folder itself, cannot be read.
    public init(folder: String) throws {
        let root = URL(fileURLWithPath: folder)
        // The enumerator of a folder that is not there is just empty.
        _ = try FileManager.default.contentsOfDirectory(atPath: folder)
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            read(try String(contentsOf: file, encoding: .utf8))
        }
    }

    /// Adds the cases of each `enum API: String, TestbedName { case one, two … }` (and `Callback`, …) in one file's
    /// text.
    public mutating func read(_ source: String) {
        var words = SwiftWords(source)
        while let word = words.next() {
            guard word == "enum", let category = words.next().flatMap(Name.Category.init) else { continue }
            var isTestbedName = false
            while let word = words.next(), word != "{" { isTestbedName = isTestbedName || word == "TestbedName" }
            if isTestbedName { cases[category, default: []].formUnion(Self.cases(&words)) }
        }
    }

    /// The cases of the enumeration whose brace has just been opened. A `case` in deeper braces belongs to a switch
    /// in one of its members.
    private static func cases(_ words: inout SwiftWords) -> [String] {
        var cases: [String] = []
        var depth = 1
        while depth > 0, let word = words.next() {
            switch word {
            case "{": depth += 1
            case "}": depth -= 1
            case "case" where depth == 1:
                var separator: String? = ","
                while separator == ",", let name = words.next() {
                    cases.append(name)
                    separator = words.nextSeparator()
                }
            default: break
            }
        }
        return cases
    }

    /// Whether the testbed declares an identifier of this category.
    public func has(_ name: Name) -> Bool { cases[name.category]?.contains(name.identifier) ?? false }

    /// An error for each identifier of the vocabulary that the testbed does not declare, with the nearest that it does.
    public func check(_ file: VocabularyFile) -> [Diagnostic] {
        file.references.filter { !has($0.name) }.map { reference in
            let known = cases[reference.name.category, default: []]
            let addition = "add the case to \(reference.name.category.rawValue) in the testbed"
            let near = EditDistance.nearest(to: reference.name.identifier, among: known.sorted()).first
            let advice =
                known.isEmpty
                ? "the testbed declares no \(reference.name.category.rawValue)"
                : near.map { "did you mean '\($0)'? Or \(addition)" } ?? addition
            return file.diagnostic(
                at: reference,
                "\(file.vocabulary.testbed).\(reference.name.category.rawValue) has no case '\(reference.name.identifier)'",
                advice: advice)
        }
    }
}
