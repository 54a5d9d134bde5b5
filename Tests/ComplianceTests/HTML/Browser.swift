import Foundation
import Testing

/// A headless Chromium, where one is installed, to see a page as its readers do.
enum Browser {
    static let path = ["chromium", "chromium-browser", "google-chrome"].lazy
        .flatMap { name in folders.map { "\($0)/\(name)" } }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    private static let folders =
        ["/usr/bin", "/usr/local/bin"]
        + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)

    static let isPresent = path != nil
    static let whyNot: Comment = "no Chromium here to drive the page with; Debian has it as `chromium`"

    /// Opens a page, lets a script act on it as a reader would, and answers what the script returned.
    ///
    /// - Parameters:
    ///   - script: the body of a function; it runs when the page is ready. It may only see and click what is there.
    ///   - fragment: of the address: what a deep link ends with.
    ///   - width: of the window, in pixels.
    static func drive(
        _ page: String, fragment: String = "", width: Int = 1280, dark: Bool = false, _ script: String
    ) throws -> String {
        let driver = """
            <script>
            addEventListener("load", () => {
              let answer;
              try { answer = (() => { \(script) })(); } catch (error) { answer = "threw " + error; }
              const place = document.createElement("pre");
              place.id = "the-answer";
              place.textContent = JSON.stringify(answer === undefined ? null : answer);
              document.body.append(place);
            });
            </script></body>
            """
        let dom = try run(
            page.replacing("</body>", with: driver), fragment: fragment, width: width, dark: dark, ["--dump-dom"])
        let start = try #require(
            dom.range(of: "<pre id=\"the-answer\">"), "the page never got ready: \(dom.prefix(300))")
        let end = try #require(dom.range(of: "</pre>", range: start.upperBound..<dom.endIndex))
        return String(dom[start.upperBound..<end.lowerBound])
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    /// What the browser printed.
    static func run(
        _ page: String, fragment: String = "", width: Int = 1280, dark: Bool = false, _ arguments: [String]
    ) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "page.html")
        try Data(page.utf8).write(to: file)
        let output = folder.appending(path: "out")
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(filePath: try #require(path))
        process.arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
                "--user-data-dir=\(folder.path)/profile", "--window-size=\(width),900",
            ] + (dark ? ["--blink-settings=preferredColorScheme=0"] : []) + arguments
            + ["file://\(file.path)" + (fragment.isEmpty ? "" : "#\(fragment)")]
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return String(decoding: try Data(contentsOf: output), as: UTF8.self)
    }
}
