import Synchronization

/// The work of a scan: folders still to be listed, and bundles of files still to be read. Whoever takes a folder
/// lists it and puts back what he finds, so that listing is shared out like reading.
final class FolderQueue: Sendable {
    enum Work: Sendable {
        case folder(String, depth: Int)
        case files(in: String, [FolderListing.File])
    }

    private struct State {
        var work: [Work] = []
        /// How many workers hold work that may still become more.
        var busy = 0
    }

    private let state: Mutex<State>

    init(root: String) { state = Mutex(State(work: [.folder(root, depth: 0)])) }

    enum Answer {
        case work(Work)
        /// Others still look into folders: ask again.
        case later
        case finished
    }

    /// The next piece of work; whoever gets one says `done` with what came of it.
    func next() -> Answer {
        state.withLock { state in
            guard let work = state.work.popLast() else { return state.busy > 0 ? .later : .finished }
            state.busy += 1
            return .work(work)
        }
    }

    func done(adding work: [Work] = []) {
        state.withLock { state in
            state.work += work
            state.busy -= 1
        }
    }
}
