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
        };

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

    @Test("Items, texts and warnings are those of a full reading")
    func sameItems() {
        let full = CReader().read(Array(Self.source.utf8), file: "ring.h")
        let counts = CReader(.counts).read(Array(Self.source.utf8), file: "ring.h")
        #expect(full.items.count == 3)
        #expect(counts.items.map(\.name) == full.items.map(\.name))
        #expect(counts.items.map(\.kind) == full.items.map(\.kind))
        #expect(counts.items.map(\.purpose) == full.items.map(\.purpose))
        #expect(counts.items.map(\.sections) == full.items.map(\.sections))
        #expect(counts.items.map { $0.parameters.map(\.name) } == full.items.map { $0.parameters.map(\.name) })
        #expect(counts.items.map { $0.parameters.map(\.text) } == full.items.map { $0.parameters.map(\.text) })
        #expect(counts.items.map(\.excess) == full.items.map(\.excess))
        #expect(counts.diagnostics.map(\.severity) == full.diagnostics.map(\.severity))
        #expect(counts.diagnostics.map(\.line) == full.diagnostics.map(\.line))
        #expect(counts.diagnostics.last == full.diagnostics.last, "the words of errors are kept")
        // Which members are callbacks is told by their types.
        #expect(counts.items[1].parameters.map(\.type) == full.items[1].parameters.map(\.type))
    }
}
