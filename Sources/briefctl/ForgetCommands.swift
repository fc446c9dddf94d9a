import ArgumentParser
import BriefModel
import ControlProtocol

struct CurrentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "current", abstract: "Make an older revision of an article the current one.",
        discussion: """
            The one that was current stays as a revision: the same command brings it back.

            Example: briefctl current 3f2a9c1e
            """
    )

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: "A revision's id, as briefctl show lists them.") var revision: String

    func run() async throws { try await Act.run("current", on: "articles", [revision], daemon) }
}

struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Take articles with all their files out of the store.",
        discussion: """
            Until the next briefctl gc, --undo brings them back.

            Example: briefctl forget 3f2a9c1e
            """)

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: "Ids, or the beginnings of them.") var ids: [String]
    @Flag(help: "They are never filed again, however they come.") var forGood = false
    @Flag(help: "Bring back what was forgotten.") var undo = false

    func validate() throws {
        if undo && forGood { throw ValidationError("--undo and --for-good do not go together") }
    }

    func run() async throws {
        try await Act.run(
            undo ? "recall" : "forget", on: "articles", ids, daemon,
            query: forGood ? "?for_good=true" : "")
    }
}

struct GarbageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gc",
        abstract: "Remove forgotten articles for good, and what [store] does not keep.",
        discussion: "Example: briefctl gc --dry-run")

    @OptionGroup var daemon: DaemonOptions
    @Flag(help: "Only say what would be removed.") var dryRun = false

    func run() async throws {
        let path = "/v1/gc" + (dryRun ? "?dry_run=true" : "")
        let reply = try await daemon.client.post(path, as: GarbageReply.self)
        try daemon.show(reply) { reply in
            TableOutput.print(
                ["WHAT", "FILES", "SIZE"],
                [
                    ("forgotten articles", reply.forgotten),
                    ("earlier revisions", reply.superseded),
                    ("originals", reply.originals), ("originals of none", reply.orphans),
                ].map { [$0, "\($1.files)", TimeText.size($1.bytes)] })
            Output.line(dryRun ? "Nothing was removed: --dry-run." : "Removed.")
        }
    }
}
