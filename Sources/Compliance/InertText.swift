/// Text of unknown origin, made harmless for a terminal: nothing in it moves the cursor, changes a colour,
/// reverses the direction of reading or ends the line early.
public enum InertText {
    /// On one line: line breaks and tabs become spaces, other control characters visible.
    public static func line(_ text: String) -> String { inert(text, keepingBreaks: false) }

    /// With its line breaks kept.
    public static func lines(_ text: String) -> String { inert(text, keepingBreaks: true) }

    private static func inert(_ text: String, keepingBreaks: Bool) -> String {
        guard text.unicodeScalars.contains(where: isActive) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where keepingBreaks: result.append(scalar)
            case "\n", "\t", "\r": result.append(" ")
            case _ where isActive(scalar): result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Control characters, and the format characters that reorder or hide what follows.
    private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
        default: false
        }
    }
}
