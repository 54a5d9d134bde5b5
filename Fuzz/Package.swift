// swift-tools-version: 6.3
import PackageDescription

// Coverage-guided fuzzing of the readers and of the grammar: `make fuzz SECONDS=60` in the folder above. A package of
// its own, since all of it is compiled with libFuzzer's instrumentation and has no main of its own.

/// One program a target: each holds one call of `FuzzTarget`.
let targets = ["FuzzC", "FuzzMarkdown", "FuzzReST", "FuzzPatch", "FuzzText", "FuzzGrammar"]

/// libFuzzer has the main.
let settings: [SwiftSetting] = [.unsafeFlags(["-parse-as-library"])]

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "specgen", path: "..")],
    targets: [
        .target(
            name: "FuzzSupport",
            dependencies: [
                .product(name: "KernelDoc", package: "specgen"), .product(name: "Clauses", package: "specgen"),
            ]),
        .executableTarget(
            name: "FuzzVocabulary", dependencies: [.product(name: "Rules", package: "specgen")],
            swiftSettings: settings),
        .executableTarget(
            name: "FuzzRules", dependencies: ["FuzzSupport", .product(name: "Rules", package: "specgen")],
            swiftSettings: settings),
    ] + targets.map { .executableTarget(name: $0, dependencies: ["FuzzSupport"], swiftSettings: settings) },
    swiftLanguageModes: [.v6]
)
