import Foundation

/// What can be known of the terminal behind a stream.
enum Terminal {
    /// In columns; 100 where there is no terminal.
    static func width(of descriptor: Int32) -> Int {
        var size = winsize()
        guard isatty(descriptor) != 0, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 100
        }
        return Int(size.ws_col)
    }
}
