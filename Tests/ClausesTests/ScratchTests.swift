import Testing

@testable import Clauses

@Suite("Scratch memory")
struct ScratchTests {
    @Test("What is added is kept in order, however much it is, until it is cleared")
    func grows() {
        var scratch = Scratch<Int>(capacity: 1)
        for number in 0..<1000 { scratch.append(number) }
        #expect(Array(scratch.elements) == Array(0..<1000))
        scratch.removeLast()
        #expect(scratch.count == 999)
        #expect(scratch.last == 998)
        scratch.clear()
        #expect(scratch.elements.isEmpty)
        #expect(scratch.last == nil)
        scratch.removeLast()
        scratch.append(7)
        #expect(Array(scratch.elements) == [7])
    }

    @Test("What scratch memory holds is let go with it")
    func releases() {
        final class Held {}
        weak var held: Held?
        do {
            var scratch = Scratch<Held>(capacity: 1)
            for _ in 0..<3 { scratch.append(Held()) }
            held = scratch.last
            #expect(held != nil)
        }
        #expect(held == nil)
    }
}
