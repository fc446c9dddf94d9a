import BriefModel
import FoundationEssentials
import LinuxIO
import Logging
import Settings
import Spooling
import Storage

/// Why a feed was not added or removed.
struct SubscriptionError: Error, CustomStringConvertible {
    /// As HTTP has it.
    var status: Int
    var code: String
    var description: String
}

/// Keeps what is configured and what operators added together, and hands it to the parts when either changes.
actor Reloader {
    private let path: String?
    private let parts: DaemonParts
    private let spoolIntake: SpoolIntake
    private let polling: Polling
    private let manager: ServiceManager
    private let report: StatusReport
    private var added: [FeedSubscription]

    init(
        path: String?, parts: DaemonParts, spoolIntake: SpoolIntake, polling: Polling,
        manager: ServiceManager, added: [FeedSubscription]
    ) {
        self.path = path
        self.parts = parts
        self.spoolIntake = spoolIntake
        self.polling = polling
        self.manager = manager
        self.added = added
        report = StatusReport(parts: parts, polling: polling)
    }

    /// Reads the configuration again; a bad one leaves the old one in force.
    ///
    /// - Returns: what came of it, in words.
    func reload() async throws(ConfigurationError) -> String {
        manager.reloading()
        do throws(ConfigurationError) {
            let said = try await readAgain()
            manager.ready(status: await report.line())
            return said
        } catch {
            manager.ready(status: await report.line())
            throw error
        }
    }

    private func readAgain() async throws(ConfigurationError) -> String {
        let fresh: Configuration
        let siteRules: SiteRules
        do throws(ConfigurationError) {
            fresh = try Configuration.load(path)
            siteRules = try fresh.loadSiteRules()
        } catch {
            parts.status.raise(
                .configuration,
                what: "The configuration was not reloaded, the old one is in force:"
                    + " \(error.problems.first?.description ?? "\(error)")",
                next: "Mend it, check it with briefd check-config, then briefctl reload.")
            parts.log.error("configuration not reloaded", metadata: ["error": "\(error)"])
            throw error
        }
        parts.status.clear(.configuration)
        let needsRestart = parts.running.swap(fresh)
        parts.intake.pool.follow(siteRules)
        parts.spool.settings = SpoolDirectory.Settings(fresh)
        spoolIntake.setLimit(maxFileBytes: fresh.spool.maxFileBytes)
        await apply()
        parts.log.notice("configuration reloaded", metadata: ["feeds": "\(fresh.feeds.count)"])
        let all = subscriptions.count
        let configured = fresh.feeds.count
        let others = all == configured ? "" : ", \(all - configured) more were added by feed add"
        return
            "The configuration was reloaded. It names \(configured) \(configured == 1 ? "feed" : "feeds")"
            + "\(others)."
            + (needsRestart
                ? " Changes of [paths] need a restart: systemctl restart briefd." : "")
    }

    /// Follows one more feed.
    ///
    /// - Returns: its id.
    func add(
        _ feed: FeedSubscription, isPaused: Bool
    ) async throws(SubscriptionError) -> String {
        guard !subscriptions.contains(where: { $0.url == feed.url }) else {
            throw SubscriptionError(
                status: 409, code: "followed-already",
                description: "\(feed.url) is followed already; see briefctl feeds")
        }
        try save(added + [feed])
        await apply(pausing: isPaused ? [FeedState.id(of: feed.url)] : [])
        return FeedState.id(of: feed.url)
    }

    /// Follows all of them that are not followed yet, those in `paused` without asking them.
    ///
    /// - Returns: the URLs that were followed already, or stand here twice.
    func addAll(
        _ feeds: [FeedSubscription], paused: Set<String>
    ) async throws(SubscriptionError) -> [String] {
        var seen = Set(subscriptions.map { FeedAddress.key($0.url) })
        var known: [String] = []
        var fresh: [FeedSubscription] = []
        for feed in feeds {
            if seen.insert(FeedAddress.key(feed.url)).inserted {
                fresh.append(feed)
            } else {
                known.append(feed.url)
            }
        }
        guard !fresh.isEmpty else { return known }
        try save(added + fresh)
        await apply(
            pausing: fresh.map(\.url).filter(paused.contains).map { FeedState.id(of: $0) })
        return known
    }

    /// Follows a feed no more that was added by `add`.
    ///
    /// - Returns: its URL.
    func remove(id: String) async throws(SubscriptionError) -> String {
        guard let feed = added.first(where: { FeedState.id(of: $0.url) == id }) else {
            let isConfigured = parts.configuration.feeds.contains { FeedState.id(of: $0.url) == id }
            throw SubscriptionError(
                status: isConfigured ? 409 : 404, code: isConfigured ? "configured" : "no-feed",
                description: isConfigured
                    ? "the feed stands in the configuration; take it out there and reload"
                    : "no feed has the id \(id); see briefctl feeds")
        }
        try save(added.filter { $0.url != feed.url })
        await apply()
        return feed.url
    }

    /// What is configured wins over what was added.
    var subscriptions: [FeedSubscription] {
        let configuration = parts.configuration
        let configured = Set(configuration.feeds.map(\.url))
        return configuration.feeds + added.filter { !configured.contains($0.url) }
    }

    private func apply(pausing ids: [String] = []) async {
        let configuration = parts.configuration
        await polling.apply(
            settings: configuration.polling, http: configuration.http,
            subscriptions: subscriptions, pausing: ids)
    }

    private func save(_ feeds: [FeedSubscription]) throws(SubscriptionError) {
        do {
            try AddedFeeds.write(feeds, state: parts.configuration.paths.state)
            added = feeds
        } catch {
            throw SubscriptionError(
                status: 500, code: "not-saved",
                description: "the subscriptions were not saved: \(error); nothing was changed")
        }
    }
}

/// subscriptions.opml in the state folder.
enum AddedFeeds {
    static let name = "subscriptions.opml"
    private static let limit = 64 << 20

    static func read(state: String) throws -> SubscriptionsFile.Contents {
        let directory = try Directory(creating: state)
        guard try directory.status(of: name) != nil else {
            return SubscriptionsFile.Contents(feeds: [], problems: [])
        }
        return try SubscriptionsFile.read(try directory.openFile(name).readAll(limit: limit))
    }

    static func write(_ feeds: [FeedSubscription], state: String) throws(SystemError) {
        let directory = try Directory(creating: state)
        let temporary = ".\(name).new"
        if try directory.status(of: temporary) != nil { try directory.remove(temporary) }
        let file = try directory.createFile(temporary)
        try file.write(SubscriptionsFile.write(feeds))
        try file.sync()
        try directory.rename(temporary, to: name)
        try directory.sync()
    }
}
