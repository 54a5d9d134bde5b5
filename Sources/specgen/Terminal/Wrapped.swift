import Foundation

/// Long lines for a person at a terminal; a file or a program gets them whole.
enum Wrapped {
    /// Of the terminal that a stream goes to, by default that of results; nil where it goes elsewhere.
    static func width(of descriptor: Int32 = STDOUT_FILENO) -> Int? {
        isatty(descriptor) != 0 ? max(40, Terminal.width(of: descriptor)) : nil
    }

    /// Broken at blanks, the further lines indented. Colours, which are the only escape sequences here, take no room.
    static func line(_ text: String, indent: Int, to width: Int?) -> String {
        guard let width else { return text }
        var lines: [String] = []
        let margin = text.prefix { $0 == " " }
        var (line, length) = (String(margin), 0)
        for word in text.split(separator: " ") {
            let room = word.replacing(#/\u{1B}\[[0-9;]*m/#, with: "").count
            if length > 0, margin.count + length + 1 + room > width {
                lines.append(line)
                (line, length) = (String(repeating: " ", count: indent), indent)
                line += word
            } else {
                line += (length == 0 ? "" : " ") + word
                length += length == 0 ? 0 : 1
            }
            length += room
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
