/// Words beside which "may not" tells what may be so and forbids nothing: "the table may not be filled". Only `specgen lint`
/// asks; what the grammar takes for a possibility stands in `PossibilityTable`.
enum HappeningTable {
    static let words: WordList = """
        still prepared aware ready updated needed required wanted enabled supported populated initialized initialised
        filled valid regarded considered wish care longer would otherwise
        """

    static let set = Set(words.strings)
}
