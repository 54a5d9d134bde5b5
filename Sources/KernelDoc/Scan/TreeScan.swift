#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Dispatch
import Synchronization

/// Reads all documentation of a tree, a file at a time on as many threads as there are, and keeps none of it.
///
/// It reads C, Markdown, reStructuredText and plain text, as `DocumentReader` does in a folder; patches are left
/// out, and `kernel-doc::` directives need no answer, since what they name is in the tree. In which order files are
/// read is not defined.
public struct TreeScan: Sendable {
    public let root: String
    /// How many threads read.
    public let workers: Int
    /// What is read of the tree; nil for all of it.
    public var part: Part?
    /// Called now and then, from any of the threads, with the number of files read so far.
    public var progress: (@Sendable (Int) -> Void)?

    /// Folders deeper than this are not entered.
    private static let deepest = 128
    /// How many files are handed out at once: few, so that all threads end together.
    private static let bundle = 16

    /// A part of a tree, by where its documentation stands.
    public enum Part: String, Sendable, CaseIterable {
        /// Kernel-doc comments: C files and headers.
        case comments
        /// Markdown, reStructuredText and plain text.
        case books
    }

    public init(root: String, workers: Int, part: Part? = nil, progress: (@Sendable (Int) -> Void)? = nil) {
        self.root = root
        self.workers = max(1, workers)
        self.part = part
        self.progress = progress
    }

    /// What one thread makes of the documents that it reads.
    public protocol Visitor: Sendable {
        /// A file with documentation, its diagnostics included; `bytes` is the length of the file.
        mutating func visit(_ document: Document, bytes: Int)
        /// A file without.
        mutating func skip(bytes: Int)
        /// About a file or folder that cannot be read.
        mutating func note(_ diagnostic: Diagnostic)
    }

    /// Reads the tree with a copy of `visitor` a thread, and answers these copies.
    public func run<V: Visitor>(_ visitor: V) -> [V] {
        let queue = FolderQueue(root: root)
        let files = Atomic(0)
        let results = Mutex<[V]>([])
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            var worker = ScanWorker(visitor)
            work: while true {
                switch queue.next() {
                case .finished: break work
                case .later: usleep(50)
                case .work(.folder(let folder, let depth)):
                    queue.done(adding: list(folder, depth, &worker))
                case .work(.files(let folder, let bundle)):
                    for file in bundle { worker.read(FileTree.join(folder, file.name), file.kind) }
                    queue.done()
                    note(bundle.count, files)
                }
            }
            let visitor = worker.visitor
            results.withLock { $0.append(visitor) }
        }
        return results.withLock { $0 }
    }

    private func list<V>(_ folder: String, _ depth: Int, _ worker: inout ScanWorker<V>) -> [FolderQueue.Work] {
        guard let listing = FolderListing(of: folder) else {
            worker.visitor.note(SourceFile.Failure(errno).diagnostic(for: folder))
            return []
        }
        var work: [FolderQueue.Work] = []
        if depth < Self.deepest {
            work += listing.folders.map { .folder(FileTree.join(folder, $0), depth: depth + 1) }
        }
        let files = listing.files.filter { isRead($0.kind) }
        for start in stride(from: 0, to: files.count, by: Self.bundle) {
            work.append(.files(in: folder, Array(files[start..<min(start + Self.bundle, files.count)])))
        }
        return work
    }

    private func isRead(_ kind: DocumentKind) -> Bool {
        switch kind {
        case .patch: false
        case .c: part != .books
        case .markdown, .reST: part != .comments
        }
    }

    private func note(_ count: Int, _ files: borrowing Atomic<Int>) {
        let step = 2048
        let (before, after) = files.add(count, ordering: .relaxed)
        if let progress, before / step != after / step { progress(after) }
    }
}
