import Testing

@testable import KernelDoc

/// A reading for counts leaves out words and types, and nothing that is counted or said.
@Suite("Reading for counts")
struct DetailTests {
    private static let source = """
        /**
         * ring_get - take a slot
         * @ring: the ring,
         *\twhich is locked
         * @gone: no parameter
         *
         * Return: the slot
         */
        struct slot *ring_get(struct ring *ring, int (*filter)(void *), unsigned int count[4]);

        /**
         * struct ring_ops - what a ring does
         * @take: called with the lock held
         */
        struct ring_ops {
        \tint\t(*take)(struct ring *ring);
        \tu32 size:3, left;
        \t/** @left: slots that nobody has */
        };

        /**
         * DOC: Slots
         *
         * A slot has one owner.
         */

        /**
         * ring_put - give a slot back
         * Note: first
         *
         * It never sleeps.
         *
         * Note: second
         * @ring: the ring
         * Note: third,
         *    and last
         * @ring: the ring, again
         *
         * What it leaves is free.
         */
        void ring_put(struct ring *ring, struct slot *slot, struct slot *slot);

        /**
         * typedef ring_fn - what is called
         */
        typedef int (*ring_fn)(void *);

        /**
         * other - is something else
         */
        int another(void);

        /**
         * never - is closed
        """

    @Test("Items, prose and warnings are those of a full reading")
    func sameItems() {
        let full = CReader().read(Array(Self.source.utf8), file: "ring.h")
        var remarks = Remarks()
        let counts = Array(Self.source.utf8).withUnsafeBytes {
            CReader(.counts).read($0, file: "ring.h", &remarks)
        }
        #expect(full.items.count == 5)
        #expect(counts.items.map(\.name) == full.items.map(\.name))
        #expect(counts.items.map(\.kind) == full.items.map(\.kind))
        #expect(counts.diagnostics.map(\.severity) == full.diagnostics.map(\.severity))
        #expect(counts.diagnostics.map(\.line) == full.diagnostics.map(\.line))
        #expect(counts.diagnostics.last == full.diagnostics.last, "the words of errors are kept")
        // Which members are callbacks is told by their types.
        #expect(counts.items[1].parameters.map(\.name) == full.items[1].parameters.map(\.name))
        #expect(counts.items[1].parameters.map(\.type) == full.items[1].parameters.map(\.type))

        var builder = ProseBuilder()
        let prose = builder.prose(of: full.items)
        #expect(prose.units.count == 16)
        #expect(builder.prose(of: remarks) == prose)
    }

    @Test("A reading leaves nothing to the next one in the same memory")
    func sameMemory() {
        var remarks = Remarks()
        var builder = ProseBuilder()
        let reader = CReader(.counts)
        _ = Array(Self.source.utf8).withUnsafeBytes { reader.read($0, file: "ring.h", &remarks) }
        let first = builder.prose(of: remarks)
        _ = Array("int nothing;".utf8).withUnsafeBytes { reader.read($0, file: "empty.h", &remarks) }
        #expect(builder.prose(of: remarks).units.isEmpty)
        _ = Array(Self.source.utf8).withUnsafeBytes { reader.read($0, file: "ring.h", &remarks) }
        #expect(builder.prose(of: remarks) == first)
    }
}
