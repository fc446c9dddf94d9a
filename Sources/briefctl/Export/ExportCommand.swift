import ArgumentParser
import BriefModel
import FoundationEssentials
import LinuxIO
import Outputs
import Queries
import Storage

struct ExportCommand: ParsableCommand {
    enum Format: String, EnumerableFlag {
        case jsonl, csv, html, epub, wacz

        static func help(for value: Format) -> ArgumentHelp? {
            switch value {
            case .jsonl: "One JSON object a line, with facts and text (the default)."
            case .csv: "The facts as a table."
            case .html: "One page with all texts."
            case .epub: "A book, a chapter each."
            case .wacz: "The documents as they came, as a web archive."
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Articles out of the store, in the order in which they were filed.",
        discussion: """
            Reads the store itself; briefd may run meanwhile. Without words it takes all articles. --since with the \
            "since" of the last line goes on where an export ended.

            Example: briefctl export --jsonl --since 2026-11-01 > november.jsonl
            """)

    @OptionGroup var store: StoreOptions
    @Flag var format: Format = .jsonl
    @Option(name: .shortAndLong, help: "Write to this file, which is replaced when all is written.")
    var output: String?
    @Option(help: "At most so many.") var limit: Int?
    @Option(help: "Filed at this time or later, or behind the \"since\" of an earlier line.")
    var since: String?
    @Option(help: "Filed before this time: 2026-11-21 or RFC 3339.") var until: String?
    @Option(help: "Of the feed with this id.") var feed: String?
    @Option(help: "With this tag.") var tag: String?
    @Option(help: "Of this site, by name or host.") var site: String?
    @Option(
        help: "With --jsonl: texts in pieces of at most so many characters, one a line, for models."
    )
    var chunks: Int?
    @Option(help: "What a book or web archive is called.") var title = "Articles"
    @Argument(help: "Words, as in briefctl search.") var words: [String] = []

    func validate() throws {
        guard let chunks else { return }
        guard format == .jsonl else { throw ValidationError("--chunks goes with --jsonl") }
        guard ChunkLines.limits.contains(chunks) else {
            throw ValidationError(
                "--chunks \(chunks): give a number from \(ChunkLines.limits.lowerBound) to \(ChunkLines.limits.upperBound)"
            )
        }
    }

    func run() throws {
        let query = try query()
        let target = try ExportTarget(output, isText: format != .epub && format != .wacz)
        try store.withStore(writes: false) { path in
            let exporter = Exporter(try StoreReader(at: path).catalogue)
            do {
                switch format {
                case .jsonl:
                    if let chunks {
                        try export(exporter, query, ChunkLines(limit: chunks), target)
                    } else {
                        try export(exporter, query, JSONLines(), target)
                    }
                case .csv: try export(exporter, query, CommaSeparated(), target)
                case .html: try export(exporter, query, ArticlePages(), target)
                case .epub: try export(exporter, query, Book(title: title), target)
                case .wacz:
                    let catalogue = exporter.catalogue
                    let archive = WebArchive(title: title) { catalogue.original($0) }
                    try export(exporter, query, archive, target)
                }
                try target.finish()
            } catch let error as ExportError {
                target.abandon()
                throw Failure.notWell(error.description)
            } catch {
                target.abandon()
                throw error
            }
        }
    }

    private func export(
        _ exporter: Exporter, _ query: ArticleQuery, _ format: some ExportFormat,
        _ target: ExportTarget
    ) throws {
        var format = format
        let count = try exporter.run(query, as: &format, limit: limit ?? .max) {
            try target.write($0)
        }
        if let output {
            Output.error(
                "briefctl: \(ListOptions.number(count)) articles written to \(output.printable)")
        }
    }

    private func query() throws -> ArticleQuery {
        if let limit, limit < 1 { throw Failure.usage("--limit \(limit): give a number from 1 on") }
        let follows = since.map(ArticleQuery.isFollowing) ?? false
        var query = ArticleQuery(
            since: follows ? nil : try time(since, "since"), until: try time(until, "until"),
            feed: feed, tag: tag, site: site, cursor: follows ? since : nil)
        guard !words.isEmpty else { return query }
        let text = words.joined(separator: " ")
        do {
            query.query = try Query.lenient(text)
        } catch {
            throw Failure.usage("\(error)")
        }
        if query.query == nil { query.words = text }
        return query
    }

    private func time(_ text: String?, _ name: String) throws -> Date? {
        guard let text else { return nil }
        guard let date = Date(rfc3339: text.count == 10 ? text + "T00:00:00Z" : text) else {
            throw Failure.usage(
                "--\(name) \(text.printable) is no time; write 2026-11-21 or 2026-11-21T08:00:00Z")
        }
        return date
    }
}
