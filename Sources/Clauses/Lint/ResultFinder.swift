import KernelDoc

/// Finds results that a function cannot have by its own prototype: a code from one that returns `void`, and none from one
/// that returns a number. Most were true before the prototype was changed.
struct ResultFinder {
    private enum Returned { case void, number, other }

    private let prose: Prose
    private var returned: [String: (kind: Returned, type: String)] = [:]

    init(document: Document) {
        prose = document.prose
        for item in document.items where item.kind == .function {
            let type = Self.type(of: item)
            // Of two declarations, one for each setting of an `#ifdef`, the text may mean either.
            let isKnown = returned[item.name].map { $0.type == type } ?? true
            returned[item.name] = isKnown ? (Self.kind(of: type), type) : (.other, type)
        }
    }

    /// What is returned, without the words that only say how the function is compiled.
    private static func type(of item: Item) -> String {
        guard let name = item.prototype.firstRange(of: item.name + "(") else { return "" }
        return item.prototype[..<name.lowerBound].replacing("*", with: " * ").split(separator: " ").map(String.init)
            .filter { !compiled.contains($0) && !$0.hasPrefix("__") }.joined(separator: " ")
    }

    private static let compiled: Set<String> = ["static", "inline", "extern", "noinline", "asmlinkage", "notrace"]

    private static func kind(of type: String) -> Returned {
        if type == "void" { return .void }
        return numbers.contains(type) ? .number : .other
    }

    private static let numbers: Set<String> = [
        "int", "unsigned", "unsigned int", "bool", "u8", "u16", "u32", "s8", "s16", "s32", "short", "ssize_t", "size_t",
    ]

    /// A finding, when `clause`, which stands for `record` in the sentence that `reader` holds, says of a function's
    /// result what its prototype denies.
    func finding(_ clause: Clause, _ record: ClauseRecord, _ reader: borrowing SentenceReader) -> LintFinding? {
        guard clause.block.kind == .function, clause.block.member == nil, clause.modality == .outcome,
            let symbol = clause.block.symbol, let (kind, type) = returned[symbol], kind != .other
        else { return nil }
        let isOfReturn = Self.isOfReturn(clause)
        let words = clause.sentence.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
            .map(String.init)
        switch kind {
        case .void:
            let isResult = isOfReturn ? saysValue(words) : returnsValue(record, reader)
            guard isResult, !words.contains(where: Self.ways.contains) else { return nil }
            return finding(clause, "\(symbol)() returns void", "leave the result out, or say how else it is told")
        case .number where isOfReturn && words.count == 1 && Self.nothing.contains(words[0]):
            return finding(clause, "\(symbol)() returns \(type)", "say which values it returns, and when")
        case .number where isOfReturn && Self.startsWithPointer(words):
            return finding(clause, "\(symbol)() returns \(type), which is no pointer", "say which values it returns")
        default: return nil
        }
    }

    /// "Nothing. The slots are counted anew.": what follows in the section is no result either.
    func saysNothing(_ clause: Clause) -> Bool {
        guard clause.block.kind == .function, Self.isOfReturn(clause) else { return false }
        return Self.nothing.contains(clause.sentence.lowercased().filter { $0 != "." })
    }

    private static func isOfReturn(_ clause: Clause) -> Bool {
        guard let title = clause.block.section?.lowercased() else { return false }
        return SectionTable.names[0].names.contains { title.hasPrefix($0) }
    }

    private func finding(_ clause: Clause, _ why: String, _ suggestion: String) -> LintFinding {
        LintFinding(
            kind: .resultMismatch, source: clause.source, text: clause.quotation, why: why, suggestion: suggestion)
    }

    private static let nothing: Set<String> = ["none", "nothing", "void"]
    /// "None", "does not return", "no value".
    private static let denials: Set<String> = nothing.union(["no", "not", "never", "doesn", "doesn't", "n", "na"])
    /// "through the third parameter", "by reference": told otherwise than as a result; "control is returned": none is.
    private static let ways: Set<String> = [
        "through", "via", "parameter", "parameters", "argument", "arguments", "reference", "callback", "control",
    ]

    /// In a section on the result: not "None", "Nothing", "This function does not return a value".
    private func saysValue(_ words: [String]) -> Bool {
        guard let first = words.first, !["when", "after", "once", "immediately", "if", "with"].contains(first) else {
            return false
        }
        return !words.prefix(6).contains(where: Self.denials.contains)
    }

    /// "Returns 0 on success", "returns -EBUSY", "returns true if": not "returns when all is done".
    private func returnsValue(_ record: ClauseRecord, _ reader: borrowing SentenceReader) -> Bool {
        guard record.group >= 0 else { return false }
        let group = reader.groups[record.group]
        guard reader.tokens[group.head].has(.returning), !group.isPassive, !group.isNegated, !group.isNever,
            isOfFunction(group, reader), group.end < record.tokens.upperBound
        else { return false }
        // "Returns once all are free", "return one slot to its pool" name no value.
        let next = prose.word(reader.tokens[group.end])
        return next.first?.isNumber ?? false || reader.tokens[group.end].has(.errorCode) || Self.values.contains(next)
    }

    /// The subject is left out, "it", or "this function".
    private func isOfFunction(_ group: VerbGroup, _ reader: borrowing SentenceReader) -> Bool {
        guard group.subject >= 0 else {
            guard group.start > 0, !isThisFunction(at: group.start - 1, reader) else { return true }
            let before = reader.tokens[group.start - 1]
            // "All inner and outer ops return -EIO": a subject that was not found.
            if before.tag == .noun || before.tag == .symbol { return false }
            // "Any write will fail and return NULL": the subject stands before the first verb.
            let joins = ["and", "or"].contains(prose.word(before))
            return !(joins && reader.groups[0].subject >= 0) && reader.segments[Int(group.segment)].kind != .predicate
        }
        return isThisFunction(at: group.subject, reader)
    }

    private func isThisFunction(at index: Int, _ reader: borrowing SentenceReader) -> Bool {
        reader.tokens[index].has(.thing) && index > 0 && reader.tokens[index - 1].is(.this)
    }

    private static let values: Set<String> = [
        "zero", "null", "true", "false", "negative", "non-zero", "nonzero", "-errno", "errno",
    ]

    private static func startsWithPointer(_ words: [String]) -> Bool {
        let rest = words.drop { ["a", "the", "returns", "return"].contains($0) }
        return rest.first == "pointer" || rest.first == "null" && rest.dropFirst().first.map(Self.ifs.contains) ?? false
    }

    private static let ifs: Set<String> = ["if", "on", "upon", "when", "otherwise"]
}
