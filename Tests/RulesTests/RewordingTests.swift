import Clauses
import Testing
import Widget

@testable import Rules

/// What no kind reads as it stands, and makes a test of in other words.
@Suite("Rewordings")
struct RewordingTests {
    private static func plain(_ text: String) -> String {
        Rewording.tables.plain(Word.words(of: text)).words.map(\.text).joined(separator: " ")
    }

    @Test(
        "A line of the table puts it in words that the kinds know",
        arguments: [
            ("the ultimate widget_put()", "last widget_put"),
            ("0 if it succeeds, a negative errno otherwise", "0 on success negative errno on failure"),
            ("A negative errno is what the caller gets on failure", "returns negative errno on failure"),
            ("widget_unmap() must be used to unmap a window", "must unmap window with widget_unmap"),
            ("The check need not be repeated by drivers", "drivers need not repeated check"),
            ("The window is released by the core at the end", "core released window at end"),
            (
                "Put widget_begin() and widget_end() around each access",
                "bracket each access with widget_begin and widget_end"
            ),
            ("This callback is reached by way of widget_map()", "This callback is called through widget_map"),
            ("Only after the window exists does the core call it", "core call it only when window exists"),
            ("Allocation of memory fails", "memory cannot be allocated"),
            ("Once it has completed its CPU access callers go on", "after CPU access callers go on"),
            ("Callers should follow up with widget_end()", "Callers should call widget_end afterwards"),
            ("drivers are under no obligation to set it", "drivers need not set it"),
        ])
    func reworded(text: String, plain: String) { #expect(Self.plain(text) == plain) }

    /// Of each line, texts that it is there for: the first of its words, and each other one in turn.
    private static func samples(_ line: Substring) -> [[Word]] {
        let runs = [
            "<x>": "windows", "<y>": "callers", "<rest>": "windows", "<w>": "widget_map",
            "<name>": "widget_map", "<number>": "3",
            "<modal>": "must", "<part>": "called", "<focus>": "widget_map", "<agent>": "callers", "<tail>": "",
        ]
        let pieces = line.prefix { $0 != "|" }.split(separator: " ").filter {
            $0 != "^" && $0 != "$" && $0.first != "!"
        }
        let choices = pieces.map { piece in runs[String(piece)].map { [$0[...]] } ?? piece.split(separator: "/") }
        let first = choices.map { $0[0] }
        return choices.indices.flatMap { at in
            choices[at].map { choice in
                Word.words(of: (first[..<at] + [choice] + first[(at + 1)...]).joined(separator: " "))
            }
        }
    }

    @Test(
        "No line of a table stands behind one that takes its words",
        arguments: [Restatement.lines, Restatement.lines + "\n" + Rewording.words, Rewording.turns])
    func alive(table: String) {
        let lines = table.split(separator: "\n")
        for (number, line) in lines.enumerated() {
            let before = RestatementTable(lines[..<number].joined(separator: "\n"))
            let own = RestatementTable(String(line))
            #expect(
                Self.samples(line).contains { sample in
                    before.plain(sample).words == sample && own.plain(sample).words != sample
                }, "\(line)")
        }
    }

    @Test("What stands in front of the subject is read behind it, too")
    func fronted() {
        func orders(_ text: String) -> [String] {
            let bound = read(text).first.map { Rewording.orders(of: $0.clause, .example) } ?? [[]]
            return bound.map { $0.map(\.text).joined(separator: " ") }
        }
        #expect(
            orders("After the last widget_put(), this is called.")
                == ["After last widget_put this is called", "this is called After last widget_put"])
        #expect(orders("Inside of one access it can map a window.").last == "it can map window Inside of one access")
        // What a condition lists is parted by commas, too.
        #expect(
            orders("If windows, pages and shares are held, callers must not sleep.").last
                == "callers must not sleep If windows pages and shares are held")
        #expect(
            orders("If the lock is held or if the ring is full, callers must not sleep.").last
                == "callers must not sleep If lock is held or if ring is full")
        #expect(orders("The callback is called after it.").count == 1)
        #expect(orders("After the call of widget_end()").count == 1)
        #expect(orders("").count == 1)
    }

    @Test(
        "A sentence in other words makes the test of the plain one",
        arguments: [
            ("A window must be unmapped by using widget_unmap().", "widget_unmap() must be used to unmap a window."),
            (
                "Callers must call widget_begin() before widget_map().",
                "Before widget_map() callers must call widget_begin()."
            ),
            (
                "Callers should call widget_end() afterwards.",
                "Callers should follow up with widget_end()."
            ),
            ("Callers cannot rely on coherent access.", "Coherent access is nothing callers can count on."),
            ("widget_map() must always succeed.", "Success of widget_map() is mandatory."),
        ])
    func same(plain: String, other: String) {
        let (plain, other) = (read(plain), read(other))
        #expect(plain.count == 1 && plain[0].plan != nil, "\(plain.map { $0.clause.reason ?? "" })")
        #expect(other.map(\.plan) == plain.map(\.plan), "\(other.map { $0.clause.reason ?? "" })")
    }

    @Test(
        "So does what is said of a callback",
        arguments: [
            ("This callback must not sleep.", "This callback has to do its work without ever sleeping."),
            ("This callback is optional.", "The callback is an optional one."),
            ("It may sleep.", "Sleeping is fine here."),
        ])
    func sameOfCallback(plain: String, other: String) {
        let (plain, other) = (read(plain, callback: "map"), read(other, callback: "map"))
        #expect(plain.count == 1 && plain[0].plan != nil, "\(plain.map { $0.clause.reason ?? "" })")
        #expect(other.map(\.plan) == plain.map(\.plan), "\(other.map { $0.clause.reason ?? "" })")
    }

    @Test(
        "So does a result",
        arguments: [
            "0 if successful, or a negative error code if not.", "On success 0, on failure a negative error code.",
            "0 when it succeeds, or a negative error code when it fails.",
            "Zero when all went well, a negative error code in the event of failure.",
        ])
    func sameResult(other: String) {
        let plain = read(
            "0 on success or a negative error code on failure.", callback: "begin", section: "Returns")
        let other = read(other, callback: "begin", section: "Returns")
        #expect(plain.count == 1 && plain[0].plan != nil)
        #expect(other.map(\.plan) == plain.map(\.plan), "\(other.map { $0.clause.reason ?? "" })")
    }

    @Test("What is read as it stands is not reworded, and what is reworded says so")
    func readAs() {
        #expect(read("widget_map() must always succeed.")[0].readAs == nil)
        #expect(read("Success of widget_map() is mandatory.")[0].readAs == "widget_map must succeed")
    }

    @Test(
        "What a kind has heard to tell otherwise it does not take in other words; nor what a test would have as its opposite",
        arguments: [
            "The map callback is called by widget_map() once for all windows.",
            "Callers must not sleep while they hold a window, but drivers may.",
            "Callers must not sleep while they hold a window, whereas drivers do.",
            "The caller, not the driver, must make sure that access is coherent.",
            "Access is guaranteed to be coherent even when only widget_begin() was called.",
            "Use widget_map() carefully, since window space is limited.",
        ])
    func other(text: String) {
        #expect(
            read(text).allSatisfy { $0.plan == nil }, "\(read(text).map { $0.clause.rule.debugDescription })")
    }

    @Test("What is left to others, or left alone, does not make a callback optional")
    func left() {
        for text in ["It must leave the windows alone.", "It shall leave this to the caller."] {
            #expect(!read(text, callback: "map").contains { $0.clause.rule?.kind == .callbackPresence }, "\(text)")
        }
        #expect(
            read("It may be left out.", callback: "map").contains { $0.clause.rule?.kind == .callbackPresence })
    }
}
