import Foundation
import KernelDoc

/// Files whose names say that they hold no documentation which is read here: read as prose, their code would be promises.
enum ForeignFile {
    /// What to say of a file that was named; nil for what may be read, and for what is not there.
    static func refusal(of path: String) -> Diagnostic? {
        let name = URL(fileURLWithPath: path).lastPathComponent
        guard isForeign(name), FileManager.default.fileExists(atPath: path), !isFolder(path) else { return nil }
        return Diagnostic(
            .error, file: path, message: "is of a kind in which no documentation is read",
            advice:
                "what is read: kernel-doc in C (.c, .h), Markdown (.md), reStructuredText (.rst), plain text (.txt, or "
                + "no ending), patches and mails (.patch, .diff, .mbox, .eml)")
    }

    private static func isForeign(_ name: String) -> Bool {
        guard !DocumentReader.reads(name) else { return false }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        // Makefile.lib and Kconfig.debug are what their first parts say.
        if let first = parts.first, builds.contains(String(first)) { return true }
        return parts.count > 1 && endings.contains(parts[parts.count - 1].lowercased())
    }

    private static let builds: Set = ["Makefile", "GNUmakefile", "Kbuild", "Kconfig", "Dockerfile"]

    /// Of code in other languages, data and settings. Those with C's comments may hold kernel-doc, and are not in here.
    private static let endings: Set = [
        "asm", "awk", "bash", "bat", "cfg", "cmake", "cocci", "conf", "config", "css", "csv", "dts", "dtsi", "dtso",
        "go", "html", "ini", "json", "lds", "lua", "mk", "pl", "pm", "py", "rb", "rs", "s", "sed", "sh", "svg",
        "swift", "tex", "toml", "tsv", "xml", "yaml", "yml",
    ]
}
