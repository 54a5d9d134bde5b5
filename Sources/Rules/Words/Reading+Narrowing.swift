import Clauses
import Promises

/// Words that narrow or turn what a clause says, whatever kind of rule reads the others.
extension Reading {
    /// Why a test of the clause's other words is none of the clause; nil where nothing narrows them.
    ///
    /// - Parameters:
    ///   - force: the kind's: a kind that has read the negation has turned it.
    ///   - nuances: what the kind reads itself.
    func narrowing(_ force: Force, nuances: Set<Nuance> = []) -> String? {
        if says("sometimes", "occasionally", "seldom", "rarely") {
            return "what holds only now and then cannot be seen missing"
        }
        if deniesAll { return "the sentence denies what it tells" }
        if let denial = Self.denials.first(where: says(phrase:)) {
            return "'\(denial)' denies what follows, and the test does not look at it"
        }
        if makesException, !(says("unless") && nuances.contains(.unless)) {
            return "what it makes an exception of is not tested"
        }
        if let exception { return "'\(exception)' takes a case out, and the test is of it as well" }
        if speaksOfSome { return "it is said of some, and not of which" }
        if force != .forbidden, force != .undefined, speaksOfNone { return "that none is meant is not tested" }
        if speaksOfWhatStays { return "it is said only of what stays as it is" }
        if asksToLeaveUndone { return "what is said of leaving it undone is not tested" }
        if leavesOpenWhich { return "of two it leaves open which, and the test is of both" }
        if namesWhatIsReplaced { return "what it is done in place of is not tested" }
        if words.contains(where: \.isBeyondCounting) { return "no test counts that far" }
        if saysLargeNumber { return "a number of more than one word is not read" }
        if saysHowLong { return "how long anything takes is not tested" }
        if speaksOfUnmapped { return "it is said of what is not mapped, and the test is of what is" }
        return nil
    }

    private static let denials = ["anything but", "far from", "by no means", "in no way"]

    /// "It is not true that …": what follows is told to be denied.
    private var deniesAll: Bool {
        let words = Word.words(of: clause.sentence).map(\.folded)
        return words.indices.contains { that in
            guard words[that] == "that", that > 1 else { return false }
            let said = words[max(0, that - 4)..<that]
            return said.contains("not") || said.contains("hardly") || said.contains("no")
                ? ["true", "case", "right", "correct", "longer"].contains { said.contains($0) }
                : ["untrue", "false", "wrong", "incorrect"].contains(words[that - 1])
        }
    }

    /// "The unmapped address", "an unmapped window": what is said of it is no promise about a mapped one, but for a
    /// prohibition, which has it mapped first.
    private var speaksOfUnmapped: Bool { clause.modality != .prohibition && namesUnmapped }

    /// "Either map() or unmap() must succeed": one of them is enough. Neither may, where it is denied.
    private var leavesOpenWhich: Bool {
        guard !clause.negated, clause.modality != .prohibition else { return false }
        return words.indices.contains { index in
            words[index].folded == "either"
                && (["of", "call", "function", "one"].contains(words.dropFirst(index + 1).first?.folded)
                    || mentions.contains { mention in
                        mention.range.lowerBound == index + 1 && mention.entity.names.contains { $0.category == .api }
                    })
        }
    }

    /// "Instead of unmap()", "rather than unmap()", of an interface that others must not do without; "in place of -EINTR".
    private var namesWhatIsReplaced: Bool {
        mentions.contains { mention in
            mention.entity.names.contains { $0.category == .api } && isReplaced(at: mention.range.lowerBound)
        } || words.indices.contains { words[$0].error != nil && isReplaced(at: $0) }
    }

    private func isReplaced(at place: Int) -> Bool {
        let before = words[..<place].suffix(3).map(\.folded)
        return before == ["in", "place", "of"]
            || zip(before, before.dropFirst()).contains {
                $0 == "instead" && $1 == "of" || $0 == "rather" && $1 == "than"
            }
    }

    /// "Two hundred": no two.
    private var saysLargeNumber: Bool {
        zip(words, words.dropFirst()).contains { $0.number != nil && Self.multiples.contains($1.folded) }
    }

    private static let multiples: Set<String> = ["hundred", "thousand", "million", "billion", "dozen"]

    /// "Two seconds later", "within 5 ms".
    private var saysHowLong: Bool {
        zip(words, words.dropFirst()).contains { $0.number != nil && Self.timeUnits.contains($1.folded) }
    }

    private static let timeUnits: Set<String> = [
        "ns", "us", "ms", "nanoseconds", "microseconds", "milliseconds", "seconds", "minutes", "hours", "jiffies",
        "ticks",
    ]

    /// "Unmapped" stands before what is not mapped, and is no verb.
    var namesUnmapped: Bool {
        words.indices.contains { index in
            let isNoun =
                ["address", "memory", "pointer", "part", "area"].contains(words.dropFirst(index + 1).first?.stem)
                || mentions.contains {
                    $0.range.lowerBound == index + 1 && ($0.entity.isUnit || $0.entity.isObject || $0.entity.isHeld)
                }
            // "Unmapped windows are freed", and not "the unmapped": the participle stands before what it tells of.
            return words[index].folded == "unmapped" && isNoun
        }
    }

    /// "Left mapped", "leave it open".
    var leavesAsItIs: Bool {
        words.indices.contains { index in
            words[index].stem == "leave"
                && words[(index + 1)...].prefix(4).contains {
                    ["mapped", "unmapped", "open", "held", "closed"].contains($0.folded)
                }
        }
    }

    /// "After the device accesses it": somebody named right before does it.
    var accessIsOfOthers: Bool {
        words.indices.dropFirst().contains { index in
            words[index].stem == "access"
                && (["device", "hardware"].contains(words[index - 1].folded)
                    || mentions.contains { $0.range.upperBound == index && !$0.entity.parties.isEmpty })
        }
    }

    /// "Unless it only reads". That nobody may do a thing unless another is done is what most prohibitions say.
    private var makesException: Bool {
        says("except", "excepting", "excluding") && !allowsOnlyExcepted
            || says("unless") && clause.modality != .prohibition || setsAside
    }

    /// "All limits, bar those of a window", "out of memory aside", "save for the size", "apart from reads".
    private var setsAside: Bool {
        if let last = words.last, last.folded == "aside", words.count > 2 { return true }
        return words.indices.dropFirst(2).contains { index in
            let next = words.dropFirst(index + 1).first
            return switch words[index].folded {
            // A BAR of a device is written in capitals, or counted.
            case "bar": words[index].text == "bar" && next != nil && next?.number == nil
            case "barring", "unlike": next != nil
            case "save", "aside", "apart":
                ["for", "from", "that"].contains(next?.folded ?? "") && words[index].text != "Save"
            default: false
            }
        }
    }

    /// "Must not … except between the two": there alone it may.
    private var allowsOnlyExcepted: Bool {
        clause.modality == .prohibition
            && zip(words, words.dropFirst()).contains {
                $0.folded == "except" && ["between", "inside", "within"].contains($1.folded)
            }
    }

    /// "Some windows", "few of them", "not every window"; but "at most".
    private var speaksOfSome: Bool {
        for (index, word) in words.enumerated() {
            let next = words.dropFirst(index + 1).first
            switch word.folded {
            case "not": if let next, ["every", "each", "all"].contains(next.folded) { return true }
            case "every": if let next, ["second", "other", "third", "fourth"].contains(next.folded) { return true }
            case "some", "few", "most", "half", "several":
                if word.isAFew || index > 0 && words[index - 1].folded == "at" { continue }
                let noun = next?.folded == "of" ? index + 2 : index + 1
                if words.indices.contains(noun),
                    words[noun].stem == "access" || words[noun].text.contains("_")
                        || mentions.contains(where: { $0.range.lowerBound == noun })
                {
                    return true
                }
            default: continue
            }
        }
        return false
    }

    /// "Nobody has to", "neither this nor that", where the clause itself is not negative.
    private var speaksOfNone: Bool {
        !clause.negated && clause.modality != .prohibition
            && words.contains { ["nobody", "none", "neither"].contains($0.folded) }
    }

    /// "Must not forget to", "must not fail to": about not doing what the other words say.
    private var asksToLeaveUndone: Bool {
        words.indices.contains { index in
            let next = words.dropFirst(index + 1).first?.folded
            let isVerb =
                ["avoid", "refrain", "forget", "neglect", "omit"].contains(words[index].folded)
                || ["fail", "refuse", "decline"].contains(words[index].folded) && next == "to"
            guard isVerb else { return false }
            // "Forget to unmap it", and nothing before.
            if index == 0 { return next == "to" }
            // "Don't forget to": the duty that it is taken for.
            if words[index].folded == "forget", closeBefore(index).contains(where: \.isNegation) {
                return ![.obligation, .recommendation].contains(clause.modality) || clause.negated
            }
            // "Have to refrain from"; "to avoid that" alone is a purpose.
            let asking = ["must", "shall", "should", "may", "can", "have", "has", "need", "needs", "ought", "required"]
            return closeBefore(index).contains { $0.isNegation || asking.contains($0.folded) }
        }
    }

    /// "Must not unmap what has to stay mapped": a prohibition of nothing else. That a thing stays can also tell when.
    private var speaksOfWhatStays: Bool {
        clause.modality == .prohibition && says("stay", "remain") && !forbidsStaying
            && !words.contains { ["while", "when", "if", "until", "unless", "as"].contains($0.folded) }
    }

    /// "Must not stay": it is the prohibition's own verb.
    var forbidsStaying: Bool {
        let isOfNone = words.first?.folded == "no"
        return zip(words, words.dropFirst()).contains {
            ($0.isNegation || isOfNone && ["may", "must", "can", "should"].contains($0.folded))
                && ["stay", "remain"].contains($1.stem)
        }
    }

    /// Of the two ends of a bracket, the one that closes it is named first.
    func namesEndFirst(of resource: String) -> Bool {
        guard let resource = vocabulary.resource(resource) else { return false }
        let apis = self.apis
        guard let begin = apis.firstIndex(of: resource.acquire), let end = apis.firstIndex(of: resource.release) else {
            return false
        }
        return end < begin
    }

    /// Behind a word the interface is named that acquires a resource: "at the last map".
    func namesAcquisition(of resource: String, after word: String) -> Bool {
        guard let acquire = vocabulary.resource(resource)?.acquire else { return false }
        return mentions.contains { mention in
            mention.range.lowerBound > 0 && words[mention.range.lowerBound - 1].folded == word
                && mention.entity.isSymbol && mention.entity.names.contains(Name(.api, acquire))
        }
    }

    /// "Called after an access, to invalidate": what the beginning has to do, told of the end, or the other way round.
    var tellsOfWrongEnd: Bool {
        let documented = surroundings.callback.map { vocabulary.apis(calling: $0).map(\.name) }
        var apis = (documented ?? []) + self.apis
        if apis.isEmpty { apis = surroundings.sentenceAPIs }
        let begins = apis.contains { vocabulary.resource(acquiredBy: $0)?.nature == .bracket }
        let ends = apis.contains { vocabulary.resource(releasedBy: $0)?.nature == .bracket }
        guard begins != ends else { return false }
        if says(phrase: "called after") || says(phrase: "called before") { return begins != says("before") }
        return !says("direction") && (begins ? says("flush") : says("invalidate"))
    }
}
