import Testing

@testable import Clauses

/// What is looked at eight bytes at a time has to be what it is byte by byte.
@Suite("Lexer")
struct LexerTests {
    private static let texts = [
        "a", "Ring", "IRQ", "sleeps", "the slot", "unlocked", "Registers", "descriptor", "preallocated9", "ring_lock",
        "aZ@[`{z", "\u{E9}t\u{E9}", "_must_", "it's", "x", "MiXed cAsE", "synchronisation",
    ]

    private func tokens(_ text: String) -> [Token] {
        var tokens = Scratch<Token>(capacity: 1)
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            Lexer(words: Grammar.general.words).lex(bytes, 0..<bytes.count, into: &tokens)
        }
        return Array(tokens.elements)
    }

    @Test("Eight bytes are lowered and counted as each of them is by itself", arguments: texts)
    func eightBytes(text: String) {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { bytes in
            for start in bytes.indices {
                for end in start...bytes.count {
                    let part = Array(bytes[start..<min(end, start + 8)])
                    let eight = EightBytes(bytes, start, end)
                    var lowered: UInt64 = 0
                    for byte in part.reversed() { lowered = lowered << 8 | UInt64(Lexicon.lowercase(byte)) }
                    #expect(eight.lowered == lowered)
                    let letters = part.prefix { (0x61...0x7a).contains($0) }.count
                    #expect(eight.lowerCaseCount(afterCapital: false) == letters)
                    let behind = part.dropFirst().prefix { (0x61...0x7a).contains($0) }.count
                    #expect(eight.lowerCaseCount(afterCapital: true) == 1 + behind)
                    for count in part.indices {
                        #expect(eight.prefix(count + 1).lowered == EightBytes(bytes, start, start + count + 1).lowered)
                    }
                }
            }
        }
    }

    @Test("A word is the same at the end of a text, and before a blank, few bytes or many")
    func wordsAnywhere() {
        let lexicon = Grammar.general.lexicon
        let known = (1..<lexicon.entries.count).map { lexicon.string(Lexicon.WordID($0)) }
        for word in known + Self.texts.flatMap({ $0.split(separator: " ").map(String.init) }) {
            for word in [word, word.prefix(1).uppercased() + word.dropFirst()] {
                let alone = tokens(word)
                for behind in [" ", " and then some more of it"] {
                    let token = tokens(word + behind)[0]
                    #expect(
                        (token.end, token.word, token.lemma, token.party)
                            == (alone[0].end, alone[0].word, alone[0].lemma, alone[0].party), "\(word)")
                    #expect(token.classes == alone[0].classes && token.tag == alone[0].tag, "\(word)")
                    #expect(token.shape == alone[0].shape, "\(word)")
                }
            }
        }
    }

    @Test("Every word of the tables is found, in capitals too, and no other")
    func lookUp() {
        let lexicon = Grammar.general.lexicon
        for id in 1..<lexicon.entries.count {
            let word = lexicon.string(Lexicon.WordID(id))
            #expect(lexicon.id(of: word) == Lexicon.WordID(id))
            #expect(lexicon.id(of: word.uppercased()) == Lexicon.WordID(id))
            for other in [word + "q", "q" + word] where lexicon.id(of: other) != nil {
                #expect(lexicon.id(of: other).map(lexicon.string) == other)
            }
        }
    }

    @Test("An address of the web is one word, without the marks of the sentence around it")
    func addresses() {
        func words(_ text: String) -> [String] {
            let bytes = Array(text.utf8)
            return tokens(text).filter(\.isWord).map {
                String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
            }
        }
        #expect(words("(https://ring.example/a-b_c?d=1).") == ["https://ring.example/a-b_c?d=1"])
        #expect(words("At http://ring.example/a, and more") == ["At", "http://ring.example/a", "and", "more"])
        // Nothing stands there: a path, a comment's beginning, a scheme alone.
        #expect(words("rings: //a") == ["rings", "a"])
        #expect(words("1://a") == ["1", "a"])
        #expect(words("http://") == ["http"])
        #expect(words("see ://a b") == ["see", "a", "b"])
    }
}
