/// `SYSCALL_DEFINEn(name, type, argument, …)` as the C prototype that it stands for.
enum SystemCall {
    static func munged(_ text: [UInt8]) -> [UInt8]? {
        let word = text.firstWord
        guard let start = text.position(of: "SYSCALL_DEFINE", word.lowerBound, word.upperBound),
            let open = text.last(UInt8(ascii: "("), start + 14, text.count)
        else { return nil }
        let comma = UInt8(ascii: ",")
        let takesNothing = text.contains("SYSCALL_DEFINE0", 0, text.count)
        var out = Array(text[..<start])
        out.append(contentsOf: Array("long sys_".utf8))
        var rest = Array(text[(open + 1)...])
        if let first = rest.firstIndex(of: comma) {
            rest[first] = UInt8(ascii: "(")
        } else if takesNothing, let close = rest.firstIndex(of: UInt8(ascii: ")")) {
            rest.replaceSubrange(close...close, with: Array("(void)".utf8))
        }
        out.append(contentsOf: rest)
        guard !takesNothing else { return out }
        // Every other comma stands between a type and its name.
        var isOdd = false
        for index in out.indices where out[index] == comma {
            isOdd.toggle()
            if isOdd { out[index] = 0x20 }
        }
        return out
    }
}
