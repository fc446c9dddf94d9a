import BriefModel
import FeedFetching
import Storage
import Workers

/// A feed that says in its own document where it is now (itunes:new-feed-url, `<redirect>`).
///
/// Its word counts as much as a redirect for good: the new address is remembered once so many polls in a row met it. It is
/// asked once before, so that no slip of a publisher's pen costs a feed.
extension FeedPoll {
    /// Where the document says that the feed is now, as far as it may be followed: an address of the web that does not give
    /// up encryption, and another one than was asked.
    func move(of parsed: ParsedFeed, _ outcome: FetchOutcome) -> String? {
        guard let target = parsed.movedTo, let url = try? FeedURL(target),
            let present = try? FeedURL(outcome.url), url.text != present.text,
            url.isSecure || !present.isSecure
        else { return nil }
        return url.text
    }

    /// The same, once there is a feed at that address.
    func statedMove(
        of parsed: ParsedFeed, _ outcome: FetchOutcome, _ feed: FeedState
    ) async throws -> String? {
        guard let target = move(of: parsed, outcome) else { return nil }
        if target == feed.statedMove { return target }
        var trial = feed
        do {
            _ = try await feedFound(at: target, &trial)
            return target
        } catch let error as FeedPollError {
            log.info(
                "feed stays where it is",
                metadata: ["feed": "\(feed.url)", "why": "\(error.what)"])
            return nil
        }
    }

    /// The feed at an address that another document gave.
    func feedFound(
        at target: String, _ feed: inout FeedState
    ) async throws -> (ParsedFeed, FetchOutcome) {
        let outcome = try await fetch(target, nil, &feed)
        guard case .document(let bytes) = outcome.result else {
            throw FeedPollError(what: "\(target) sends nothing", outcome: outcome)
        }
        do {
            return (try await parse(bytes, outcome), outcome)
        } catch WorkerError.refused(let error) {
            throw FeedPollError(
                what: "the feed says that it is at \(target) now: \(error.description)",
                outcome: outcome)
        }
    }
}

extension ParsedFeed {
    /// Whether it says where the feed is now, and nothing else.
    var isOnlyMove: Bool { movedTo != nil && entries.isEmpty && title == nil }
}
