/// Words that a sentence can lose, gain, move or change for another without saying anything else. To teach `specgen
/// diff` that words mean the same, add them here; whatever is not here counts as another meaning.
enum WordingTable {
    /// Add nothing: articles, pronouns, auxiliaries, prepositions that stand where a verb wants them, and asides. Which
    /// modal verb it is, the grammar weighs. Not here: "by", "from", "or", "not", "only", and all that says how many.
    static let empty = words(
        """
        a an the this that these those it its they their them there which who whose is are was were be been being am
        has have had having do does did of to in into on upon at for with as and will would shall must should can could may
        might need needs needed ought please note then thus hence therefore so consequently accordingly also too additionally
        moreover furthermore however simply just indeed actually basically namely respectively e.g i.e etc
        """)

    /// May stand before or behind what they say more of.
    static let movable = words("always never already still again later now often sometimes soon")

    /// Begin a part that may stand before or behind the rest.
    static let subordinators = keys("if before after until unless because while although")

    /// Begin what speaks of things that the reader knows.
    static let definite = words("the this that these those it its they their such both")

    /// A "not" stands behind the first of them in a sentence.
    static let auxiliaries = words("is are was were does do did has have")

    /// Hold of some only.
    static let partial = keys(
        "some many few several certain usually normally often sometimes generally typically mostly possibly maybe perhaps occasionally rarely"
    )

    /// One line for words that mean one thing in documentation of a kernel.
    static let synonyms: [String: String] = {
        let lines = """
            if when whenever once
            begin start commence
            end finish complete
            use utilize employ
            call invoke
            take acquire grab
            get obtain retrieve fetch
            delete remove
            allow permit
            forbid prohibit
            ensure guarantee
            wait await
            happen occur
            show display
            mean denote
            big large
            quick fast
            every each all
            whole entire
            before prior
            while meanwhile
            because since
            although though
            function routine
            structure struct
            pointer ptr
            address addr
            argument arg
            parameter param
            buffer buf
            information info
            message msg
            userspace userland
            0 zero
            1 one
            2 two
            3 three
            4 four
            """
        var table: [String: String] = [:]
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: " ").map { Wording.stemOrNumber(of: String($0)) }
            guard let first = words.first else { continue }
            for word in words { table[word] = first }
        }
        return table
    }()

    /// Two words that are one: the key of the first, and the second.
    static let joined = [
        "\(Wording.key(of: "user")) space": Wording.key(of: "userspace"),
        "\(Wording.key(of: "make")) sure": Wording.key(of: "ensure"),
    ]

    static let contractions = [
        "cannot": "can not", "can't": "can not", "won't": "will not", "shan't": "shall not", "w/o": "without",
        "w/": "with", "i'm": "i am",
    ]

    static let irregular = [
        "taken": "take", "took": "take", "held": "hold", "kept": "keep", "written": "write", "wrote": "write",
        "sent": "send", "got": "get", "gotten": "get", "given": "give", "gave": "give", "made": "make", "gone": "go",
        "went": "go", "seen": "see", "saw": "see", "known": "know", "knew": "know", "found": "find", "begun": "begin",
        "began": "begin", "ran": "run", "lost": "lose", "met": "meet", "built": "build", "chosen": "choose",
        "chose": "choose", "frozen": "freeze", "froze": "freeze", "woken": "wake", "woke": "wake", "bound": "bind",
        "said": "say", "shown": "show", "grown": "grow", "grew": "grow", "shrunk": "shrink", "indices": "index",
        "forbidden": "forbid", "forbade": "forbid", "slept": "sleep", "told": "tell", "meant": "mean",
        "children": "child", "came": "come", "became": "become",
    ]

    private static func keys(_ list: String) -> Set<String> { Set(words(list).map(Wording.key)) }

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
