import Foundation
import KernelDoc
import PlainText

/// What was found on the lines of documentation as SARIF 2.1.0 (OASIS): for code review and editors.
public struct SARIFLog: Sendable, Equatable {
    /// A kind of finding.
    public struct Rule: Sendable, Equatable {
        public var id: String
        public var severity: Diagnostic.Severity
        /// What is found, in a sentence.
        public var summary: String
        /// What to do.
        public var help: String

        public init(id: String, severity: Diagnostic.Severity, summary: String, help: String) {
            (self.id, self.severity, self.summary, self.help) = (id, severity, summary, help)
        }
    }

    /// A finding.
    public struct Result: Sendable, Equatable {
        /// A rule's id.
        public var rule: String
        /// May have several lines.
        public var message: String
        public var source: SourceLocation
        /// Where it begins in its line, in characters (Unicode code points) from 1; nil where the lines as such are meant.
        public var column: Int?
        /// Another place that has to do with it, and what.
        public var related: Related?
        /// What names it still when its lines have moved, by the name of the method.
        var fingerprints: [String: String] = [:]
        /// Why nobody has to mend it.
        var suppression: String?

        public struct Related: Sendable, Equatable {
            public var source: SourceLocation
            public var message: String

            public init(source: SourceLocation, message: String) { (self.source, self.message) = (source, message) }
        }

        public init(rule: String, message: String, source: SourceLocation) {
            (self.rule, self.message, self.source) = (rule, message, source)
        }
    }

    private let version: String
    private let rules: [Rule]
    private let results: [Result]

    /// - Parameters:
    ///   - version: of this program.
    ///   - rules: all that were looked for, found or not.
    ///   - results: what has none of these rules is left out.
    public init(version: String, rules: [Rule], results: [Result]) {
        (self.version, self.rules, self.results) = (version, rules, results)
    }

    /// - Throws: what the encoder says; nothing in a result is known to upset it.
    public func text() throws -> String {
        let driver = Format.Driver(name: "specgen", semanticVersion: version, rules: rules.map(Format.Rule.init))
        let results = self.results.compactMap { result in
            rules.firstIndex { $0.id == result.rule }.map { Format.Result(result, of: rules[$0], at: $0) }
        }
        return try InertText.json(encoding: Format.Log(runs: [.init(tool: .init(driver: driver), results: results)]))
    }

    /// The members as the format names them.
    private enum Format {
        struct Log: Encodable {
            var schema = "https://json.schemastore.org/sarif-2.1.0.json"
            var version = "2.1.0"
            var runs: [Run]

            private enum CodingKeys: String, CodingKey {
                case schema = "$schema"
                case version, runs
            }
        }

        struct Run: Encodable {
            var tool: Tool
            var results: [Result]
            var columnKind = "unicodeCodePoints"
        }

        struct Tool: Encodable { var driver: Driver }

        struct Driver: Encodable {
            var name: String
            var semanticVersion: String
            var rules: [Rule]
        }

        struct Rule: Encodable {
            var id: String
            var shortDescription: Message
            var help: Message
            var defaultConfiguration: Configuration

            struct Configuration: Encodable { var level: Diagnostic.Severity }

            init(_ rule: SARIFLog.Rule) {
                id = rule.id
                shortDescription = Message(text: rule.summary)
                help = Message(text: rule.help)
                defaultConfiguration = Configuration(level: rule.severity)
            }
        }

        struct Message: Encodable { var text: String }

        struct Result: Encodable {
            var ruleId: String
            var ruleIndex: Int
            var level: Diagnostic.Severity
            var message: Message
            var locations: [Location]
            var relatedLocations: [Location]?
            var partialFingerprints: [String: String]?
            var suppressions: [Suppression]?

            init(_ result: SARIFLog.Result, of rule: SARIFLog.Rule, at index: Int) {
                (ruleId, ruleIndex, level) = (rule.id, index, rule.severity)
                message = Message(text: InertText.lines(result.message))
                locations = [Location(result.source, column: result.column)]
                relatedLocations = result.related.map { [Location($0.source, message: $0.message)] }
                partialFingerprints = result.fingerprints.isEmpty ? nil : result.fingerprints
                suppressions = result.suppression.map {
                    [Suppression(kind: "external", justification: InertText.line($0))]
                }
            }
        }

        struct Location: Encodable {
            var physicalLocation: Physical
            var message: Message?

            struct Physical: Encodable {
                var artifactLocation: Artifact
                var region: Region
            }

            init(_ source: SourceLocation, column: Int? = nil, message: String? = nil) {
                let line = max(1, source.line)
                let region = Region(startLine: line, endLine: max(line, source.endLine), startColumn: column)
                physicalLocation = Physical(artifactLocation: Artifact(path: source.file), region: region)
                self.message = message.map { Message(text: InertText.lines($0)) }
            }
        }

        struct Artifact: Encodable {
            var uri: String

            /// A relative reference (or a `file:` URI) with everything escaped that is not plain in a path.
            init(path: String) {
                let plain = CharacterSet(
                    charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
                let escaped = path.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
                uri = path.hasPrefix("/") ? "file://" + escaped : escaped
            }
        }

        struct Region: Encodable {
            var startLine, endLine: Int
            var startColumn: Int?
        }

        struct Suppression: Encodable { var kind, justification: String }
    }
}
