import ArgumentParser
import BriefModel

/// Looks whether the words that begin a command line name a command, before its options are read: of a command that is
/// not there no option is known either, and the parser of arguments would blame the option.
enum CommandNames {
    /// - Throws: `Failure`, with the command that may be meant.
    static func check(_ arguments: [String], in root: any ParsableCommand.Type) throws {
        var path = [root.configuration.commandName ?? ""]
        var command: any ParsableCommand.Type = root
        for word in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
            let below = command.configuration.subcommands
            guard !below.isEmpty, !word.hasPrefix("-") else { return }
            guard let next = below.first(where: { $0.configuration.commandName == word }) else {
                // It may be what the command that stands for all is given.
                guard command.configuration.defaultSubcommand == nil else { return }
                throw unknown(word, path, below)
            }
            path.append(word)
            command = next
        }
    }

    private static func unknown(
        _ word: String, _ path: [String], _ commands: [any ParsableCommand.Type]
    ) -> Failure {
        let names = commands.map { $0.configuration }.filter { $0.shouldDisplay }
            .compactMap { $0.commandName }
        let whole = path.joined(separator: " ")
        let near = Suggestion.nearest(to: word, among: names)
            .map { "; did you mean \"\(whole) \($0)\"?" }
        let shown = word.count > 40 ? word.prefix(40) + "…" : word[...]
        return .usage(
            "there is no command \"\(String(shown).printable)\"\(near ?? "; \(whole) --help lists all")"
        )
    }
}
