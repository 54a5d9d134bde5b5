/// The words that give a verb group its force.
enum ForceTable {
    /// Modal verbs.
    static let modals: [(force: VerbGroup.Power, words: WordList)] = [
        (.must, "must mustn't"), (.shall, "shall shan't"), (.should, "should shouldn't ought"),
        (.may, "may"), (.might, "might mightn't"), (.can, "can can't cannot cant"), (.could, "could couldn't"),
        (.will, "will won't it'll they'll you'll we'll that'll"), (.would, "would wouldn't"), (.needNot, "needn't"),
    ]

    /// Full verbs that govern "to" and an infinitive.
    static let verbs: [(force: VerbGroup.Power, words: WordList)] = [
        (.need, "need have"), (.attempt, "try attempt"),
        (.tend, "tend seem appear want wish like happen used intend decide choose"),
    ]

    /// "is … to", and some without "to" ("is not allowed").
    static let predicates: [(force: VerbGroup.Power, words: WordList)] = [
        (.allowed, "allowed permitted entitled free welcome authorized authorised"),
        (.need, "required obliged obligated mandated"),
        (.expected, "expected supposed advised encouraged recommended urged"),
        (.forbidden, "forbidden prohibited disallowed"),
        (.able, "able"), (.guaranteed, "guaranteed sure certain bound"),
        (.will, "going about"),
        (.tend, "likely unlikely meant intended designed used known assumed believed forced compelled"),
    ]
}
