/// What somebody does on purpose: "may not be called" forbids it, and nobody takes it for what merely might not happen.
enum DeedTable {
    static let words: WordList = """
        called invoked used reused mixed combined intermixed paired nested passed specified issued entered accessed
        dereferenced touched modified changed altered edited set resized stripped applied overridden relied assumed
        shared copied distributed exported linked submitted resubmitted re-submitted queued requested taken acquired
        grabbed freed released unregistered removed deleted destroyed omitted skipped examined inspected included
        allocated reallocated granted switched attached detached assigned reassigned re-assigned instantiated inserted added
        opened closed read written sent
        """

    static let set = Set(words.strings)
}
