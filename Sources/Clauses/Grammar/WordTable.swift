/// A lexicon's words as they lie in memory: what is read of them is neither held nor counted. They never change, so that
/// any thread may look; whoever has them copied sees to it that nobody looks when they are gone.
///
/// A word is found by its number, which only the slots tell, so none is out of bounds.
struct WordTable: @unchecked Sendable {
    let entries: UnsafeBufferPointer<Lexicon.Entry>
    let slots: UnsafeBufferPointer<UInt32>
    let text: UnsafeBufferPointer<UInt8>

    init(
        entries: UnsafeBufferPointer<Lexicon.Entry>, slots: UnsafeBufferPointer<UInt32>,
        text: UnsafeBufferPointer<UInt8>
    ) {
        self.entries = entries
        self.slots = slots
        self.text = text
    }

    /// A copy, to be deallocated.
    init(_ entries: [Lexicon.Entry], _ slots: [UInt32], _ text: [UInt8]) {
        func copy<Element>(_ array: [Element]) -> UnsafeBufferPointer<Element> {
            let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
            _ = memory.initialize(from: array)
            return UnsafeBufferPointer(memory)
        }
        self.init(entries: copy(entries), slots: copy(slots), text: copy(text))
    }

    func deallocate() {
        entries.deallocate()
        slots.deallocate()
        text.deallocate()
    }

    @inline(__always)
    subscript(_ id: Lexicon.WordID) -> Lexicon.Entry { entries[Int(id)] }

    /// The number of the word at `from..<to`, in whatever case; 0 when unknown.
    func find(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, to: Int) -> Lexicon.WordID {
        let head = EightBytes(bytes, from, to).lowered
        let tail = EightBytes(bytes, from + 8, to).lowered
        var hash = Self.hash(head, tail)
        guard to - from > 16 else { return find(head, tail, hash) { Int($0.length) == to - from } }
        var at = from + 16
        while at < to {
            hash = Self.mixed(hash ^ EightBytes(bytes, at, to).lowered)
            at += 8
        }
        return find(head, tail, hash) { Int($0.length) == to - from && endMatches($0, bytes, from) }
    }

    /// The number of a word of less than 16 bytes, by its first eight and the others; 0 when unknown.
    @inline(__always)
    func find(_ head: UInt64, _ tail: UInt64) -> Lexicon.WordID {
        find(head, tail, Self.hash(head, tail)) { _ in true }
    }

    /// The number of the word that begins so, has this hash and `matches`; 0 where there is none.
    @inline(__always)
    private func find(
        _ head: UInt64, _ tail: UInt64, _ hash: UInt64, _ matches: (Lexicon.Entry) -> Bool
    ) -> Lexicon.WordID {
        let hash = UInt32(truncatingIfNeeded: hash)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while true {
            let found = slots[slot]
            if found == 0 { return 0 }
            if (found ^ hash) >> 16 == 0 {
                let id = Lexicon.WordID(truncatingIfNeeded: found)
                let entry = entries[Int(id)]
                if entry.head == head, entry.tail == tail, matches(entry) { return id }
            }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
    }

    /// Whether the bytes behind the first sixteen are those of `entry`, too.
    private func endMatches(_ entry: Lexicon.Entry, _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Bool {
        var offset = 16
        while offset < Int(entry.length) {
            guard text[Int(entry.start) + offset] == Lexicon.lowercase(bytes[from + offset]) else { return false }
            offset += 1
        }
        return true
    }

    /// A hash of a word in lower case of up to 16 bytes. Nothing behind the first eight leaves the hash as it is.
    @inline(__always)
    static func hash(_ head: UInt64, _ tail: UInt64) -> UInt64 {
        let hash = mixed(head)
        return tail == 0 ? hash : mixed(hash ^ tail)
    }

    @inline(__always)
    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value &* 0x9e37_79b9_7f4a_7c15
        return product ^ product >> 32
    }

    /// The hash by which the word at `from..<to`, in lower case, has its slot.
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> UInt32 {
        var hash = hash(EightBytes(bytes, from, to).lowered, EightBytes(bytes, from + 8, to).lowered)
        var at = from + 16
        while at < to {
            hash = mixed(hash ^ EightBytes(bytes, at, to).lowered)
            at += 8
        }
        return UInt32(truncatingIfNeeded: hash)
    }
}
