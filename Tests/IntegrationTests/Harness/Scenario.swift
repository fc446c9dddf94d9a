import BriefModel
import ControlProtocol
import Foundation
import Synchronization
import Testing

/// The stage of one scenario: a root, a running daemon that follows the feeds, and its answers.
final class Scenario {
    /// What every scenario is played with unless it says otherwise: an hour takes a third of a second.
    private static let polling = [
        "interval": "\"300ms\"", "minimum_interval": "\"300ms\"", "per_host_spacing": "\"1ms\"",
        "adaptive": "false", "backoff_start": "\"300ms\"", "backoff_ceiling": "\"2s\"",
    ]
    private static let http = ["allow_hosts": "[\"127.0.0.0/8\"]"]

    let root: TestRoot
    private var daemon: RunningDaemon?
    /// Further variables of the daemon's environment.
    var environment: [String: String] = [:]
    /// Only where the scenario takes hours.
    private(set) var clock: ShiftedClock?

    private init() throws { root = try TestRoot() }

    /// Plays a scenario that takes hours, with what a daemon does that nobody configured: an hour is an hour.
    static func playHours(
        _ feeds: [String], polling: [String: String] = [:],
        _ body: (Scenario, ShiftedClock) async throws -> Void
    ) async throws {
        try await Wings.enter()
        defer { Wings.leave() }
        let scenario = try Scenario()
        let clock = try ShiftedClock()
        scenario.clock = clock
        scenario.environment = try clock.environment
        try scenario.write(
            feeds: feeds.map { ($0, "") },
            polling: ["per_host_spacing": "\"1ms\""].merging(polling) { $1 }, http: http)
        try await scenario.start()
        try await body(scenario, clock)
        try await scenario.stop()
    }

    /// Plays a scenario: starts the daemon, runs `body`, and expects the daemon to end well.
    ///
    /// - Parameters:
    ///   - feeds: addresses, each with further keys of its [[feed]].
    ///   - polling, http: keys of these tables, in TOML.
    static func play(
        feeds: [(url: String, keys: String)], polling: [String: String] = [:],
        http: [String: String] = [:], environment: [String: String] = [:],
        _ body: (Scenario) async throws -> Void
    ) async throws {
        try await Wings.enter()
        defer { Wings.leave() }
        let scenario = try Scenario()
        scenario.environment = environment
        try scenario.write(
            feeds: feeds, polling: Scenario.polling.merging(polling) { $1 },
            http: Scenario.http.merging(http) { $1 })
        try await scenario.start()
        try await body(scenario)
        try await scenario.stop()
    }

    static func play(
        _ feeds: [String], polling: [String: String] = [:], http: [String: String] = [:],
        environment: [String: String] = [:], _ body: (Scenario) async throws -> Void
    ) async throws {
        try await play(
            feeds: feeds.map { ($0, "") }, polling: polling, http: http,
            environment: environment, body)
    }

    private func write(
        feeds: [(url: String, keys: String)], polling: [String: String], http: [String: String]
    ) throws {
        func table(_ name: String, _ keys: [String: String]) -> String {
            "[\(name)]\n" + keys.sorted { $0.key < $1.key }.map { "\($0) = \($1)\n" }.joined()
        }
        let list = feeds.map { feed in
            "[[feed]]\nurl = \"\(feed.url)\"\n"
                + (feed.keys.contains("full_text") ? "" : "full_text = \"never\"\n") + feed.keys
        }
        try root.configure(
            table("polling", polling) + "\n" + table("http", http) + "\n"
                + list.joined(separator: "\n"))
    }

    func start() async throws {
        let daemon = try RunningDaemon(root, environment: environment)
        self.daemon = daemon
        let isReady = await until {
            try await !self.get("/healthz").isEmpty
        }
        try #require(isReady, "the daemon does not answer: \(daemon.logText)")
    }

    /// SIGTERM, and a good end.
    func stop() async throws {
        guard let daemon else { return }
        #expect(await daemon.stop() == 0, "\(daemon.logText.suffix(2000))")
        self.daemon = nil
    }

    func restart() async throws {
        try await stop()
        try await start()
    }

    /// Time passes, and the daemon looks at the clock: that it sleeps until then is taken on trust.
    func pass(_ seconds: Int) async throws {
        try clock?.pass(seconds)
        try await wake()
    }

    /// Reading the configuration again makes the daemon look what is due.
    func wake() async throws {
        let socket = root.runtime.appendingPathComponent("control.sock").path
        _ = try await SocketQuestion.ask(.POST, "/v1/reload", socket: socket)
    }

    /// For proving that nothing happens.
    func rest(_ seconds: Double = 0.5) async {
        try? await Task.sleep(for: .milliseconds(Int(seconds * 1000)))
    }

    // MARK: What is to be seen

    /// Looks again every 25 ms; false after `seconds`. An error counts as no.
    func until(_ seconds: Double = 120, _ condition: () async throws -> Bool) async -> Bool {
        await waitUntil(limit: seconds) { (try? await condition()) == true }
    }

    func get(_ path: String) async throws -> [UInt8] {
        try await SocketQuestion.ask(
            .GET, path, socket: root.runtime.appendingPathComponent("status.sock").path)
    }

    /// All feeds, by their configured address.
    func feeds() async throws -> [FeedItem] {
        let page = try WireJSON.decode(
            ItemPage<FeedItem>.self, from: try await get("/v1/feeds?limit=1000"))
        return page.items.sorted { $0.url < $1.url }
    }

    func feed(_ url: String) async throws -> FeedItem {
        let feeds = try await feeds()
        return try #require(feeds.first { $0.url == url }, "\(feeds.map(\.url))")
    }

    func articles() async throws -> [ArticleItem] {
        try WireJSON.decode(
            ItemPage<ArticleItem>.self, from: try await get("/v1/articles?limit=1000")
        ).items
    }

    /// Expects so many current articles.
    func expectArticles(
        _ count: Int, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await articles()
        #expect(found.count == count, "\(found)", sourceLocation: sourceLocation)
    }

    func status() async throws -> StatusReply {
        try WireJSON.decode(StatusReply.self, from: try await get("/v1/status"))
    }

    /// Waits until a feed is as `condition` says.
    func wait(
        for url: String, _ seconds: Double = 120, _ condition: (FeedItem) -> Bool
    ) async throws -> FeedItem {
        let isSo = await until(seconds) { condition(try await self.feed(url)) }
        let feed = try await feed(url)
        #expect(isSo, "\(feed)")
        return feed
    }

    func ctl(_ arguments: String...) async throws -> Finished {
        try await run("briefctl", ["--runtime", root.runtime.path] + arguments)
    }

    var log: String { daemon?.logText ?? "" }

    /// The most memory that the daemon ever held, its workers not counted (proc(5), VmHWM).
    var peakMegabytes: Int {
        guard let daemon,
            let text = try? String(
                contentsOfFile: "/proc/\(daemon.identifier)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") })
        else { return 0 }
        return (Int(line.filter(\.isNumber)) ?? 0) / 1024
    }
}

extension FeedItem {
    /// Asked at least once, and without an error.
    var isWell: Bool { state == "ok" && lastSuccess != nil }
    /// Seconds from now, by the machine's clock, until it is due.
    var dueIn: Double? { due?.timeIntervalSinceNow }
    /// By the daemon's clock, as `polled`.
    var due: Date? { nextDue.flatMap(Date.init(rfc3339:)) }
    /// When it was asked last, by the daemon's clock.
    var polled: Date? { lastPoll.flatMap(Date.init(rfc3339:)) }
    /// From the last poll until it is due.
    var gap: Double? {
        guard let due, let polled else { return nil }
        return due.timeIntervalSince(polled)
    }
}

/// Where scenarios wait for their turn: each is three processes, and a small machine must bear them.
private enum Wings {
    private static let places = 10
    private static let taken = Mutex(0)

    static func enter() async throws {
        while true {
            let isIn = taken.withLock { count in
                guard count < places else { return false }
                count += 1
                return true
            }
            if isIn { return }
            try await Task.sleep(for: .milliseconds(40))
        }
    }

    static func leave() { taken.withLock { $0 -= 1 } }
}
