import Rules
import Testing

@testable import TestGenerator

@Suite("What a testbed declares")
struct TestbedDeclarationsTests {
    @Test("Cases are taken from its enumerations, on one line or on many")
    func cases() {
        let declarations = declarations(
            """
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
        #expect(
            declarations
                == TestbedDeclarations(cases: [
                    .api: ["create", "enter"], .callback: ["open", "close", "default", "last", "late"],
                ]))
    }

    private func declarations(_ source: String) -> TestbedDeclarations {
        var declarations = TestbedDeclarations(cases: [:])
        declarations.read(source)
        return declarations
    }

    @Test(
        "Broken source is read without a trap",
        arguments: ["enum API", "enum API: TestbedName {", "enum API: TestbedName { case", "\"\\", "/*", "\"\"\"\\"])
    func broken(_ source: String) {
        #expect(!declarations(source).has(Name(.api, "case")))
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
        let diagnostics = declarations("enum API: TestbedName { case enter, leave }").check(file)
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.line == 5)
        #expect(diagnostics.first?.column == 3)
        #expect(diagnostics.first?.excerpt == "  levae: {symbols: [gate_leave]}")
        #expect(diagnostics.first?.advice?.contains("'leave'") == true)
    }

    @Test("A testbed without sources is an error")
    func missing() {
        #expect(throws: (any Error).self) { try TestbedDeclarations(folder: "/nowhere/to/be/found") }
    }
}
