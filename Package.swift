// swift-tools-version: 6.3
import PackageDescription

// Mutants of the reference are compiled into debug builds only: a release build of the reference
// holds no fault that could be switched on.
let mutants: [SwiftSetting] = [.define("MUTANTS", .when(configuration: .debug))]

let package = Package(
    name: "specgen",
    products: [
        .executable(name: "specgen", targets: ["specgen"]),
        .library(name: "ClauseTesting", targets: ["ClauseTesting"]),
        .library(name: "DMABuf", targets: ["DMABuf"]),
        .library(name: "DMABufTestbed", targets: ["DMABufTestbed"]),
        // For the package under Fuzz/.
        .library(name: "KernelDoc", targets: ["KernelDoc"]),
        .library(name: "Clauses", targets: ["Clauses"]),
        .library(name: "Rules", targets: ["Rules"]),
        // So that the tests of verify can build on it, too.
        .library(name: "GateTestbed", targets: ["GateTestbed"]),
    ],
    traits: [
        .trait(
            name: "Summary",
            description:
                "A run of generated tests ends with the compliance summary; without it, their package needs little of this one."
        ),
        .default(enabledTraits: ["Summary"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        .systemLibrary(name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .target(name: "PlainText"),
        // What a generated test needs of the engine, and little: a package of tests compiles no more than that.
        .target(name: "Promises"),
        .target(name: "KernelDoc", dependencies: ["CMark", "PlainText"]),
        .target(name: "Clauses", dependencies: ["PlainText", "KernelDoc", "Promises"]),
        .target(
            name: "Rules", dependencies: ["PlainText", "Clauses", "Promises", .product(name: "Yams", package: "Yams")]),
        .target(name: "TestGenerator", dependencies: ["PlainText", "Promises", "Rules"]),
        .target(name: "PageFiles", exclude: ["page.css", "page.js"]),
        .target(
            name: "Compliance", dependencies: ["PlainText", "Promises", "PageFiles", "KernelDoc", "Clauses"]),
        .target(
            name: "ClauseTesting",
            dependencies: [
                "PlainText", "Promises",
                .target(name: "Clauses", condition: .when(traits: ["Summary"])),
                .target(name: "Compliance", condition: .when(traits: ["Summary"])),
            ]),
        .target(name: "DMABuf", swiftSettings: mutants),
        .target(name: "DMABufTestbed", dependencies: ["DMABuf", "ClauseTesting"], swiftSettings: mutants),
        .executableTarget(
            name: "specgen",
            dependencies: [
                "PlainText", "Promises", "KernelDoc", "Clauses", "Rules", "TestGenerator", "Compliance",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ]),
        .testTarget(
            name: "Generated", dependencies: ["DMABufTestbed", "ClauseTesting"], path: "Generated",
            exclude: ["clauses.json"]),
        .testTarget(name: "PlainTextTests", dependencies: ["PlainText"]),
        .testTarget(name: "PromisesTests", dependencies: ["Promises"]),
        .testTarget(name: "KernelDocTests", dependencies: ["KernelDoc"]),
        .testTarget(name: "ClausesTests", dependencies: ["Promises", "Clauses"]),
        .target(name: "Widget", dependencies: ["Rules"], path: "Tests/Fixtures/Widget"),
        .testTarget(name: "RulesTests", dependencies: ["Promises", "Rules", "Widget"]),
        .testTarget(
            name: "TestGeneratorTests", dependencies: ["TestGenerator", "Widget"], exclude: ["Snapshots"]),
        .testTarget(
            name: "ComplianceTests", dependencies: ["PlainText", "Promises", "Compliance", "Clauses", "KernelDoc"]),
        // A second subsystem, so that generality is tested and not asserted.
        .target(name: "GateTestbed", dependencies: ["ClauseTesting"], path: "Tests/Fixtures/Gate/GateTestbed"),
        .testTarget(
            name: "ClauseTestingTests",
            dependencies: ["ClauseTesting", "Promises", "Compliance", "Clauses", "KernelDoc", "GateTestbed"]),
        .testTarget(name: "DMABufTests", dependencies: ["DMABuf"]),
        .testTarget(name: "DMABufTestbedTests", dependencies: ["DMABufTestbed"]),
        .plugin(
            name: "SpecgenCommand",
            capability: .command(
                intent: .custom(
                    verb: "specgen", description: "Generates, checks and reports what documentation promises."),
                permissions: [
                    .writeToPackageDirectory(reason: "specgen generate writes the tests into Generated/.")
                ])),
        .testTarget(
            name: "SpecgenTests",
            dependencies: ["specgen", "PlainText", "Promises", "KernelDoc", "Rules", "Compliance"]),
    ],
    swiftLanguageModes: [.v6],
    // For #embed.
    cLanguageStandard: .c2x
)
