import BriefModel
import FeedFetching
import Storage
import Workers

/// What is done about a page that came in a feed's place.
extension FeedPoll {
    /// Feeds of a page that are asked in one poll, at most.
    private static let candidateLimit = 5

    /// The feeds that the page names are asked at once, one after the other until one answers with a feed: fetching
    /// the page was the first poll (S39, S44).
    func discover(
        in page: [UInt8], _ outcome: FetchOutcome, _ feed: inout FeedState, refusal: ReadingError
    ) async throws -> (ParsedFeed, FetchOutcome) {
        var candidates = FeedCandidates(asked: [outcome.url, feed.url])
        candidates.add(try await links(of: page, outcome))
        var asked = 0
        var first: FeedPollError?
        while asked < FeedPoll.candidateLimit, let link = candidates.next() {
            asked += 1
            do {
                let answer = try await fetch(link.url, nil, &feed)
                guard case .document(let bytes) = answer.result else { continue }
                do {
                    return (try await found(link, bytes, answer, &feed), answer)
                } catch WorkerError.refused(let error) {
                    let what = "\(link.url): \(error.description)"
                    first = first ?? FeedPollError(what: what, outcome: answer)
                    guard link.source == .refresh else { continue }
                    candidates.add(
                        try await links(of: bytes, answer).filter { $0.source != .refresh })
                }
            } catch let error as FeedPollError {
                if case .hostHeld = error.fetchError { throw error }
                // The page is there, whatever became of its feeds.
                first =
                    first
                    ?? FeedPollError(
                        what: error.what, outcome: error.outcome, lastingFault: error.lastingFault)
            }
        }
        guard var error = first else {
            let isPage = refusal.code == ReadingError.webPage
            if isPage, let posts = try await self.posts(of: page, outcome) {
                feed.isPosts = true
                return (posts, outcome)
            }
            throw FeedPollError(
                what: isPage ? FeedPoll.noFeed(outcome.url) : refusal.description, outcome: outcome)
        }
        let others = asked == 1 ? "" : ", and so on: none of the \(asked) that were asked is a feed"
        error.what = "\(outcome.url) is a page whose feed cannot be read: \(error.what)\(others)"
        throw error
    }

    /// The page as a feed of its own posts; nil where it marks none up.
    private func posts(of page: [UInt8], _ outcome: FetchOutcome) async throws -> ParsedFeed? {
        do {
            return try await parse(page, outcome, .hFeed)
        } catch WorkerError.refused {
            return nil
        }
    }

    private static func noFeed(_ url: String) -> String {
        "\(url) is a web page that names no feed; give the feed's own address (briefctl feed add"
            + " looks for it), or look whether the site asks for a log-in or consent"
    }

    private func links(of page: [UInt8], _ outcome: FetchOutcome) async throws -> [FeedLink] {
        // A page that cannot be read names no feed.
        let links = try? await filing.sink.feedLinks(
            inHTML: page, baseURL: outcome.url, linkFields: outcome.linkFields)
        try Task.checkCancellation()
        return links ?? []
    }

    private func found(
        _ link: FeedLink, _ bytes: [UInt8], _ answer: FetchOutcome, _ feed: inout FeedState
    ) async throws -> ParsedFeed {
        let parsed = try await parse(bytes, answer)
        feed.address = link.url
        feed.isFound = true
        notify(
            PollingEvent(
                .feedFound, subject: feed.url, what: "\(feed.url) names the feed \(link.url)"))
        return parsed
    }
}
