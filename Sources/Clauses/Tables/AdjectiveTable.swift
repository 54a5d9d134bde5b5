/// Adjectives that are evidence, and those needed to tell a predicate from a noun.
enum AdjectiveTable {
    static let rows: [(classes: WordClasses, words: WordList)] = [
        ([.adjective, .assessing], assessing), ([.adjective, .worthless], worthless), (.adjective, plain),
    ]

    /// A judgement by the author, which cannot be broken.
    static let assessing: WordList = """
        able advantageous capable conceivable customary imaginable plausible appropriate awkward bad beneficial best better big broken clear cleaner common complex complicated
        convenient cheap confusing costly crucial desirable different difficult easier easy efficient essential
        expensive familiar feasible impractical infeasible fast faster fine frequent good great handy hard harder helpful ideal identical important impossible
        inefficient interesting interested large likely meant minimal nice normal obvious popular possible
        preferable pretty rare reasonable related relevant responsible robust scarce sensible serious similar simple
        simpler slow slower special specific straightforward subtle sufficient suitable suited tempting tricky trivial
        typical ugly unclear uncommon unfortunate unlikely unusual useful useless usual weird worse worth worthwhile
        wrong analogous equivalent synonymous aware careful due sure
        """

    /// Data on which nothing can be built.
    static let worthless: WordList = """
        arbitrary bogus corrupt corrupted garbage incorrect indeterminate meaningless stale undefined
        unpredictable unspecified unusable
        """

    static let plain: WordList = """
        absolute accurate active actual additional aligned allowed ambiguous asynchronous atomic available bound busy
        closed coherent complete concurrent consistent constant contiguous correct current dead deprecated direct dirty empty
        enough equal exact exclusive everlasting existing false final first forbidden free full generic global greater
        half high higher illegal immutable inactive inclusive incoherent incompatible independent individual initial
        internal invalid invariant irrelevant last later least legal less local long low lower mandatory maximum minimum
        missing more most multiple mutable mutually necessary needed negative new next nonzero nullable obsolete odd off ok
        okay old on online offline only opaque optional other outstanding own partial particular potential pending
        permanent permissible present previous private proper public pollable ready real redundant relative reliable
        required reserved reverse safe same separate serial shared short signed single sleepable stable static sticky
        strict subsequent successful supported synchronous temporary thread-safe transparent true unable unaligned
        unaffected unavailable unchanged uninitialized unique unlimited unlocked unneeded unnecessary unsafe unsigned
        unsupported unused up upper valid virtual visible void volatile whole writable writeable readable readonly read-only write-only read-write monotonic zero zero-filled superfluous
        discouraged disallowed obligatory compulsory prohibited advisable recommended preferred
        """
}
