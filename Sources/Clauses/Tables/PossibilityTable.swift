/// Words that settle "may not" as what merely happens, so that nobody takes it for a prohibition.
enum PossibilityTable {
    static let words: WordList = """
        able actually all always available cater cover current directly display entirely even every everything exact
        exactly fit fully guarantee guaranteed have immediately implement implemented know known match necessarily
        possible present properly provide provided reflect reliable reliably result support supported visible want work
        works yet enough correspond precisely highly perceived described necessary exist occur happen see seen met obey straight completed finished detected noticed bounded correctly accurate accurately identical contain accepted
        synchronized represented
        """
}
