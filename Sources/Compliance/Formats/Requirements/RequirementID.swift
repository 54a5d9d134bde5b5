/// Clause ids where only letters, digits, `-` and `_` may stand.
enum RequirementID {
    static func plain(_ id: String) -> String {
        String(
            String.UnicodeScalarView(
                id.unicodeScalars.map { scalar in
                    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-")
                        ? scalar : "_"
                }))
    }
}
