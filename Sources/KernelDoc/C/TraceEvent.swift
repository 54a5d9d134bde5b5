/// A trace event's definition as the function that it makes: `trace_name(arguments)`.
enum TraceEvent {
    static func isTraceEvent(_ text: [UInt8]) -> Bool {
        let word = text.firstWord
        // Names of functions are in small letters nearly always, and this is asked for each.
        guard let first = text[word].first, first == UInt8(ascii: "T") || first == UInt8(ascii: "D") else {
            return false
        }
        return text.contains("TRACE_EVENT", word.lowerBound, word.upperBound)
            || text.contains("DEFINE_EVENT", word.lowerBound, word.upperBound)
            || text.contains("DEFINE_SINGLE_EVENT", word.lowerBound, word.upperBound)
    }

    /// Nil when `text` is none, or is not complete.
    static func munged(_ text: [UInt8]) -> [UInt8]? {
        guard isTraceEvent(text) else { return nil }
        let name =
            argument(1, of: "DEFINE_EVENT(", text) ?? argument(0, of: "DEFINE_SINGLE_EVENT(", text)
            ?? argument(0, of: "TRACE_EVENT(", text)
        guard let name, let prototype = text.position(of: "TP_PROTO(", 0, text.count) else { return nil }
        let start = prototype + 9
        guard let close = text.first(UInt8(ascii: ")"), start, text.count), close > start, !name.isEmpty
        else { return nil }
        return Array("static inline void trace_".utf8) + text[name] + [UInt8(ascii: "(")] + text[start...close]
    }

    private static func argument(_ index: Int, of macro: StaticString, _ text: [UInt8]) -> Range<Int>? {
        guard let place = text.position(of: macro, 0, text.count) else { return nil }
        var start = place + macro.utf8CodeUnitCount
        var index = index
        while let comma = text.first(UInt8(ascii: ","), start, text.count) {
            if index == 0 { return text.skipSpaces(start, comma)..<comma }
            index -= 1
            start = comma + 1
        }
        return nil
    }
}
