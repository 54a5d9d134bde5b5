import Foundation

/// A folder whose files are looked at again and again: what an editor does to save one (write it, replace it, rename
/// another to its name) shows in its date, its size or its identity.
struct WatchedFolder {
    private let path: String
    private var known: [String: Mark]

    private struct Mark: Equatable {
        /// When its contents changed, since 1970.
        var written: Duration
        /// When anything of it changed, its name too.
        var changed: Duration
        var size: Int64
        var inode: UInt64
    }

    init(path: String) {
        self.path = path
        known = WatchedFolder.marks(in: path)
    }

    /// Returns when a file came, went or changed, and the change is over: an editor may need several steps.
    ///
    /// - Returns: when the newest of the changes was made, since 1970; nil when files only went.
    mutating func waitForChange() -> Duration? {
        while true {
            usleep(40_000)
            let now = WatchedFolder.marks(in: path)
            guard now != known else { continue }
            let before = known
            known = settled(now)
            return known.filter { before[$0.key] != $0.value }.map(\.value.changed).max()
        }
    }

    /// Waits until nothing changes any more, or for a tenth of a second.
    private func settled(_ first: [String: Mark]) -> [String: Mark] {
        var last = first
        for _ in 0..<5 {
            usleep(20_000)
            let now = WatchedFolder.marks(in: path)
            if now == last, !now.isEmpty { return now }
            last = now
        }
        return last
    }

    /// Hidden files are an editor's own affair.
    private static func marks(in path: String) -> [String: Mark] {
        var marks: [String: Mark] = [:]
        for name in FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) ?? [] {
            guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") || $0.hasSuffix("~") }) else {
                continue
            }
            var status = stat()
            guard stat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            marks[name] = Mark(
                written: Duration(status.st_mtim), changed: Duration(status.st_ctim), size: Int64(status.st_size),
                inode: UInt64(status.st_ino))
        }
        return marks
    }
}

extension Duration {
    fileprivate init(_ time: timespec) { self = .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec)) }

    /// The time of day, as files have it, since 1970.
    static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Duration(time)
    }
}
