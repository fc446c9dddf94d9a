import ArgumentParser
import Testing

@testable import briefctl

@Suite struct HelpExampleTests {
    private static let commands = all(below: Briefctl.self)

    private static func all(below command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        [command]
            + command.configuration.subcommands.filter { $0.configuration.shouldDisplay }
            .flatMap(all)
    }

    /// The words of "Example: briefctl …" up to where the shell takes over.
    private static func examples(of command: any ParsableCommand.Type) -> [[String]] {
        command.configuration.discussion.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("Example: briefctl ") else { return nil }
            var words: [String] = []
            var isQuoted = false
            for part in line.dropFirst(18).split(separator: "'", omittingEmptySubsequences: false) {
                words += isQuoted ? [String(part)] : part.split(separator: " ").map(String.init)
                isQuoted.toggle()
            }
            return Array(words.prefix { $0 != ">" })
        }
    }

    @Test func `every command's help shows an example, which the parser takes`() throws {
        #expect(Self.commands.count > 40)
        for command in Self.commands {
            let name = command.configuration.commandName ?? "\(command)"
            let examples = Self.examples(of: command)
            #expect(!examples.isEmpty, "\(name) has no example")
            for words in examples {
                #expect(throws: Never.self, "\(words)") { try Briefctl.parseAsRoot(words) }
                try CommandNames.check(words, in: Briefctl.self)
            }
        }
    }
}
