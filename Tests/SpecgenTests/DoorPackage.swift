import Foundation

/// A package of its own, with a small subsystem in words of its own. Nothing in it is ever compiled.
struct DoorPackage {
    let scratch: TemporaryFolder
    static let documentation = """
        # doors

        A visitor can hold at most 3 passes at once. The open callback is optional. It is a door.
        """
    static let vocabulary = """
        subsystem: doors
        testbed: DoorTestbed
        parties:
          visitor: {role: caller, nouns: [visitor, visitors]}
        apis:
          enter: {symbols: [door_enter], by: visitor, calls: [open]}
          leave: {symbols: [door_leave], by: visitor}
        callbacks:
          open: {members: [open], nouns: [open callback]}
        resources:
          pass: {nature: reference, nouns: [pass, passes], acquire: enter, release: leave}
        """

    static let manifest = """
        let package = Package(
            name: "doors",
            products: [.library(name: "DoorTestbed", targets: ["DoorTestbed"])],
            targets: [
                .target(name: "DoorTestbed", dependencies: ["ClauseTesting"]),
                .testTarget(
                    name: "Generated", dependencies: ["DoorTestbed", "ClauseTesting"], path: "Generated"),
            ])
        """

    init() throws {
        scratch = try TemporaryFolder()
        try scratch.file("Package.swift", Self.manifest)
        try scratch.file("Spec/doors/doors.md", Self.documentation)
        try scratch.file("Spec/doors/vocabulary.yaml", Self.vocabulary)
        try scratch.file(
            "Sources/DoorTestbed/Names.swift",
            """
            public enum API: String, TestbedName { case enter, leave }
            public enum Callback: String, TestbedName { case open }
            public enum Resource: String, TestbedName { case pass }
            """)
    }

    /// Every file below a folder, by its path in it.
    func files(in folder: String) throws -> [String: Data] {
        let root = scratch.url.appendingPathComponent(folder)
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
            files[name] = FileManager.default.contents(atPath: root.appendingPathComponent(name).path)
        }
        return files
    }
}
