import Foundation

/// The text of a `Package.swift`, searched for what a testbed needs in it.
///
/// It is a program, and only its words are looked at: what it computes is not seen.
struct PackageManifest {
    private let text: String

    init(of package: SpecgenPackage) {
        let data = FileManager.default.contents(atPath: "\(package.root)/Package.swift") ?? Data()
        text = String(decoding: data, as: UTF8.self).replacing(#/(?m)^\s*//.*$/#, with: "")
    }

    /// The lines that a testbed needs and that are not there, each with where it belongs; none when all are.
    func lines(missingFor testbed: String) -> [String] {
        let name = "\"\(testbed)\""
        var lines: [String] = []
        if !has(".library", name) { lines.append(".library(name: \(name), targets: [\(name)]) under products") }
        if !has(".target", name) {
            lines.append(".target(name: \(name), dependencies: [\"ClauseTesting\"]) under targets")
        }
        if !has(".testTarget", "\"Generated\"", listing: name) {
            lines.append("\(name) among the dependencies of the test target Generated")
        }
        return lines
    }

    /// Whether there is a call of this function for this name, with another name in its first list.
    private func has(_ function: String, _ name: String, listing other: String? = nil) -> Bool {
        text.ranges(of: function + "(").contains { call in
            let words = text[call.upperBound...].drop(while: \.isWhitespace)
            guard words.hasPrefix("name:"), words.dropFirst(5).drop(while: \.isWhitespace).hasPrefix(name) else {
                return false
            }
            guard let other else { return true }
            return words.prefix { $0 != "]" }.contains(other)
        }
    }
}
