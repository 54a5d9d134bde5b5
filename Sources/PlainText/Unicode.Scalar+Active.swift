extension Unicode.Scalar {
    /// Whether it is obeyed instead of shown, or hides what it is: control characters, format characters that hide text
    /// or reverse its direction, what breaks a line, and what has a meaning by private agreement only.
    public var isActive: Bool {
        if isASCII { return value < 0x20 || value == 0x7F }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: return true
        // Reserved for more of that sort.
        case .unassigned: return properties.isDefaultIgnorableCodePoint
        default: return false
        }
    }
}
