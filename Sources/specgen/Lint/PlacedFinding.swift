import Clauses

/// A finding with the line and column at which its words begin, so that every format points at the same place.
struct PlacedFinding {
    /// Its source begins in the line of its words.
    var finding: LintFinding
    /// That line; nil where the file cannot be read (one that only a patch names).
    var line: String?
    /// From 1; nil where the words stand there in another form.
    var column: (bytes: Int, characters: Int)?

    /// - Parameter streams: what was read of standard input and the like, by name.
    static func placed(_ findings: [LintFinding], streams: [String: [UInt8]]) -> [PlacedFinding] {
        var places = LintPlaces(streams: streams)
        return findings.map { finding in
            guard let place = places.place(of: finding) else { return PlacedFinding(finding: finding) }
            var finding = finding
            finding.source.line = place.number
            finding.source.endLine = max(finding.source.endLine, place.number)
            return PlacedFinding(finding: finding, line: place.line, column: place.column)
        }
    }
}
