import Compliance
import Foundation
import Testing

extension PackagesOfTheirOwn {
    /// Tests follow words: each edit of the documentation changes its test, which then fails on the reference where the
    /// new words are not true of it. Edits that do not touch each other share a copy of a document, and all copies are
    /// verified at once.
    @Suite("Edits of the documentation")
    struct EditTests {
        static let verified = Result { () throws -> (copies: [Copy], run: Run) in
            // Always the same place, so that what was compiled for it is found again.
            let folder = Run.package.appending(path: ".build/edits")
            try? FileManager.default.removeItem(at: folder)
            let copies = try EditTests.copies(for: Edit.all + Edit.ofTheDomain + Edit.ofScope)
            for (number, copy) in copies.enumerated() {
                let place = folder.appending(path: "\(number)")
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                try copy.edited.write(to: place.appending(path: copy.file), atomically: true, encoding: .utf8)
            }
            let run = try Run(
                "verify", folder.path, "--format", "json", "--package-path", Run.package.path, "--scratch-path",
                Run.scratch.path)
            return (copies, run)
        }

        @Test("change their tests, and what is no longer true fails")
        func followWords() throws {
            let (copies, run) = try Self.verified.get()
            let report = try run.report()
            for (number, copy) in copies.enumerated() {
                for edit in copy.edits {
                    let made = report.clauses.filter { reported in
                        reported.clause.source.file.hasSuffix("/\(number)/\(copy.file)")
                            && reported.clause.text.contains(edit.clause)
                            && edit.member.map { reported.clause.block.member == $0 } ?? true
                    }
                    #expect(!made.isEmpty, "\(edit): no such clause")
                    switch edit.outcome {
                    case .fails: #expect(made.contains { $0.status == .failing }, "\(edit): \(made.map(\.status))")
                    case .untested:
                        #expect(made.allSatisfy { [.untested, .unbound, .informative].contains($0.status) }, "\(edit)")
                    case .holds:
                        #expect(
                            made.contains { [.verified, .unproven].contains($0.status) },
                            "\(edit): \(made.map(\.status))")
                    }
                }
            }
        }

        /// A copy of a document with the edits that are made in it, none in the sentence of another.
        struct Copy: Sendable {
            var file: String
            var text: String
            var edits: [Edit] = []

            /// The edited text, without the paragraphs and members that have no edits: they would be compiled and run for
            /// nothing. Headings and lead-ins stay, and so does what opens or closes a comment or a struct.
            var edited: String {
                let edited = edits.reduce(text) { $0.replacingOccurrences(of: $1.old, with: $1.new) }
                let old = Set(Self.paragraphs(of: text))
                let kept = Self.paragraphs(of: edited).filter { part in
                    !old.contains(part) || part.hasPrefix("\n#") || part.hasSuffix(":")
                        || file.hasSuffix(".h") && ["{", "}", "/*", "*/"].contains { part.contains($0) }
                }
                return kept.joined(separator: "\n")
            }

            /// Cut at empty lines, also those of a comment, before each parameter, and where a comment begins or ends.
            private static func paragraphs(of text: String) -> [String] {
                var paragraphs = [""]
                for line in text.components(separatedBy: "\n") {
                    let words = line.drop { " \t*".contains($0) }
                    if words.isEmpty || words.hasPrefix("@") || words.hasPrefix("/") {
                        paragraphs.append(line)
                    } else {
                        paragraphs[paragraphs.count - 1] += "\n" + line
                    }
                }
                return paragraphs
            }
        }

        private static func copies(for edits: [Edit]) throws -> [Copy] {
            var copies: [Copy] = []
            for edit in edits {
                let text = try String(
                    contentsOf: Run.package.appending(path: "Spec/dma-buf/\(edit.file)"), encoding: .utf8)
                let parts = text.components(separatedBy: edit.old)
                try #require(parts.count == 2, "\(edit): its old words stand \(parts.count - 1) times in \(edit.file)")
                let index =
                    copies.firstIndex { copy in
                        copy.file == edit.file && copy.edits.allSatisfy { areApart($0, edit, in: text) }
                    } ?? copies.count
                if index == copies.count { copies.append(Copy(file: edit.file, text: text)) }
                copies[index].edits.append(edit)
            }
            return copies
        }

        /// Whether a sentence ends between the words that two edits replace.
        private static func areApart(_ a: Edit, _ b: Edit, in text: String) -> Bool {
            guard let a = text.range(of: a.old), let b = text.range(of: b.old), !a.overlaps(b) else { return false }
            let between = a.upperBound <= b.lowerBound ? a.upperBound..<b.lowerBound : b.upperBound..<a.lowerBound
            return text[between].contains { ".:".contains($0) }
        }
    }
}
