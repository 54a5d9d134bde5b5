import KernelDoc
import PlainText

/// Text as a Swift string literal: inert, whatever it holds.
enum SwiftLiteral {
    /// A one-line literal in which quotes, backslashes (and so interpolation) and every control character,
    /// invisible or direction-changing character are escaped.
    static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where !scalar.isActive: result.unicodeScalars.append(scalar)
            default: result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            }
        }
        return result + "\""
    }

    /// Text for a `//` comment: one line, no control characters.
    static func comment(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isActive ? " " : $0 }))
    }
}
