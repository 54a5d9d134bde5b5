/// The nouns by which any kernel documentation names the four roles.
enum PartyTable {
    static let general: [Parties.Party] = [
        .init(
            name: "driver", role: .implementer,
            nouns: words(implementers) + agents(of: providing) + phrases(implementerPhrases)),
        .init(name: "caller", role: .caller, nouns: words(callers) + agents(of: consuming) + phrases(callerPhrases)),
        .init(name: "userspace", role: .userspace, nouns: words(userspace) + phrases(userspacePhrases)),
        .init(name: "core", role: .framework, nouns: words(framework) + phrases(frameworkPhrases)),
    ]

    static let implementers: WordList = """
        driver backend vendor lld filesystem fs file-system module architecture arch subdriver sub-driver implementor implementation
        """
    static let implementerPhrases =
        "low-level driver, device driver, file system, platform code, arch code, architecture code"

    static let callers: WordList = "caller client user invoker"
    static let callerPhrases = "calling code, calling driver, calling function, upper layer, kernel code"

    static let userspace: WordList = "userspace user-space userland application app program"
    static let userspacePhrases = """
        user space, user process, user program, user application, user code, user-level code, userspace code,
        user-space code, signal handler
        """

    static let framework: WordList = """
        core framework subsystem kernel linux mm layer midlayer infrastructure vfs scheduler hypervisor midlayers library
        """
    static let frameworkPhrases = "mid layer"

    /// Verbs whose agent noun ("provider") stands on the implementing side.
    static let providing: WordList = "export provide implement supply produce"
    /// Verbs whose agent noun ("consumer") stands on the calling side.
    static let consuming: WordList = "import consume request"

    static func words(_ table: WordList) -> [String] { table.strings }
    static func phrases(_ table: String) -> [String] {
        table.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
    }

    static func agents(of verbs: WordList) -> [String] {
        words(verbs).map { $0.hasSuffix("e") ? $0 + "r" : $0 + "er" }
    }
}
