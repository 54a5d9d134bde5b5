/// Documentation, file names and arguments are untrusted: what a terminal would obey (escape sequences, other
/// control characters) or what would show text in another order than it is read (bidirectional controls) is
/// made visible instead.
///
/// A tab becomes one space, so that columns can be counted.
///
/// - Parameter kept: characters to leave as they are, such as a line break.
func neutralized(_ text: String, keeping kept: Set<Unicode.Scalar> = []) -> String {
    guard text.unicodeScalars.contains(where: { $0 != " " && isObeyed($0) && !kept.contains($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if !isObeyed(scalar) || kept.contains(scalar) {
            result.append(scalar)
        } else if scalar == "\t" {
            result.append(" ")
        } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
            result.append(picture)
        } else {
            result.append(contentsOf: "<U+\(String(scalar.value, radix: 16, uppercase: true))>".unicodeScalars)
        }
    }
    return String(result)
}

private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE007F: true
    default: false
    }
}
