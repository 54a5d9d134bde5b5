/// Nouns and adjectives that are evidence for something. The grammar needs no list of all nouns: a word
/// that nothing else explains is one.
enum NounTable {
    static let rows: [(classes: WordClasses, words: WordList)] = [
        (.document, document), (.value, value), (.thing, things), (.helper, helpers), (.result, results),
        (.running, running), (.implemented, implemented), (.stepping, stepping), ([], plain),
    ]

    /// Text about the text: "this section describes …".
    static let document: WordList = """
        article assumption chapter comment discussion document documentation example explanation figure goal idea
        intention kernel-doc motivation note outline overview page paragraph picture purpose rationale reason scenario
        section sketch summary survey table text tutorial usage problem question story todo difference advantage
        disadvantage downside issue drawback benefit history approach concept terminology aim
        """

    /// What a call gives back.
    static let value: WordList = """
        zero null true false nonzero non-zero non-null positive negative one nothing none success -1
        """

    /// What a call gives back, by what it is: "other values may be returned".
    static let results: WordList = "code errno error result status value"

    /// Parts of an API, of which a sentence tells something that holds.
    static let things: WordList = """
        api attribute buffer call callback class command marker counter descriptor device entry event fence field file
        flag framework function handle handler helper hook interface ioctl iterator kernel lock macro mapping member
        memory method mutex object op operation page param parameter pointer queue reference register request routine
        structure subsystem syscall table thread timer value variable variant work
        """

    /// A purpose that names a helper promises nothing of its own.
    static let helpers: WordList = """
        alias callback convenience counterpart encapsulation function handler helper hook implementation method op
        routine stub variant wrapper
        """

    /// Something that runs, so that "cannot" forbids it something.
    static let running: WordList = "code callback handler path hook implementation"

    /// What a driver implements: "the callback must …" is a duty of the driver.
    static let implemented: WordList = "callback handler hook method"

    /// Announce steps that are to be followed.
    static let stepping: WordList = "sequence step procedure recipe pattern"

    static let plain: WordList = """
        effect fault form hint input interest line offset part position project rule slot source subject shutdown type
        data address size length number count amount bit byte time interval context process case condition way kind sort
        caller driver user client information state mode name index id list array string access need thing
        thanks plus minus failure err errcode
        """
}
