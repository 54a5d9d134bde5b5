import Foundation
import Testing

@testable import Compliance

/// The page in a real browser, acted on as a reader would.
@Suite("The page, driven", .enabled(if: Browser.isPresent, Browser.whyNot), .serialized)
struct HTMLPageTests {
    /// What every script below may use.
    private static let hands = """
        const $ = (selector) => document.querySelector(selector);
        const seen = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility()).length;
        const type = (text) => { $("#search").value = text; $("#search").dispatchEvent(new Event("input")); };
        const press = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        const answers = {};
        """

    private func drive(
        _ page: String, fragment: String = "", width: Int = 1280, dark: Bool = false, _ script: String
    ) throws -> [String: Any] {
        let answer = try Browser.drive(
            page, fragment: fragment, width: width, dark: dark, Self.hands + script + "; return answers;")
        return try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any], "\(answer)")
    }

    @Test("Filters narrow the clauses, say how many there are, and are cleared.")
    func filters() throws {
        let sample = SampleSpec.page(of: 60)
        let answers = try drive(
            sample.html,
            """
            answers.before = $("#count").textContent;
            $("#f-status input[value=unproven]").click();
            answers.unproven = $("#count").textContent;
            answers.marked = document.querySelectorAll("#text .c.hit").length;
            answers.othersAreDim = getComputedStyle($("#text .c:not(.hit)")).opacity < 1;
            type("lantern");
            answers.both = $("#count").textContent;
            answers.link = location.hash;
            $("#clear").click();
            answers.after = $("#count").textContent;
            type("no such words");
            answers.none = $("#empty").checkVisibility();
            answers.headings = seen("#text h2");
            """)
        let unproven = sample.report.clauses.filter { $0.status == .unproven }
        let both = unproven.filter { $0.clause.text.contains("lantern") }
        try #require(!both.isEmpty && both.count < unproven.count)
        #expect(answers["before"] as? String == "60 clauses")
        #expect(answers["unproven"] as? String == "\(unproven.count) of 60 clauses")
        #expect(answers["marked"] as? Int == unproven.count)
        #expect(answers["othersAreDim"] as? Bool == true)
        #expect(answers["both"] as? String == "\(both.count) of 60 clauses")
        #expect(answers["link"] as? String == "#?status=unproven&q=lantern")
        #expect(answers["after"] as? String == "60 clauses")
        #expect(answers["none"] as? Bool == true)
        // Of a file in which nothing is found, not even the name is left.
        #expect(answers["headings"] as? Int == 0)
    }

    @Test("A clause opens by a click, and tells its words, source, rule, test and proof; keys go on from there.")
    func opens() throws {
        let sample = SampleSpec.page(of: 60)
        let index = try #require(sample.report.clauses.firstIndex { $0.status == .verified })
        let clause = sample.report.clauses[index]
        let answers = try drive(
            sample.html,
            """
            answers.closed = $("#panel").checkVisibility();
            $('#text [data-i="\(index)"]').click();
            answers.open = $("#panel").checkVisibility();
            answers.focus = document.activeElement.id;
            answers.words = $("#clause").innerText;
            answers.link = location.hash;
            press("j");
            answers.next = $("#text .held").dataset.i;
            press("k");
            answers.back = $("#text .held").dataset.i;
            press("Escape");
            answers.escaped = $("#panel").checkVisibility();
            answers.returned = document.activeElement.dataset.i;
            press("/");
            answers.search = document.activeElement.id;
            """)
        #expect(answers["closed"] as? Bool == false)
        #expect(answers["open"] as? Bool == true)
        #expect(answers["focus"] as? String == "panel")
        let words = try #require(answers["words"] as? String)
        let expected = [
            clause.clause.text, "Spec/gates.md:\(clause.clause.source.line)", "must", "hold … {number} {resource}",
            try #require(clause.test?.name), "try bed.prepare(for: .map)", try #require(clause.proof.first),
            "is not noticed",
        ]
        for part in expected { #expect(words.contains(part), "\(part)") }
        #expect(answers["link"] as? String == "#\(clause.clause.id)")
        #expect(answers["next"] as? String == "\(index + 1)")
        #expect(answers["back"] as? String == "\(index)")
        #expect(answers["escaped"] as? Bool == false)
        #expect(answers["returned"] as? String == "\(index)")
        #expect(answers["search"] as? String == "search")
    }

    @Test("A deep link opens its clause and brings its words into sight, filters and all.")
    func deepLink() throws {
        let sample = SampleSpec.page(of: 300)
        let clause = sample.report.clauses[250].clause
        let answers = try drive(
            sample.html, fragment: "\(clause.id)?bearer=\(clause.bearer)",
            """
            const box = $(".held").getBoundingClientRect();
            answers.inSight = box.top >= 0 && box.bottom <= innerHeight;
            answers.isBesidePanel = box.right <= $("#panel").getBoundingClientRect().left;
            answers.words = $("#panel blockquote").innerText;
            answers.chosen = $("#f-bearer input:checked").value;
            """)
        #expect(answers["inSight"] as? Bool == true)
        #expect(answers["isBesidePanel"] as? Bool == true)
        #expect(answers["words"] as? String == clause.text)
        #expect(answers["chosen"] as? String == clause.bearer)
    }

    @Test("The table lists the clauses that pass, sorts, opens, and grows as one scrolls.")
    func table() throws {
        let sample = SampleSpec.page(of: 400)
        let answers = try drive(
            sample.html,
            """
            press("t");
            answers.text = $("#text").checkVisibility();
            answers.first = seen("#rows tr");
            $('#table th[data-by=bearer] button').click();
            answers.sorted = $("#rows tr td:nth-child(3)").textContent;
            $('#table th[data-by=bearer] button').click();
            answers.reversed = $("#rows tr td:nth-child(3)").textContent;
            type("gate number 399 ");
            answers.found = seen("#rows tr");
            $("#rows tr").click();
            answers.words = $("#panel blockquote").innerText;
            """)
        #expect(answers["text"] as? Bool == false)
        #expect((150...399).contains(answers["first"] as? Int ?? 0))
        #expect(answers["sorted"] as? String == "")
        #expect(answers["reversed"] as? String == "warden")
        #expect(answers["found"] as? Int == 1)
        #expect(answers["words"] as? String == sample.report.clauses[399].clause.text)
    }

    @Test("What a failing test said is wrapped, so that none of it has to be scrolled into sight.")
    func said() throws {
        let sample = SampleSpec.page(of: 300)
        let index = try #require(sample.report.clauses.firstIndex { $0.status == .failing })
        let answers = try drive(
            sample.html,
            """
            $('#text [data-i="\(index)"]').click();
            const said = $("#panel pre.said");
            answers.words = said.textContent;
            said.textContent = "hold = 0, ".repeat(100);
            answers.fits = said.scrollWidth <= said.clientWidth;
            """)
        #expect((answers["words"] as? String)?.hasPrefix("Expectation failed") == true)
        #expect(answers["fits"] as? Bool == true)
    }

    @Test("It fits a phone, a tablet and a wide screen, open or not.", arguments: [500, 900, 1700])
    func fits(width: Int) throws {
        let answers = try drive(
            SampleSpec.page(of: 40).html, width: width,
            """
            const fits = () => document.documentElement.scrollWidth <= innerWidth;
            answers.text = fits();
            press("j");
            answers.open = fits() && $("#panel").getBoundingClientRect().right <= innerWidth + 1;
            press("Escape");
            press("t");
            answers.table = fits();
            answers.filters = $("#facets").checkVisibility();
            $("#unfold").click();
            answers.unfolded = $("#facets").checkVisibility();
            """)
        #expect(answers["text"] as? Bool == true)
        #expect(answers["open"] as? Bool == true)
        #expect(answers["table"] as? Bool == true)
        #expect(answers["filters"] as? Bool == (width > 960))
        #expect(answers["unfolded"] as? Bool == true)
    }

    @Test("Printed, it has the clause that is open behind the text, nothing folded, and nothing to click.")
    func printed() throws {
        let answers = try drive(
            HTMLReport(LinuxReportTests.report).description,
            """
            press("j");
            const folded = $(".folded").offsetHeight;
            for (const rule of document.styleSheets[0].cssRules) if (rule.media?.mediaText === "print") rule.media.mediaText = "all";
            answers.unfolded = $(".folded").offsetHeight > 2 * folded;
            answers.behind = $("#panel").getBoundingClientRect().top >= $("#text").getBoundingClientRect().bottom;
            answers.words = $("#panel blockquote").checkVisibility();
            answers.buttons = [...document.querySelectorAll(".body :is(button, input, select)")].filter((e) => e.checkVisibility()).length;
            answers.left = $("h1").getBoundingClientRect().left === $("#text p").getBoundingClientRect().left;
            press("Escape");
            answers.closed = $("#panel").checkVisibility();
            """)
        #expect(answers["unfolded"] as? Bool == true)
        #expect(answers["behind"] as? Bool == true)
        #expect(answers["words"] as? Bool == true)
        #expect(answers["buttons"] as? Int == 0)
        #expect(answers["left"] as? Bool == true)
        #expect(answers["closed"] as? Bool == false)
    }

    @Test("Every clause in the text is reached by Tab, says its status and its words, and opens by a key.")
    func keyboard() throws {
        let sample = SampleSpec.page(of: 60)
        let index = try #require(sample.report.clauses.firstIndex { $0.status == .unproven })
        let clause = sample.report.clauses[index].clause
        let answers = try drive(
            sample.html,
            """
            const all = [...document.querySelectorAll("#text .c")];
            answers.reached = all.length > 0 && all.every((c) => c.tabIndex === 0 && c.getAttribute("role") === "button");
            const mark = $('#text [data-i="\(index)"]');
            answers.label = mark.getAttribute("aria-label");
            const hit = (key) => mark.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
            answers.isTaken = !hit(" ");
            answers.opened = $("#panel").checkVisibility();
            press("Escape");
            answers.isBack = document.activeElement === mark && mark.tabIndex === 0;
            hit("Enter");
            answers.again = $("#panel").checkVisibility();
            $("#f-status input[value=unproven]").click();
            answers.filtered = all.every((c) => c.tabIndex === (c.classList.contains("hit") ? 0 : -1));
            """)
        for key in ["reached", "isTaken", "opened", "isBack", "again", "filtered"] {
            #expect(answers[key] as? Bool == true, "\(key)")
        }
        #expect(answers["label"] as? String == "unproven: \(clause.text)")
    }

    @Test("Its tones stand out from what is behind them, by day and by night.", arguments: [false, true])
    func contrast(_ dark: Bool) throws {
        let answers = try drive(
            SampleSpec.page(of: 12).html, dark: dark,
            """
            const style = getComputedStyle(document.documentElement);
            const light = (name) => {
              const number = parseInt(style.getPropertyValue(name).trim().slice(1), 16);
              const [r, g, b] = [number >> 16, number >> 8 & 255, number & 255].map((v) => v / 255)
                .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            for (const tone of ["verified", "unproven", "failing", "untested", "unbound", "waived", "informative", "quiet"]) {
              answers[tone] = Math.min(...["--paper", "--panel"].map((ground) => {
                const [x, y] = [light("--" + tone), light(ground)].sort((a, b) => b - a);
                return (x + 0.05) / (y + 0.05);
              }));
            }
            """)
        for (tone, value) in answers {
            // That of a dot need not be read.
            let least = tone == "informative" ? 3 : 4.5
            #expect(try #require(value as? Double) >= least, "\(tone) \(value)")
        }
    }

    @Test("It is dark where the reader's screen is.")
    func dark() throws {
        let page = SampleSpec.page(of: 10).html
        let script = "answers.paper = getComputedStyle(document.body).backgroundColor"
        let light = try drive(page, script)["paper"] as? String
        let dark = try drive(page, dark: true, script)["paper"] as? String
        #expect(light == "rgb(253, 252, 250)")
        #expect(dark == "rgb(25, 26, 28)")
    }

    @Test("Documentation that tries to run in the page, or to draw in it, is shown as the text that it is.")
    func inert() throws {
        let answers = try drive(
            HTMLReportTests.evilPage,
            """
            press("j");
            answers.title = document.title;
            answers.images = document.querySelectorAll("img").length;
            answers.scripts = document.querySelectorAll("script:not(:last-of-type)").length;
            answers.words = $("#panel blockquote").textContent;
            answers.all = $("#clause").textContent;
            """)
        #expect((answers["title"] as? String)?.hasPrefix("</script><script>") == true)
        #expect(answers["images"] as? Int == 0)
        #expect(
            (answers["words"] as? String)?.hasPrefix("</script><script>document.title='pwned'</script><img") == true)
        #expect((answers["all"] as? String)?.contains("document.title='pwned'") == true)
    }

    @Test("With 5,000 clauses it is no larger than three megabytes, comes up and filters.")
    func large() throws {
        let page = SampleSpec.page(of: 5000).html
        #expect(page.utf8.count < 3_000_000)
        let answers = try drive(
            page,
            """
            answers.ready = "ready" in document.documentElement.dataset;
            const shown = () => Number($("#count").textContent.replace(/[^0-9].*/, ""));
            answers.all = shown();
            type("lantern");
            answers.found = shown();
            type("");
            answers.again = shown();
            """)
        #expect(answers["ready"] as? Bool == true)
        let all = try #require(answers["all"] as? Int)
        let found = try #require(answers["found"] as? Int)
        #expect(all >= 5000)
        #expect(found > 0 && found < all)
        #expect(answers["again"] as? Int == all)
    }
}
