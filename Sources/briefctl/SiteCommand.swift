import ArgumentParser
import BriefModel
import ControlProtocol
import FoundationEssentials
import LinuxIO
import Storage

struct SiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "What is remembered of a site, and why.",
        discussion: """
            Of each host those lines are remembered that stood on several of its pages, each with another article, and \
            less is thought of them on the next ones. It is forgotten 90 days after the last page.

            Example: briefctl site www.example.org
            """,
        subcommands: [SiteShowCommand.self, SiteForgetCommand.self],
        defaultSubcommand: SiteShowCommand.self)
}

struct SiteShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What is remembered of a host; without one, of which hosts.",
        discussion: "Example: briefctl site www.example.org")

    @OptionGroup var state: StoreOptions
    @Argument(help: "A host, with its port where addresses name one.") var host: String?

    func run() throws {
        let path = try state.paths().state
        guard (try? Directory(at: path)) != nil else {
            throw Failure.usage(
                "there is no state at \(path.printable); name its configuration with --config")
        }
        let folder = SiteFolder(state: path)
        try folder.check()
        guard let host else {
            let hosts = folder.hosts()
            if state.json {
                Output.bytes(try WireJSON.encode(SiteList(hosts: hosts), pretty: true) + [0x0A])
            } else {
                if hosts.isEmpty { Output.line("Nothing is remembered of any site.") }
                for host in hosts { Output.line(host) }
            }
            return
        }
        let reply = SiteReply(host, folder.account(of: host.lowercased(), now: Date()))
        if state.json {
            Output.bytes(try WireJSON.encode(reply, pretty: true) + [0x0A])
        } else {
            show(reply)
        }
        if !reply.isKnown { throw ExitCode(1) }
    }

    private func show(_ reply: SiteReply) {
        guard reply.isKnown else {
            return Output.line("Nothing is remembered of \(reply.host.printable).")
        }
        show(reply.taught, "An editor taught \(reply.taught.pages) pages")
        show(reply.learned, "Feeds with whole articles showed \(reply.learned.pages) pages")
        guard reply.memory > 0 else { return }
        Output.line(
            "\(reply.host.printable): \(reply.memory) pages learned from, the last on"
                + " \(reply.latest ?? "?"); \(reply.lines) lines known.")
        guard !reply.furniture.isEmpty else {
            return Output.line(
                "No line stood on \(SiteAccount.agreeing) pages with another article each:"
                    + " nothing is said of any.")
        }
        Output.line("Less is thought of lines that stood on several pages:")
        for line in reply.furniture {
            Output.line("    \(line.pages) pages  \(line.begins)".printable)
        }
    }
}

extension SiteShowCommand {
    private func show(_ labels: SiteReply.Labels, _ who: String) {
        guard labels.pages > 0 else { return }
        Output.line(
            "\(who): \(labels.text) lines and places are text, \(labels.furniture) are not.")
    }
}

struct SiteForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Forget what is remembered of a host.",
        discussion: """
            briefd may run; what its next pages show is remembered anew.

            Example: briefctl site forget www.example.org
            """)

    @OptionGroup var state: StoreOptions
    @Argument(help: "A host, with its port where addresses name one.") var host: String

    func run() throws {
        let path = try state.paths().state
        let folder = SiteFolder(state: path)
        try folder.check()
        do {
            let isDone = try folder.forget(host.lowercased())
            let what = isDone ? "Forgotten: \(host)." : "Nothing is remembered of \(host)."
            if state.json {
                let reply = ForgottenSite(ok: isDone, what: what)
                Output.bytes(try WireJSON.encode(reply, pretty: true) + [0x0A])
            } else {
                Output.line(what.printable)
            }
            if !isDone { throw ExitCode(1) }
        } catch let error as SystemError {
            throw error.isNotPermitted
                ? Failure.notAllowed("\(error); run this as the user that briefd runs as")
                : Failure.notWell("\(host.printable) is not forgotten: \(error)")
        }
    }
}

extension SiteFolder {
    fileprivate func check() throws {
        guard mayRead() == false else { return }
        throw Failure.notAllowed(
            "what is remembered of sites may be read by the account of briefd only; run this as"
                + " that account")
    }
}

/// The JSON of `briefctl site HOST`.
private struct SiteReply: Encodable {
    struct Line: Encodable {
        var pages: Int
        var begins: String
    }

    struct Labels: Encodable {
        var pages: Int
        var text: Int
        var furniture: Int

        init(_ labels: SiteLabels) {
            pages = Int(labels.pages)
            (text, furniture) = labels.counts
        }
    }

    var host: String
    var memory: Int
    var latest: String?
    var lines: Int
    var furniture: [Line]
    /// By editors, and by feeds that carry whole articles.
    var taught: Labels
    var learned: Labels

    var isKnown: Bool { memory > 0 || taught.pages > 0 }

    init(_ host: String, _ account: SiteAccount) {
        self.host = host
        memory = account.latestDay == nil ? 0 : Int(account.number)
        latest = account.latestDay.map {
            String(Date(timeIntervalSince1970: Double($0) * 86_400).rfc3339.prefix(10))
        }
        lines = account.lineCount
        furniture = account.furniture.map { Line(pages: $0.pages, begins: $0.sample) }
        taught = Labels(account.taught)
        learned = Labels(account.learned)
    }
}

private struct SiteList: Encodable {
    var hosts: [String]
}

private struct ForgottenSite: Encodable {
    var ok: Bool
    var what: String
}
