import Compliance
import Foundation

/// One line on a terminal that says what is being done, replaced by the next and gone at the end. Says nothing
/// where nobody watches: in a file, a pipe, or a terminal that cannot go back in a line.
struct Progress {
    private let width: Int?

    init() {
        var size = winsize()
        let isWatched = isatty(STDERR_FILENO) != 0 && Style.environmentAllowsColor
        width = isWatched && ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? max(20, Int(size.ws_col)) : nil
    }

    func show(_ text: String) {
        guard let width else { return }
        StandardError.write("\r\u{1B}[K" + InertText.line(text).prefix(width - 1))
    }

    func clear() {
        guard width != nil else { return }
        StandardError.write("\r\u{1B}[K")
    }
}
