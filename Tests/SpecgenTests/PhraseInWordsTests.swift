import Testing

@testable import specgen

@Suite("A phrase in words")
struct PhraseInWordsTests {
    @Test(
        "A pattern reads as words",
        arguments: [
            ("^ for example/instance", "“for example/instance” at the beginning"),
            ("optional $", "“optional” at the end"),
            ("{be} ~ guaranteed", "“is guaranteed”"), ("up to the <party> to <base>", "“up to the PARTY to VERB”"),
            ("^ ?please refrain from", "“(please) refrain from” at the beginning"),
            ("no <np> allowed", "“no … allowed”"),
            ("{allow} it", "“allow it”"),
        ])
    func words(pattern: String, words: String) { #expect("\(PhraseInWords(pattern))" == words) }
}
