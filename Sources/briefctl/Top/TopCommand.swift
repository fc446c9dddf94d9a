import ArgumentParser
import ControlProtocol
import FoundationEssentials
import LinuxIO

struct TopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top",
        abstract: "What the daemon does, live: queues, rates, hosts, last articles.",
        discussion: """
            Keys: q quits, s sorts the hosts by trouble, by how long their polls take, by how long they have been quiet or by
            name, p pauses, r looks at once, / filters hosts and titles, j and k choose a host, f asks its feeds, t tries files
            again that were set aside in the spool. A restart of the daemon is waited for. Where the output is no terminal, or
            a dumb one, or with --json, the status is printed again and again.

            Example: briefctl top --every 5
            """)

    @OptionGroup var daemon: DaemonOptions

    @Option(help: "Seconds between two looks.")
    var every = 2.0

    private var interval: Double { every.isFinite ? min(max(0.2, every), 3_600) : 2 }

    func run() async throws {
        let isScreen =
            StandardStreams.outputIsTerminal && StandardStreams.inputIsTerminal && !daemon.json
            && !Self.isDumb(ProcessInfo.processInfo.environment["TERM"])
        try await isScreen ? watch() : repeatStatus()
    }

    /// Whether a terminal knows no way to draw a screen again (terminfo(5), "dumb").
    static func isDumb(_ name: String?) -> Bool {
        ["", "dumb", "unknown"].contains(name ?? "")
    }

    private func repeatStatus() async throws {
        while true {
            let status = try await daemon.client.get("/v1/status", as: StatusReply.self)
            try daemon.show(status, StatusText.print)
            Output.flush()
            try await Task.sleep(for: .seconds(interval))
        }
    }

    /// The first look must succeed: who mistypes a folder shall read why.
    private func watch() async throws {
        var screen = TopScreen()
        // No more than a screen holds: it is there at once, however many feeds there are.
        screen.take(try await read(Self.screenful))
        try Terminal.take()
        defer { Terminal.giveBack() }
        guard show(screen) else { return }
        var looked = ContinuousClock.now
        for await key in try keys() {
            var isDue = ContinuousClock.now - looked >= .seconds(interval) && !screen.isPaused
            switch key {
            case .end: return
            case .none: break
            case .character(let byte):
                switch screen.press(byte) {
                case .quit: return
                case .read: isDue = true
                case .draw: break
                case .poll(let ids):
                    screen.tell(await act("poll", on: "feeds", ids))
                    isDue = true
                case .retry:
                    screen.tell(await retryFiles())
                    isDue = true
                }
            }
            if isDue {
                do {
                    screen.take(try await read())
                } catch let failure as Failure {
                    screen.miss(failure.message)
                }
                looked = .now
            }
            guard show(screen) else { return }
        }
    }

    /// Things that one key asks for at once, at most.
    private static let most = 50

    private func act(_ verb: String, on kind: String, _ ids: [String]) async -> String {
        var done = 0
        var last: DoneReply?
        do {
            for id in ids.prefix(Self.most) {
                last = try await daemon.client.post(
                    try DaemonClient.path("v1", kind, id, verb), as: DoneReply.self)
                done += 1
            }
        } catch {
            let why = (error as? Failure)?.message ?? "\(error)"
            return (done == 0 ? "" : "\(done) done; then: ") + why
        }
        return done == 1 ? last?.what ?? "done" : "\(verb): \(done) of \(ids.count) \(kind)"
    }

    private func retryFiles() async -> String {
        do {
            let files = try await daemon.client.get(
                "/v1/spool", [("limit", "200")], as: ItemPage<SpoolFileItem>.self
            ).items.filter { ["corrupt", "deferred"].contains($0.queue) }
            guard !files.isEmpty else { return "no file is set aside" }
            return await act("retry", on: "spool", files.map(\.id))
        } catch {
            return (error as? Failure)?.message ?? "\(error)"
        }
    }

    /// Keys as they come, and a sign of the time that passes where none come.
    private func keys() throws -> AsyncStream<Terminal.Key> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Terminal.Key.self, bufferingPolicy: .bufferingOldest(64))
        let pause = Int(min(interval, 1) * 1_000)
        try DedicatedThread.start(name: "keys") {
            while true {
                let key = Terminal.key(within: pause)
                if case .terminated = continuation.yield(key) { return }
                if key == .end { return continuation.finish() }
            }
        }
        return stream
    }

    private func show(_ screen: TopScreen) -> Bool {
        let size = Terminal.size
        return Terminal.draw(
            screen.lines(columns: size.columns, rows: size.rows, now: Date()).map { line in
                switch line.tone {
                case .plain: line.text
                case .good: Colour.headline(line.text, isWell: true)
                case .bad: Colour.removed(line.text)
                case .head: Colour.heading(line.text)
                }
            })
    }

    /// Feeds and hosts of the first look, and of all that follow.
    private static let screenful = 100
    private static let all = 1_000

    private func read(_ limit: Int = Self.all) async throws -> TopReading {
        let client = daemon.client
        let metrics = try await client.bytes("/metrics")
        return TopReading(
            when: Date(), status: try await client.get("/v1/status", as: StatusReply.self),
            feeds: try await client.get(
                "/v1/feeds", [("limit", "\(limit)")], as: ItemPage<FeedItem>.self
            ).items,
            articles: try await client.get(
                "/v1/articles", [("limit", "50")], as: ItemPage<ArticleItem>.self
            ).items,
            // An older daemon does not tell.
            hosts: (try? await client.get(
                "/v1/hosts", [("limit", "\(limit)")], as: ItemPage<HostItem>.self))?.items ?? [],
            counters: .init(MetricsText(String(decoding: metrics, as: UTF8.self))))
    }
}
