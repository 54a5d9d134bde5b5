import Compliance
import Foundation
import PlainText

/// One line on a terminal that says what is being done, replaced by the next and gone at the end. Says nothing
/// where nobody watches: in a file, a pipe, or a terminal that cannot go back in a line.
struct Progress {
    private let isWatched = isatty(STDERR_FILENO) != 0 && Style.environmentAllowsColor

    func show(_ text: String) {
        guard isWatched else { return }
        StandardError.write("\r\u{1B}[K" + InertText.line(text).prefix(max(20, Terminal.width(of: STDERR_FILENO)) - 1))
    }

    func clear() {
        guard isWatched else { return }
        StandardError.write("\r\u{1B}[K")
    }
}
