import Foundation

/// Text of unknown origin, made harmless for a terminal: nothing in it moves the cursor, changes a colour,
/// hides what follows, reverses the direction of reading or ends a line early. What would is made visible instead.
public enum InertText {
    /// On one line: line breaks and tabs become spaces.
    public static func line(_ text: String) -> String { inert(text, keepingBreaks: false) }

    /// With its line breaks kept.
    public static func lines(_ text: String) -> String { inert(text, keepingBreaks: true) }

    /// A value as JSON, to be read by programs and looked at by people: members in order, dates as ISO 8601 has them,
    /// and everything of that sort escaped, which JSON itself asks only of ASCII's.
    ///
    /// - Throws: what the encoder says.
    public static func json(encoding value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return escaped(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
    }

    private static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value >= 0x7F && $0.isActive }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            guard scalar.value >= 0x7F, scalar.isActive else {
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
        guard text.unicodeScalars.contains(where: \.isActive) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where keepingBreaks: result.append(scalar)
            case "\n", "\t", "\r": result.append(" ")
            case "\u{0}"..<" ": result.append(picture(of: scalar))
            case _ where scalar.isActive:
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
}
