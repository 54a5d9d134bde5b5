import Clauses
import Foundation
import KernelDoc

/// What a tree promises: the tallies of all threads, in an order that does not depend on who read what.
struct ScanResult {
    /// A folder with all that is below it.
    struct Folder {
        var name: String
        var files = 0
        var items = 0
        var modalities = ModalityCounts()
    }

    /// A name with how often it was met.
    struct Count: Equatable {
        var name: String
        var count: Int
    }

    let tree: String
    /// Those with documentation, by path; relative to the tree.
    var files: [ScanTally.File] = []
    /// Most clauses first.
    var folders: [Folder] = []
    var items = 0
    var modalities = ModalityCounts()
    var kinds: [Count] = []
    var bearers: [Count] = []
    var errors: [Count] = []
    var warnings = 0
    /// Documented or not.
    var fileCount = 0
    var byteCount = 0
    var diagnostics: [Diagnostic] = []

    /// How many parts of a path name a subsystem: `drivers/gpu`, `kernel/sched`, `mm`.
    static let depth = 2

    init(_ tallies: [ScanTally], tree: String) {
        self.tree = tree
        let prefix = tree.hasSuffix("/") ? tree : tree + "/"
        var kinds: [String: Int] = [:]
        var bearers: [String: Int] = [:]
        var errors: [String: Int] = [:]
        for tally in tallies {
            for var file in tally.files {
                if file.path.hasPrefix(prefix) {
                    file.path = String(Substring(file.path.utf8.dropFirst(prefix.utf8.count)))
                }
                files.append(file)
            }
            for (kind, count) in tally.kinds { kinds[kind.rawValue, default: 0] += count }
            bearers.merge(tally.bearers, uniquingKeysWith: +)
            errors.merge(tally.errors, uniquingKeysWith: +)
            fileCount += tally.fileCount
            byteCount += tally.byteCount
            diagnostics += tally.diagnostics
        }
        // By bytes: names that differ in how a letter is put together are two.
        files.sort { Self.precedes($0.path, $1.path) }
        diagnostics.sort { ($0.file, $0.line) < ($1.file, $1.line) }
        self.kinds = Self.sorted(kinds)
        self.bearers = Self.sorted(bearers)
        self.errors = Self.sorted(errors)
        addUp()
    }

    /// The files with the most duties.
    var dutiful: [ScanTally.File] {
        let files = files.filter { $0.modalities.duties > 0 }
        return Array(files.sorted { ($1.modalities.duties, $0.path) < ($0.modalities.duties, $1.path) }.prefix(10))
    }

    private mutating func addUp() {
        var folders: [Folder] = []
        var places: [Substring: Int] = [:]
        var place = 0
        for file in files {
            let name = Self.folder(of: file.path)
            // Mostly the one of the file before.
            if folders.isEmpty || folders[place].name != name {
                place = places[name] ?? folders.count
                if place == folders.count {
                    folders.append(Folder(name: String(name)))
                    places[name] = place
                }
            }
            folders[place].files += 1
            folders[place].items += file.items
            folders[place].modalities += file.modalities
            items += file.items
            modalities += file.modalities
            warnings += file.warnings
        }
        self.folders = folders.sorted { ($1.modalities.total, $0.name) < ($0.modalities.total, $1.name) }
    }

    /// The system's own comparison: nothing else is done meanwhile.
    private static func precedes(_ one: String, _ other: String) -> Bool {
        one.withCString { one in other.withCString { strcmp(one, $0) < 0 } }
    }

    private static func folder(of path: String) -> Substring {
        var end: Int?
        var parts = 0
        for (place, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") && place > 0 {
            end = place
            parts += 1
            if parts == depth { break }
        }
        return end.map { Substring(path.utf8.prefix($0)) } ?? "."
    }

    private static func sorted(_ counts: [String: Int]) -> [Count] {
        counts.map { Count(name: $0, count: $1) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}
