import Testing

@testable import Clauses

/// The quick test before a cue is tried lets by whatever the cue could match.
@Suite("Outlook")
struct OutlookTests {
    private func token(_ word: String) throws -> Token {
        var token = Token(start: 0, end: 1, shape: .spaced)
        let lexicon = Grammar.general.lexicon
        token.word = try #require(lexicon.id(of: word))
        token.lemma = lexicon.entries[Int(token.word)].lemma
        return token
    }

    @Test("All forms of a word that was added are let by, most other words are not")
    func words() throws {
        var outlook = Outlook.nothing
        outlook.add(try token("call").lemma)
        for form in ["call", "calls", "called", "calling"] { #expect(outlook.admits(try token(form))) }
        let others = ["the", "wait", "sleep", "lock", "return", "free", "hold", "must"]
        #expect(try others.filter { outlook.admits(try token($0)) }.count <= 2)
    }

    @Test("Adverbs and negations are let by only where the cue may have them")
    func adverbs() throws {
        var adverb = try token("never")
        adverb.tag = .adverb
        var outlook = Outlook.nothing
        #expect(!outlook.admits(adverb))
        outlook.mayBeAdverb = true
        #expect(outlook.admits(adverb))
        #expect(!outlook.admits(try token("wait")))
        #expect(Outlook.anything.admits(Token(start: 0, end: 1, mark: .comma, shape: [])))
    }
}
