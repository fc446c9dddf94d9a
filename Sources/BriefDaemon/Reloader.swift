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
    private var added: AddedFeeds

    init(
        path: String?, parts: DaemonParts, spoolIntake: SpoolIntake, polling: Polling,
        manager: ServiceManager, added: AddedFeeds
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
        parts.intake.sites?.follow(fresh.siteMemory)
        parts.intake.rules.follow(fresh)
        parts.spool.settings = SpoolDirectory.Settings(fresh)
        spoolIntake.setLimits(fresh.spool.limits)
        spoolIntake.filing.recognition.follow(fresh.recognition)
        parts.outputs.follow(fresh.outputs)
        added.look(parts.status, log: parts.log)
        await parts.hooks.follow(fresh)
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
        try checkIsNew(feed)
        try save(added.feeds + [feed])
        await apply(pausing: isPaused ? [FeedState.id(of: feed.url)] : [])
        return FeedState.id(of: feed.url)
    }

    /// Throws where a feed is followed already, or may not have its credential.
    func checkIsNew(_ feed: FeedSubscription) throws(SubscriptionError) {
        let key = FeedAddress.key(feed.url)
        if let known = subscriptions.first(where: { FeedAddress.key($0.url) == key }) {
            let spelling = known.url == feed.url ? "" : ", as \(known.url)"
            throw SubscriptionError(
                status: 409, code: "followed-already",
                description: "\(feed.url) is followed already\(spelling); see briefctl feeds"
                    .hidingSecrets)
        }
        if let why = CredentialHosts(subscriptions).refusal(of: feed) {
            throw SubscriptionError(
                status: 409, code: "credential-host",
                description: "\(feed.url) is not followed: \(why)".hidingSecrets)
        }
    }

    /// What became of a list of feeds.
    struct ListOutcome {
        /// URLs that were followed already, or stand there twice.
        var known: [String] = []
        var refused: [(url: String, why: String)] = []
    }

    /// Follows all of them that are not followed yet, those in `paused` without asking them.
    func addAll(
        _ feeds: [FeedSubscription], paused: Set<String>
    ) async throws(SubscriptionError) -> ListOutcome {
        var seen = Set(subscriptions.map { FeedAddress.key($0.url) })
        var hosts = CredentialHosts(subscriptions)
        var outcome = ListOutcome()
        var fresh: [FeedSubscription] = []
        for feed in feeds {
            if !seen.insert(FeedAddress.key(feed.url)).inserted {
                outcome.known.append(feed.url)
            } else if let why = hosts.refusal(of: feed) {
                outcome.refused.append((feed.url, why))
            } else {
                hosts.add(feed)
                fresh.append(feed)
            }
        }
        guard !fresh.isEmpty else { return outcome }
        try save(added.feeds + fresh)
        await apply(
            pausing: fresh.map(\.url).filter(paused.contains).map { FeedState.id(of: $0) })
        return outcome
    }

    /// Follows a feed no more that was added by `add`.
    ///
    /// - Returns: its URL.
    func remove(id: String) async throws(SubscriptionError) -> String {
        guard let feed = added.feeds.first(where: { FeedState.id(of: $0.url) == id }) else {
            let isConfigured = parts.configuration.feeds.contains { FeedState.id(of: $0.url) == id }
            throw SubscriptionError(
                status: isConfigured ? 409 : 404, code: isConfigured ? "configured" : "no-feed",
                description: isConfigured
                    ? "the feed stands in the configuration; take it out there and reload"
                    : "no feed has the id \(id); see briefctl feeds")
        }
        try save(added.feeds.filter { $0.url != feed.url })
        await apply()
        return feed.url
    }

    var subscriptions: [FeedSubscription] { added.joined(with: parts.configuration.feeds) }

    private func apply(pausing ids: [String] = []) async {
        let configuration = parts.configuration
        await polling.apply(
            settings: configuration.polling, http: configuration.http,
            subscriptions: subscriptions, pausing: ids)
        await parts.feedNames.take(from: polling)
    }

    private func save(_ feeds: [FeedSubscription]) throws(SubscriptionError) {
        do {
            try added.replace(with: feeds)
        } catch {
            throw SubscriptionError(
                status: 500, code: "not-saved",
                description: "the subscriptions were not saved: \(error); nothing was changed")
        }
    }
}
