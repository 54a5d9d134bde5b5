import Foundation
import KernelDoc
import Rules

/// The names that a testbed declares: the cases of its enumerations `API`, `Callback`, `Resource` and so on.
///
/// They are read from its sources, as they must be known before anything is compiled.
struct TestbedDeclarations {
    var testbed: String
    /// A category that the testbed has no use for is missing.
    private(set) var names: [Name.Category: [String]] = [:]

    /// - Throws: `Failure` when the package has no sources of this testbed.
    init(of vocabulary: VocabularyFile, in package: SpecgenPackage) throws(Failure) {
        testbed = vocabulary.vocabulary.testbed
        let folder = "\(package.root)/Sources/\(testbed)"
        guard let walk = FileManager.default.enumerator(atPath: folder) else {
            throw Failure([
                vocabulary.diagnostic(
                    at: vocabulary.testbedPlace, "there is no testbed '\(testbed)'",
                    advice: "name a module of the package that conforms to Testbed: a folder in its Sources")
            ])
        }
        for case let name as String in walk where name.hasSuffix(".swift") {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
            read(String(decoding: data, as: UTF8.self))
        }
    }

    init(testbed: String, source: String) {
        self.testbed = testbed
        read(source)
    }

    /// Every name in a vocabulary that the testbed does not declare, each with its place.
    func unknownNames(in file: VocabularyFile) -> [Diagnostic] {
        file.references.compactMap { reference in
            let known = names[reference.name.category] ?? []
            guard !known.contains(reference.name.identifier) else { return nil }
            let category = reference.name.category.rawValue
            return file.diagnostic(
                at: reference, "\(testbed) declares no \(category) '\(reference.name.identifier)'",
                advice: known.isEmpty
                    ? "it has no \(category) at all"
                    : "it has \(known.sorted().map { "'\($0)'" }.joined(separator: ", "))")
        }
    }

    /// Takes the cases of each `enum Category: String, TestbedName { case a, b … }`.
    private mutating func read(_ source: String) {
        var words = SwiftWords(source)
        while let word = words.next() {
            guard word == "enum", let category = words.next().flatMap(Name.Category.init) else { continue }
            var isTestbedName = false
            while let word = words.next(), word != "{" { isTestbedName = isTestbedName || word == "TestbedName" }
            if isTestbedName { names[category, default: []] += Self.cases(&words) }
        }
    }

    /// The cases of the enumeration whose brace has just been opened. A `case` that lies in deeper braces belongs to
    /// a switch in one of its members.
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
}
