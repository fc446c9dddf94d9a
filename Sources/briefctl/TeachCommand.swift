import ArgumentParser
import BriefModel
import ControlProtocol
import FoundationEssentials
import LinuxIO
import Storage
import Workers

struct TeachCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "teach",
        abstract: "Say which blocks of a page are the article, for the next pages of its site.",
        discussion: """
            Without --keep and --drop an editor opens on the numbered blocks (VISUAL, EDITOR, else vi), at a terminal; \
            elsewhere they are printed. What is changed is remembered for the site, by the block's words and by its \
            place, until briefctl site forget HOST. The article itself stays as it is. briefd may run.

            Example: briefctl teach 3f2a --drop 3,12-14 --keep 7
            """)

    @OptionGroup var daemon: DaemonOptions

    @Option(help: "The configuration that names the state and the store.")
    var config: String?

    @Option(help: ArgumentHelp("Blocks that are the article, such as 3,5-7.", valueName: "blocks"))
    var keep: String?

    @Option(help: ArgumentHelp("Blocks that are not.", valueName: "blocks"))
    var drop: String?

    @Argument(help: "An article's id.")
    var id: String

    func run() async throws {
        guard !id.isEmpty, id.allSatisfy(\.isHexDigit) else {
            throw Failure.usage("\(id.printable) is no article's id; see briefctl articles")
        }
        let filed = try await FiledOriginal.find(id, daemon: daemon, config: config)
        let request = filed.front.request(rereading: filed.bytes)
        guard request.scope == .page, let host = SiteFolder.host(of: request.url) else {
            throw Failure.usage(
                "\(id.printable) is no page that was asked of a site: its text came in a file or in the"
                    + " feed itself, and there is no site to remember anything of")
        }
        let explanation: Explanation
        do throws(WorkerError) {
            explanation = try Readers.caged().explain(request)
        } catch {
            throw Failure.notWell("\(id.printable): \(error.description)")
        }
        let passages = explanation.passages
        guard passages.contains(where: { $0.place != nil }) else {
            throw Failure.usage(
                "\(id.printable) is no page of blocks: only pages in HTML are judged so")
        }
        guard let wanted = try wanted(of: passages) else { return try list(passages, of: host) }
        let labels = TeachList.labels(of: passages, wanted: wanted)
        if !labels.isEmpty { try remember(labels, of: host) }
        try report(passages, wanted, host)
    }

    /// What is to become of each block; nil where nobody says.
    private func wanted(of passages: [ExplainedPassage]) throws -> [Bool]? {
        if keep != nil || drop != nil {
            var wanted = passages.map(\.isKept)
            let kept = try TeachList.numbers(keep ?? "", of: passages.count)
            let dropped = try TeachList.numbers(drop ?? "", of: passages.count)
            if let both = kept.first(where: dropped.contains) {
                throw Failure.usage("block \(both) is to be kept and dropped: name it once")
            }
            for number in kept { wanted[number - 1] = true }
            for number in dropped { wanted[number - 1] = false }
            return wanted
        }
        guard !daemon.json, StandardStreams.inputIsTerminal,
            StandardStreams.outputIsTerminal
        else { return nil }
        return try TeachList.read(edited(passages), of: passages)
    }

    /// What somebody makes of the list in an editor.
    private func edited(_ passages: [ExplainedPassage]) throws -> String {
        let environment = ProcessInfo.processInfo.environment
        let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
        let folder = FileManager.default.temporaryDirectory.path
        let path = "\(folder)/briefctl-teach-\(ProcessInfo.processInfo.processIdentifier).txt"
        let text = Data(TeachList.text(of: passages, subject: id).utf8)
        defer {
            // A list that stays behind harms nobody: it holds what the article's page shows.
            try? FileManager.default.removeItem(atPath: path)
        }
        do {
            try text.write(to: URL(filePath: path), options: .withoutOverwriting)
            let arguments = editor.split(separator: " ").map(String.init) + [path]
            let end = TerminalProgram.run(arguments)
            guard case .exited(0) = end else {
                throw Failure.notWell(
                    "\(editor.printable) did not end well (\(end)); nothing was remembered. Set EDITOR,"
                        + " or name the blocks with --keep and --drop")
            }
            return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        } catch let error as Failure {
            throw error
        } catch {
            throw Failure.notWell("the list \(path.printable) cannot be edited: \(error)")
        }
    }

    private func remember(_ labels: PageLabels, of host: String) throws {
        var options = StoreOptions()
        options.config = config
        let state = try options.paths().state
        guard (try? Directory(at: state)) != nil else {
            throw Failure.usage(
                "there is no state at \(state.printable); name its configuration with --config")
        }
        do throws(SystemError) {
            try FileOwner.become(ownerOf: state)
            try SiteFolder(state: state).teach(labels, of: host)
        } catch {
            throw error.isNotPermitted
                ? Failure.notAllowed("\(error); run this as the user that briefd runs as")
                : Failure.notWell("\(host.printable) is not remembered: \(error)")
        }
    }

    private func list(_ passages: [ExplainedPassage], of host: String) throws {
        let reply = TeachReply(host: host, passages: passages, wanted: passages.map(\.isKept))
        if daemon.json {
            Output.bytes(try WireJSON.encode(reply, pretty: true) + [0x0A])
        } else {
            for (index, passage) in passages.enumerated() {
                Output.line(TeachList.line(index + 1, isKept: passage.isKept, passage.text))
            }
        }
    }

    private func report(_ passages: [ExplainedPassage], _ wanted: [Bool], _ host: String) throws {
        let reply = TeachReply(host: host, passages: passages, wanted: wanted)
        if daemon.json {
            return Output.bytes(try WireJSON.encode(reply, pretty: true) + [0x0A])
        }
        let changed = reply.kept + reply.dropped
        guard changed > 0 else {
            return Output.line("Nothing to remember: all of it is so already.")
        }
        Output.line(
            "Remembered of \(host.printable): \(reply.kept) blocks as text, \(reply.dropped) as"
                + " furniture, by their words and places. The next pages of the site follow; see"
                + " briefctl site \(host.printable).")
    }
}

/// The JSON of `briefctl teach` (docs/cli-json.md).
private struct TeachReply: Encodable {
    struct Block: Encodable {
        var number: Int
        var kept: Bool
        @Nullable var score: Double?
        var text: String
    }

    var host: String
    /// How many blocks are now text, and furniture, that were not.
    var kept: Int
    var dropped: Int
    var blocks: [Block]

    init(host: String, passages: [ExplainedPassage], wanted: [Bool]) {
        self.host = host
        kept = passages.indices.count { wanted[$0] && !passages[$0].isKept }
        dropped = passages.indices.count { !wanted[$0] && passages[$0].isKept }
        blocks = passages.enumerated().map {
            Block(
                number: $0 + 1, kept: wanted[$0],
                score: $1.score.map { ($0 * 1_000).rounded() / 1_000 }, text: $1.text)
        }
    }
}
