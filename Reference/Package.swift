// swift-tools-version: 6.3
import PackageDescription

// The reference implementation by itself: what its calls cost (`make bench`), and its stress tests under the thread
// sanitizer (`make stress`). A package of its own, so that neither is compiled with what everybody builds.
let package = Package(
    name: "reference",
    dependencies: [.package(name: "specgen", path: "..")],
    targets: [
        .executableTarget(name: "ReferenceBenchmark", dependencies: [.product(name: "DMABuf", package: "specgen")]),
        .testTarget(name: "StressTests", dependencies: [.product(name: "DMABuf", package: "specgen")]),
    ],
    swiftLanguageModes: [.v6]
)
