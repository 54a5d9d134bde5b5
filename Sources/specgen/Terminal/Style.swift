import Foundation

/// How words are made to stand out on one stream.
struct Style {
    enum Tone: String {
        case bold = "1"
        case error = "1;31"
        case warning = "1;35"
        case good = "32"
        case faint = "2"
        case note = "1;36"
    }

    var isColored: Bool

    init(isColored: Bool) { self.isColored = isColored }

    /// Colour only on a terminal that can show it, and never with `NO_COLOR`, unless it is asked for by name.
    init(for descriptor: Int32, choice: ColorChoice) {
        switch choice {
        case .always: isColored = true
        case .never: isColored = false
        case .auto: isColored = isatty(descriptor) != 0 && Self.environmentAllowsColor
        }
    }

    func callAsFunction(_ text: String, _ tone: Tone) -> String {
        isColored && !text.isEmpty ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// `NO_COLOR` set to anything but nothing switches colour off, as does a terminal called dumb.
    static var environmentAllowsColor: Bool {
        (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true) && getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? false
    }
}
