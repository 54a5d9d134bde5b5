import Testing

@testable import KernelDoc

/// Reads C text and gives back its items by name.
func readC(_ text: String) -> CReading { CReader().read(Array(text.utf8), file: "sample.c") }

struct CReaderTests {
    @Test("A function comment yields purpose, parameters and sections with their lines")
    func function() throws {
        let reading = readC(
            """
            #include <linux/pond.h>

            /**
             * duck_feed() - give a duck something to eat
             * @duck: the bird that is hungry
             * @grams: how much it gets,
             *         in grams
             *
             * A duck that has eaten is quiet for a while.
             *
             * Context: may sleep.
             * Return: 0 on success, -EAGAIN when the duck is asleep.
             */
            int duck_feed(struct duck *duck, unsigned int grams)
            {
            }
            """)
        let item = try #require(reading.items.first)
        #expect(reading.diagnostics.isEmpty)
        #expect(item.kind == .function && item.name == "duck_feed" && item.line == 3)
        #expect(item.purpose.string == "give a duck something to eat")
        #expect(item.prototype == "int duck_feed(struct duck *duck, unsigned int grams)")
        #expect(item.parameters.map(\.name) == ["duck", "grams"])
        #expect(item.parameters.map(\.type) == ["struct duck *", "unsigned int"])
        #expect(item.parameters.map(\.line) == [5, 6])
        #expect(item.parameters[1].text.string == "how much it gets,\nin grams")
        #expect(item.parameters[1].text.lines == [6, 7])
        #expect(item.sections.map(\.title) == ["Description", "Context", "Return"])
        #expect(item.sections.map(\.line) == [9, 11, 12])
        #expect(item.sections[2].text.string == "0 on success, -EAGAIN when the duck is asleep.")
    }

    @Test("Nested and anonymous members go by the names that kernel-doc gives them")
    func nested() throws {
        let reading = readC(
            """
            /**
             * struct pond - water with ducks
             * @depth: in metres
             * @shore.reed: grows at the edge
             * @shore.sand: does not
             * @cold: when it freezes
             */
            struct pond {
            	unsigned depth:4, unused;
            	struct {
            		int reed, *sand;
            	} shore;
            	union {
            		/** @warm: in summer */
            		bool warm;
            		bool cold;
            	};
            	DECLARE_BITMAP(ducks, 64) __aligned(8);
            	/**
            	 * @drain: lets the water out
            	 *
            	 * Called with the sluice open.
            	 */
            	int (*drain)(struct pond *pond, int speed);
            	/* private: */
            	int secret;
            };
            """)
        let item = try #require(reading.items.first)
        #expect(
            item.parameters.map(\.name) == [
                "depth", "unused", "shore", "shore.reed", "shore.sand", "{unnamed_union}", "warm", "cold", "ducks",
                "drain",
            ])
        #expect(item.parameters.filter(\.isInline).map(\.name) == ["warm", "drain"])
        #expect(item.parameters[9].text.string == "lets the water out\n\nCalled with the sluice open.")
        #expect(item.parameters[9].text.lines == [20, 21, 22])
        #expect(reading.diagnostics.map(\.message).count == 3)
    }

    @Test("Enums, macros, typedefs and DOC sections are items too")
    func otherKinds() {
        let reading = readC(
            """
            /**
             * DOC: about ducks
             *
             * They swim.
             */

            /**
             * enum duck_mood - how a duck feels
             * @CALM: it sits
             * @LOUD: it quacks
             */
            enum duck_mood { CALM = 1, LOUD = BIT(2) };

            /**
             * DUCK_MAX - the most ducks
             */
            #define DUCK_MAX 12

            /**
             * duck_each() - go through all ducks
             * @pos: the current one
             * @args: the rest
             */
            #define duck_each(pos, args...) \\
            	for (pos = 0; pos < 1; pos++)

            /**
             * typedef duck_fn - called for a duck
             * @duck: the duck
             */
            typedef int (*duck_fn)(struct duck *duck);
            """)
        #expect(reading.items.map(\.kind) == [.doc, .enum, .macro, .macro, .function])
        #expect(
            reading.items.map(\.name) == ["about ducks", "duck_mood", "DUCK_MAX", "duck_each", "duck_fn"])
        #expect(reading.items[0].sections.first?.text.string == "They swim.")
        #expect(reading.items[3].parameters.map(\.name) == ["pos", "args"])
        #expect(reading.diagnostics.isEmpty)
    }

    @Test("An unterminated comment is an error with its line, and reading goes on behind it")
    func unterminated() {
        let reading = readC("/**\n * a - b\n\n/**\n * c - d\n */\nint c(void);\n/**\n * e - f\n")
        #expect(reading.items.map(\.name) == ["c"])
        #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.line) == [1, 8])
    }
}
