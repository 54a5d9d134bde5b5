import Clauses

/// The words in which every format tells a change.
struct DiffStory {
    let diff: ClauseDiff
    let tests: DiffTests
    /// Whether all of both texts was read.
    var isWhole = true

    /// A group of changes under one heading.
    struct Chapter {
        var title: String
        var changes: [ClauseDiff.Change]
        /// Whether a reviewer may skip it.
        var isFolded = false
    }

    /// What is told in full, in the order in which a reviewer wants it.
    var chapters: [Chapter] {
        let removed = diff[.removed]
        return [
            Chapter(title: "Changed in meaning", changes: diff[.changed].filter(isTelling)),
            Chapter(title: "Removed, without a successor", changes: removed.filter { $0.old?.isNormative == true }),
            Chapter(title: "Added", changes: diff[.added].filter { $0.new?.isNormative == true }),
            Chapter(title: "Reworded", changes: diff[.reworded], isFolded: true),
            Chapter(
                title: "In other words, and informative only", changes: diff[.changed].filter { !isTelling($0) },
                isFolded: true),
            Chapter(
                title: "Removed, and was informative only", changes: removed.filter { $0.old?.isNormative == false },
                isFolded: true),
            Chapter(
                title: "Added, and is informative only", changes: diff[.added].filter { $0.new?.isNormative == false },
                isFolded: true),
        ].filter { !$0.changes.isEmpty }
    }

    /// Whether a change is more than other words where nothing is asked.
    private func isTelling(_ change: ClauseDiff.Change) -> Bool {
        change.old?.isNormative == true || change.new?.isNormative == true
            || change.effects.contains { $0.kind != .words }
    }

    /// One line: what there is of everything.
    var summary: String {
        let parts = ClauseDiff.Kind.allCases.compactMap(count).joined(separator: ", ")
        let size = "\(DiffStory.count(diff.oldCount, "sentence")) before, \(diff.newCount) after"
        let missing = isWhole ? "" : "; incomplete, as a part of the input could not be read"
        guard !parts.isEmpty else { return "\(size): no change\(missing)" }
        let (weakened, unsure) = (diff.weakened.count, diff.unsure.count)
        let softer =
            weakened == 0
            ? ""
            : "; \(DiffStory.count(weakened, "duty or promise is", "duties or promises are")) gone, softer, reversed or rewritten"
        let open = unsure == 0 ? "" : "; \(DiffStory.count(unsure, "change is", "changes are")) for a person to judge"
        return "\(size): \(parts)\(softer)\(open)\(missing)"
    }

    /// "28 removed (9 informative)", as the chapters have them; nil where there are none.
    private func count(_ kind: ClauseDiff.Kind) -> String? {
        let changes = diff[kind]
        guard !changes.isEmpty else { return nil }
        let isTold: (ClauseDiff.Change) -> Bool =
            switch kind {
            case .changed: isTelling
            case .removed, .added: { ($0.old ?? $0.new)?.isNormative == true }
            case .reworded, .moved, .unchanged: { _ in true }
            }
        let rest = changes.count { !isTold($0) }
        return "\(changes.count) \(kind.rawValue)" + (rest == 0 ? "" : " (\(rest) informative)")
    }

    /// Where sentences moved that did not otherwise change, as "31 sentences from a.txt to b.c".
    var moves: [String] {
        var routes: [(route: String, count: Int)] = []
        for change in diff.changes where change.isMoved && [.moved, .unchanged].contains(change.kind) {
            guard let old = change.old, let new = change.new else { continue }
            let isWithin = old.file == new.file
            let route =
                isWithin
                ? "within \(new.source.file), from \(old.section) to \(new.section)"
                : "from \(old.source.file) to \(new.source.file), \(new.section)"
            if let place = routes.firstIndex(where: { $0.route == route }) {
                routes[place].count += 1
            } else {
                routes.append((route, 1))
            }
        }
        return routes.map { "\(DiffStory.count($0.count, "sentence")) \($0.route)" }
    }

    /// Where it stands, and where it stood when that is elsewhere.
    func place(of change: ClauseDiff.Change) -> String {
        guard let new = change.new else { return change.old?.placeAndHeading ?? "" }
        guard let old = change.old, change.isMoved else { return new.placeAndHeading }
        return "\(new.placeAndHeading), from \(old.placeAndHeading)"
    }

    /// Who has to keep a sentence, and how strongly: "obligation, caller; outcome".
    func force(of clauses: [Clause]) -> String {
        var seen: [String] = []
        for clause in clauses {
            let force =
                clause.bearer == "none" ? clause.modality.rawValue : "\(clause.modality.rawValue), \(clause.bearer)"
            if !seen.contains(force) { seen.append(force) }
        }
        return seen.joined(separator: "; ")
    }

    /// What a change does, a line each.
    func effects(of change: ClauseDiff.Change) -> [String] {
        let clauses = change.new?.clauses ?? []
        // What asked nothing of anybody is no firmer and no softer.
        let isAsked = change.old?.isNormative == true
        var lines = change.effects.map { effect in
            let told = words(effect, isAsked ? effect.judgement : .kept)
            guard effect.kind == .polarity, !effect.new.isEmpty else { return told }
            // Whose affair it is, where that did not change itself.
            let keeper = clauses.first { $0.text.contains(effect.new) }
            return told + (keeper.map { " (\(force(of: [$0])))" } ?? "")
        }
        lines += change.lostClauses.map { "no longer says: \($0.text) (\(force(of: [$0])))" }
        lines += change.newClauses.map { "says now, too: \($0.text) (\(force(of: [$0])))" }
        if let contradiction = change.contradiction {
            let place = contradiction.sentence.placeAndHeading
            lines.append(
                "the opposite is asked now: “\(contradiction.oldWord)” became “\(contradiction.newWord)” in \(place)")
        }
        lines += change.successors.map { "is said now in \($0.source.place): \($0.text)" }
        if change.isMerged { lines.append("is now a part of another sentence") }
        return lines
    }

    private func words(_ effect: Effect, _ judgement: Judgement) -> String {
        let mark =
            switch judgement {
            case .kept: ""
            case .unsure: " (softer or firmer: read it)"
            case .weaker: " (\(effect.isReversal ? "the opposite" : "softer"))"
            }
        switch effect.kind {
        case .modality: return "was \(article(effect.old)), is \(article(effect.new))\(mark)"
        case .bearer: return "was kept by \(effect.old), is kept by \(effect.new)\(mark)"
        case .polarity: return "the opposite: \(exchange(effect))"
        case .quantity: return "\(exchange(effect))\(mark)"
        case .errors: return "error codes: \(exchange(effect))\(mark)"
        case .symbols: return "names: \(effect.old) became \(effect.new)\(mark)"
        case .prototype: return "another prototype\(mark)"
        case .wording: return "written anew: read whether it still says as much"
        case .words:
            let told = judgement == .weaker ? mark : ": read whether it still says as much"
            if effect.old.isEmpty, effect.new.isEmpty { return "the words stand in another order\(told)" }
            // The sentence beside it shows them all.
            guard isBrief(effect.old), isBrief(effect.new) else { return "other words\(told)" }
            if effect.old.isEmpty { return "“\(effect.new)” was added\(told)" }
            if effect.new.isEmpty { return "“\(effect.old)” was left out\(told)" }
            return "“\(effect.old)” became “\(effect.new)”\(told)"
        case .condition:
            if effect.old.isEmpty { return "holds now only: \(effect.new)\(mark)" }
            if effect.new.isEmpty { return "holds no longer only: \(effect.old)\(mark)" }
            return "held only: \(effect.old); holds now only: \(effect.new)\(mark)"
        }
    }

    private func isBrief(_ words: String) -> Bool { words.split(separator: " ").count <= 6 }

    /// What stands for what, or what came or went.
    private func exchange(_ effect: Effect) -> String {
        if effect.old.isEmpty { return "“\(effect.new)” came in" }
        if effect.new.isEmpty { return "“\(effect.old)” is gone" }
        return "“\(effect.old)” became “\(effect.new)”"
    }

    private func article(_ noun: String) -> String {
        noun == "undefined"
            ? "undefined"
            : noun == "informative" ? "informative" : ("aeio".contains(noun.prefix(1)) ? "an " : "a ") + noun
    }

    /// The tests that a change touches, a line each.
    func tests(of change: ClauseDiff.Change) -> [String] {
        tests.touched(by: change).map { test in
            let proof = test.mutants.isEmpty ? "" : ", which kills \(test.mutants.joined(separator: ", "))"
            return "touches the test \(test.name)\(proof)"
        }
    }

    static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }
}
