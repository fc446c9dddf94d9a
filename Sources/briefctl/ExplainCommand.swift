import ArgumentParser
import BriefModel
import ControlProtocol
import FoundationEssentials
import Storage
import Workers

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Every block of a page: kept or dropped, why, and its score.",
        discussion: """
            ID is an article's, as briefctl articles shows it: its original is asked of the daemon, or read from the \
            store where --config names it and briefd does not run. FILE is any page or text; - is standard input. What \
            is a file is taken for one.

            Example: briefctl explain 3f2a9c1e
            """)

    @OptionGroup var daemon: DaemonOptions

    @Option(help: "The configuration that names the store, for an ID without a daemon.")
    var config: String?

    @Option(help: "The address that the file came from.")
    var url: String?

    @Option(help: "The file's type: html, text, markdown, or auto.")
    var type = DocumentType.auto

    @Flag(help: "Write a page that shows kept and dropped blocks in two colours.")
    var html = false

    @Argument(help: "An article's id, or a file.")
    var subject: String

    func validate() throws {
        if html, daemon.json { throw ValidationError("--html and --json exclude each other") }
    }

    func run() async throws {
        let request = try await request()
        let explanation: Explanation
        do throws(WorkerError) {
            explanation = try Readers.caged().explain(request)
        } catch {
            throw Failure.notWell("\(subject.printable): \(error.description)")
        }
        if daemon.json {
            let reply = ExplainReply(subject: subject, explanation)
            Output.bytes(try WireJSON.encode(reply, pretty: true) + [0x0A])
        } else if html {
            Output.line(ExplainPage.html(subject: subject, explanation))
        } else {
            ExplainText.print(explanation)
        }
    }

    private func request() async throws -> ExtractionRequest {
        if subject == "-" || FileManager.default.fileExists(atPath: subject) {
            return ExtractionRequest(
                bytes: try InputFile.read(subject), type: type,
                name: subject == "-" ? nil : subject, url: url, arrival: Date())
        }
        guard !subject.isEmpty, subject.allSatisfy(\.isHexDigit) else {
            throw Failure.usage(
                "\(subject.printable) is neither a file nor an article's id; check the path, or see"
                    + " briefctl articles")
        }
        let filed = try await FiledOriginal.find(subject, daemon: daemon, config: config)
        return filed.front.request(rereading: filed.bytes)
    }
}

/// The JSON of `briefctl explain` (docs/cli-json.md).
struct ExplainReply: Encodable {
    struct Passage: Encodable {
        var kept: Bool
        @Nullable var score: Double?
        var reason: String
        @Nullable var rule: String?
        @Nullable var phrase: String?
        var element: String
        var text: String
    }

    var subject: String
    @Nullable var title: String?
    var quality: Double
    var warnings: [String]
    var notes: [String]
    var passages: [Passage]

    init(subject: String, _ explanation: Explanation) {
        self.subject = subject
        quality = (explanation.article.quality * 1_000).rounded() / 1_000
        warnings = explanation.article.warnings
        notes = explanation.notes
        passages = explanation.passages.map {
            Passage(
                kept: $0.isKept, score: $0.score.map { ($0 * 1_000).rounded() / 1_000 },
                reason: $0.reason, rule: $0.rule, phrase: $0.phrase, element: $0.element,
                text: $0.text)
        }
        title = explanation.article.title
    }
}
