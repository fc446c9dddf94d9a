import BriefModel
import ControlProtocol
import ControlServer
import Settings

extension DaemonControl {
    /// Waits a little for the first poll, so that a mistake shows at once.
    func addFeed(_ request: AddFeedRequest) async throws -> DoneReply {
        defer { endSeen() }
        let feed: FeedSubscription
        let id: String
        do {
            feed = try subscription(of: request)
            id = try await reloader.add(feed, isPaused: request.paused == true)
        } catch let error as SubscriptionError {
            throw ControlFailure(error.status, error.code, "Not added", detail: error.description)
        }
        if request.paused == true {
            return DoneReply(
                what: "\(feed.url.hidingSecrets) is followed now, and paused", id: id)
        }
        return FirstPoll.reply(of: await firstPoll(id), url: feed.url, id: id)
    }

    /// The feed once it was polled, or as it is when that takes long.
    private func firstPoll(_ id: String) async -> FeedSnapshot? {
        let end = ContinuousClock.now + FirstPoll.patience
        while true {
            let feed = await polling.snapshot().first { $0.id == id }
            let isPolled = feed.map { $0.lastSuccess != nil || $0.error != nil } ?? true
            if isPolled || ContinuousClock.now > end { return feed }
            guard (try? await Task.sleep(for: .milliseconds(50))) != nil else { return feed }
        }
    }

    func importFeeds(_ request: SubscriptionImport) async throws -> SubscriptionImportReply {
        do {
            let feeds = try request.feeds.map(subscription)
            let paused = request.feeds.filter { $0.paused == true }.map(\.url)
            defer { endSeen() }
            let outcome = try await reloader.addAll(feeds, paused: Set(paused))
            return SubscriptionImportReply(
                added: feeds.count - outcome.known.count - outcome.refused.count,
                known: outcome.known.map(\.hidingSecrets),
                refused: outcome.refused.map { .init(url: $0.url.hidingSecrets, why: $0.why) })
        } catch let error as SubscriptionError {
            throw ControlFailure(
                error.status, error.code, "Nothing imported", detail: error.description)
        }
    }

    func exportFeeds(withHeaders: Bool) async throws -> [UInt8] {
        var feeds = await reloader.subscriptions
        let known = await polling.snapshot()
        var paused = Set(known.filter { $0.state == .paused }.map(\.url))
        var titles: [String: String] = [:]
        for feed in known { titles[feed.url] = feed.title }
        if !withHeaders {
            for index in feeds.indices {
                feeds[index].headers = [:]
                feeds[index].url = feeds[index].url.hidingSecrets
            }
            paused = Set(paused.map(\.hidingSecrets))
            titles = Dictionary(titles.map { ($0.hidingSecrets, $1) }) { first, _ in first }
        }
        return SubscriptionsFile.write(feeds, paused: paused, titles: titles)
    }

    func removeFeed(_ text: String) async throws -> DoneReply {
        let id = try FeedFinder(feeds: await polling.snapshot()).find(text).id
        do {
            defer { endSeen() }
            let url = try await reloader.remove(id: id)
            return DoneReply(
                what: "\(url.hidingSecrets) is not followed any more; its articles stay", id: id)
        } catch {
            throw ControlFailure(error.status, error.code, "Not removed", detail: error.description)
        }
    }

    func act(_ verb: FeedVerb, onFeed text: String) async throws -> DoneReply {
        let id = try FeedFinder(feeds: await polling.snapshot()).find(text).id
        do {
            defer { endSeen() }
            switch verb {
            case .poll: try await polling.poll(id: id)
            case .pause: try await polling.pause(id: id)
            case .resume: try await polling.resume(id: id)
            case .backfill: try await polling.backfill(id: id)
            }
        } catch {
            throw ControlFailure(
                error.isNotThere ? 404 : 409, "not-done", "Not done", detail: error.description)
        }
        let feed = await polling.snapshot().first { $0.id == id }
        let due = feed?.nextDue.map { ", next due \($0.rfc3339)" } ?? ""
        return DoneReply(
            what: "\((feed?.url ?? id).hidingSecrets): \(verb.done)\(due)", id: id)
    }

    func subscription(of request: AddFeedRequest) throws -> FeedSubscription {
        var feed = FeedSubscription(url: request.url)
        feed.name = request.name.flatMap { $0.isEmpty ? nil : $0 }
        feed.tags = (request.tags ?? []).filter { !$0.isEmpty }
        feed.headers = request.headers ?? [:]
        feed.credential = request.credential
        feed.tlsVerify = request.tlsVerify ?? true
        feed.caFile = request.caFile
        if let text = request.interval {
            guard let interval = DurationText.parse(text) else {
                throw SubscriptionError(
                    status: 400, code: "bad-interval",
                    description: "interval \(text) is no duration; write 15m or 1h")
            }
            feed.interval = interval
        }
        feed.fullText = try Self.choice(request.fullText, "full_text") ?? .auto
        feed.kind = try Self.choice(request.type, "type") ?? .feed
        feed.entries.key = try Self.choice(request.entryKey, "entry_key")
        feed.entries.updates = try Self.choice(request.updates, "updates") ?? .revise
        feed.entries.skipTitles = request.skipTitles ?? []
        do {
            return try SubscriptionsFile.settled(feed)
        } catch {
            let url = feed.url.hidingSecrets.cut(to: 200).printable
            throw SubscriptionError(
                status: 400, code: "bad-feed",
                description: "\(url) is not followed: \(error.key): \(error.sentence)")
        }
    }
}

extension DaemonControl {
    /// One of a few words.
    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ text: String?, _ key: String
    ) throws(SubscriptionError) -> Choice? where Choice.RawValue == String {
        guard let text else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw SubscriptionError(
            status: 400, code: "bad-" + key.replacing("_", with: "-"),
            description: "\(key) \(text) is none of \(words)")
    }
}

extension FeedVerb {
    fileprivate var done: String {
        switch self {
        case .poll: "is asked as soon as good manners allow"
        case .pause: "is paused"
        case .resume: "is asked again"
        case .backfill: "its archive is fetched, a page at a time"
        }
    }
}
