import ArgumentParser

/// What the parser's completion scripts lack: the subcommands behind `help`.
enum CompletionScript {
    /// The script with them; any other text as it is.
    static func completed(_ text: String, names: [String]) -> String {
        let list = names.joined(separator: " ")
        if let place = text.range(of: "\n_specgen_help() {\n") {
            let (head, tail) = (String(text[..<place.upperBound]), String(text[place.upperBound...]))
            // zsh
            if tail.contains("'*:subcommands:'") {
                return head + tail.replacing("'*:subcommands:'", with: "'*:subcommands:(\(list))'", maxReplacements: 1)
            }
            let offer = "    __specgen_offer_flags_options -1\n"
            let more = "    __specgen_add_completions -W '\(names.joined(separator: "'$'\\n''"))'\n"
            return head + tail.replacing(offer, with: offer + more, maxReplacements: 1)
        }
        guard text.contains("complete -c 'specgen'"), text.contains("__fish") || text.contains("function __specgen")
        else { return text }
        return text + "complete -c 'specgen' -n '__fish_seen_subcommand_from help' -fa '\(list)'\n"
    }
}
