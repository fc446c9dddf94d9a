import ArgumentParser
import BriefModel
import ContentIdentity
import ControlProtocol
import Storage
import Workers

struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make the catalogue anew from the files; briefd must not run.",
        discussion: """
            Every content hash is computed anew. Articles whose files are gone or damaged are read again from their \
            originals; what was edited by hand is kept and noted as edited. Exit status 1 where a file was left out, or \
            does not fit what was written to it.

            Example: briefctl rebuild --config /etc/briefd/briefd.toml
            """)

    @OptionGroup var store: StoreOptions

    func run() throws {
        let rules = try store.siteRules()
        let reader = Readers.caged()
        let report = try store.withStore { path in
            try ArticleStore.rebuild(
                at: path, identify: .content, rules: rules
            ) { try reader.read($0) }
        }
        let reply = RebuildReply(report)
        if store.json {
            Output.bytes(try WireJSON.encode(reply, pretty: true) + [0x0A])
        } else {
            Output.line("The catalogue was made anew: \(reply.articles) articles.")
            show(report.broughtBack, "read again from their originals")
            show(
                report.edited,
                "edited by hand: their text or facts do not fit what was written; kept as they are (reprocess"
                    + " --overwrite-edits puts the text of the original in their place)")
            show(report.leftOut, "left out")
            show(
                report.disputed,
                "not as the log of evidence has it (briefctl verify --proof names all)")
        }
        if !reply.ok { throw ExitCode(1) }
    }

    private func show(_ notes: MendReport.Notes, _ heading: String) {
        guard !notes.isEmpty else { return }
        Output.line("\(notes.count) \(heading):")
        for note in notes.items { Output.line("    \(note.path): \(note.why)".printable) }
        if notes.count > notes.items.count {
            Output.line("    … and \(notes.count - notes.items.count) more")
        }
    }
}

/// The JSON of `briefctl rebuild`.
private struct RebuildReply: Encodable {
    var ok: Bool
    var articles: Int
    var broughtBack: [MendReport.Note]
    var broughtBackCount: Int
    var edited: [MendReport.Note]
    var editedCount: Int
    var leftOut: [MendReport.Note]
    var leftOutCount: Int
    var disputed: [MendReport.Note]
    var disputedCount: Int

    init(_ report: MendReport) {
        ok = report.edited.isEmpty && report.leftOut.isEmpty && report.disputed.isEmpty
        articles = report.takenIn + report.broughtBack.count
        broughtBack = report.broughtBack.items
        broughtBackCount = report.broughtBack.count
        edited = report.edited.items
        editedCount = report.edited.count
        leftOut = report.leftOut.items
        leftOutCount = report.leftOut.count
        disputed = report.disputed.items
        disputedCount = report.disputed.count
    }
}
