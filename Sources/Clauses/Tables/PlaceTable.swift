/// Places and means that only those reach who use the kernel from outside: what "can be set in sysfs", they may set.
enum PlaceTable {
    /// Words, and pairs of words.
    static let phrases = """
        sysfs, procfs, debugfs, configfs, tracefs, / sys, / proc, / dev, kernel log, kernel parameter, module parameter,
        boot parameter, boot option, mount option, command line, kernel command-line
        """

    /// The last words of those that userspace only reads: what is written to the kernel log, the kernel writes.
    static let outlets: WordList = "log"
}
