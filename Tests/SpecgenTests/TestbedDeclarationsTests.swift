import Foundation
import Rules
import Testing

@testable import specgen

@Suite("What a testbed declares")
struct TestbedDeclarationsTests {
    @Test("Cases are taken from its enumerations, on one line or on many")
    func cases() {
        let declarations = TestbedDeclarations(
            testbed: "Bed",
            source: """
                extension Bed {
                    public enum API: String, TestbedName { case create, enter }
                    /// case comment
                    public enum Callback: String, CaseIterable, TestbedName {
                        case open  // case trailing
                        case close, /* case nested /* deeper */ */ `default`,
                            last = "the { last"
                        var other: Self {
                            switch self {
                            case .open: .close
                            default: .open
                            }
                        }
                        case late
                    }
                    public typealias Variant = NoNames
                    enum Lock: Int { case no }
                    let text = "enum Resource: String, TestbedName { case inString }"
                }
                """)
        #expect(declarations.names[.api] == ["create", "enter"])
        #expect(declarations.names[.callback] == ["open", "close", "default", "last", "late"])
        #expect(declarations.names[.variant] == nil)
        #expect(declarations.names[.lock] == nil)
        #expect(declarations.names[.resource] == nil)
    }

    @Test(
        "Broken source is read without a trap",
        arguments: ["enum API", "enum API: TestbedName {", "enum API: TestbedName { case", "\"\\", "/*", "\"\"\"\\"])
    func broken(_ source: String) {
        #expect(TestbedDeclarations(testbed: "Bed", source: source).names[.api, default: []].isEmpty)
    }

    @Test("A name that the testbed lacks is shown where the vocabulary has it")
    func unknown() throws {
        let file = try VocabularyFile.decode(
            """
            subsystem: gates
            testbed: Bed
            apis:
              enter: {symbols: [gate_enter]}
              levae: {symbols: [gate_leave]}
            """, path: "vocabulary.yaml")
        let bed = TestbedDeclarations(testbed: "Bed", source: "enum API: TestbedName { case enter, leave }")
        let diagnostics = bed.unknownNames(in: file)
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.line == 5)
        #expect(diagnostics.first?.column == 3)
        #expect(diagnostics.first?.excerpt == "  levae: {symbols: [gate_leave]}")
        #expect(diagnostics.first?.advice == "it has 'enter', 'leave'")
    }
}
