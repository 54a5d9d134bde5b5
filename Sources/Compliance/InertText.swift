/// Text of unknown origin, made harmless for a terminal: nothing in it moves the cursor, changes a colour,
/// hides what follows, reverses the direction of reading or ends a line early. What would is made visible instead.
public enum InertText {
    /// On one line: line breaks and tabs become spaces.
    public static func line(_ text: String) -> String { inert(text, keepingBreaks: false) }

    /// With its line breaks kept.
    public static func lines(_ text: String) -> String { inert(text, keepingBreaks: true) }

    /// JSON in which everything of that sort is escaped, too: JSON itself asks that only of ASCII's.
    public static func json(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value >= 0x7F && isActive($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            guard scalar.value >= 0x7F, isActive(scalar) else {
                result.unicodeScalars.append(scalar)
                continue
            }
            for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
                let digits = String(unit, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return result
    }

    private static func inert(_ text: String, keepingBreaks: Bool) -> String {
        guard text.unicodeScalars.contains(where: isActive) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where keepingBreaks: result.append(scalar)
            case "\n", "\t", "\r": result.append(" ")
            case "\u{0}"..<" ": result.append(picture(of: scalar))
            case _ where isActive(scalar):
                result.append(contentsOf: "<U+\(String(scalar.value, radix: 16, uppercase: true))>".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// ␛ for an escape, and so on.
    private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    }

    /// Control characters, and the format characters that reorder or hide what follows.
    private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: return true
        default: return false
        }
    }
}
