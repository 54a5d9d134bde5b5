import Foundation
import KernelDoc
import PlainText
import Rules
import Yams

/// Looks a vocabulary through for what is in order by itself, and is likely to be a mistake beside the documentation.
struct VocabularyReview {
    /// In the order of the file.
    private(set) var warnings: [Diagnostic] = []
    private let path: String
    private let lines: [String]
    private let names: DocumentNames

    /// - Parameter path: of a vocabulary that can be read.
    init(_ path: String, of documents: [Document]) throws {
        let text = try StreamInput(reading: path).text()
        self.path = path
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        names = DocumentNames(documents)
        guard let root = try Yams.compose(yaml: text)?.mapping else { return }
        reviewParties(root["parties"]?.mapping)
        reviewAPIs(root["apis"]?.mapping, neededBy: root["resources"]?.mapping)
        reviewCallbacks(root["callbacks"]?.mapping)
        warnings.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    /// A noun names one party: the second one would never be found by it.
    private mutating func reviewParties(_ parties: Node.Mapping?) {
        var owners: [String: String] = [:]
        for (party, body) in parties ?? [:] {
            for noun in words(body["nouns"]) {
                let owner = owners[noun.text.lowercased(), default: party.string ?? ""]
                owners[noun.text.lowercased()] = owner
                guard owner != party.string else { continue }
                warn(at: noun, "'\(noun.text)' is a noun of the party '\(owner)', too", "give it to one of them")
            }
        }
    }

    /// Of several names of an interface, an older text may have one and a newer one another.
    private mutating func reviewAPIs(_ apis: Node.Mapping?, neededBy resources: Node.Mapping?) {
        let needed = Set(
            (resources ?? [:]).flatMap { resource in
                ["acquire", "release", "initial"].compactMap { resource.value[$0]?.string }
            })
        let bound = Set((apis ?? [:]).flatMap { words($0.value["symbols"]).map(\.text) })
        for (api, body) in apis ?? [:] {
            let symbols = words(body["symbols"])
            guard names.names.isDisjoint(with: symbols.map(\.text)) else { continue }
            for symbol in symbols {
                // What takes a resource and gives it back has to be there, though the documentation may not name it.
                let isNeeded = needed.contains(api.string ?? "")
                review(symbol, symbol.text, besides: bound, unless: isNeeded)
            }
        }
    }

    private mutating func reviewCallbacks(_ callbacks: Node.Mapping?) {
        let all = (callbacks ?? [:]).map { words($0.value["members"]) }
        let bound = Set(all.joined().flatMap { Self.parts(of: $0) })
        for members in all where !members.contains(where: { Self.parts(of: $0).allSatisfy(names.names.contains) }) {
            for member in members {
                guard let unknown = Self.parts(of: member).first(where: { !names.names.contains($0) }) else { continue }
                review(member, unknown, besides: bound)
            }
        }
    }

    /// Warns of a name that the documentation has not.
    ///
    /// - Parameters:
    ///   - bound: what is in the vocabulary already is not meant.
    ///   - isNeeded: only what is nearly a name of the documentation is likely to be a mistake.
    private mutating func review(
        _ word: Word, _ name: String, besides bound: Set<String>, unless isNeeded: Bool = false
    ) {
        let near = EditDistance.nearest(to: name, among: names.names.subtracting(bound).sorted()).first
            .flatMap { EditDistance.between($0, name) <= 2 ? $0 : nil }
        guard !isNeeded || near != nil else { return }
        warn(
            at: word, "nothing in the documentation is called '\(name)'",
            near.map { "did you mean '\($0)'?" } ?? "correct the name, or leave it out")
    }

    private mutating func warn(at word: Word, _ message: String, _ advice: String) {
        warnings.append(
            Diagnostic(
                .warning, file: path, line: word.line, column: word.column, message: message, advice: advice,
                excerpt: lines.indices.contains(word.line - 1) ? lines[word.line - 1] : nil))
    }

    /// A word of the file, with its place, from 1.
    private struct Word {
        var text: String
        var line: Int
        var column: Int
    }

    /// A list of words, or the one word that stands for it.
    private func words(_ node: Node?) -> [Word] {
        guard let node else { return [] }
        let all = node.sequence.map(Array.init) ?? [node]
        return all.compactMap { node in
            node.string.map { Word(text: $0, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0) }
        }
    }

    /// The structure, if any, and the member.
    private static func parts(of member: Word) -> [String] { member.text.split(separator: ".").map(String.init) }
}
