import BriefModel
import ControlProtocol
import ControlServer
import Settings

extension DaemonControl {
    func addFeed(_ request: AddFeedRequest) async throws -> DoneReply {
        do {
            let id = try await reloader.add(try subscription(of: request))
            return DoneReply(
                what: "\(request.url) is followed now; its articles come with its first poll",
                id: id)
        } catch let error as SubscriptionError {
            throw ControlFailure(error.status, error.code, "Not added", detail: error.description)
        }
    }

    func removeFeed(_ id: String) async throws -> DoneReply {
        do {
            let url = try await reloader.remove(id: id)
            return DoneReply(what: "\(url) is not followed any more; its articles stay", id: id)
        } catch {
            throw ControlFailure(error.status, error.code, "Not removed", detail: error.description)
        }
    }

    func act(_ verb: FeedVerb, onFeed id: String) async throws -> DoneReply {
        do {
            switch verb {
            case .poll: try await polling.poll(id: id)
            case .pause: try await polling.pause(id: id)
            case .resume: try await polling.resume(id: id)
            case .backfill: try await polling.backfill(id: id)
            }
        } catch {
            throw ControlFailure(404, "not-done", "Not done", detail: "\(error)")
        }
        let feed = await polling.snapshot().first { $0.id == id }
        let due = feed?.nextDue.map { ", next due \($0.rfc3339)" } ?? ""
        return DoneReply(what: "\(verb.rawValue): done\(due)", id: id)
    }

    private func subscription(of request: AddFeedRequest) throws -> FeedSubscription {
        var feed = FeedSubscription(url: request.url)
        do {
            _ = try FeedAddress.normalised(request.url)
        } catch {
            throw SubscriptionError(
                status: 400, code: "bad-url",
                description: "\(request.url) is not followed: \(error.what); \(error.next)")
        }
        feed.name = request.name
        feed.tags = request.tags ?? []
        feed.headers = request.headers ?? [:]
        feed.credential = request.credential
        if let text = request.interval {
            guard let interval = DurationText.parse(text) else {
                throw SubscriptionError(
                    status: 400, code: "bad-interval",
                    description: "interval \(text) is no duration; write 15m or 1h")
            }
            feed.interval = interval
        }
        if let text = request.fullText {
            guard let fullText = FeedSubscription.FullText(rawValue: text) else {
                throw SubscriptionError(
                    status: 400, code: "bad-full-text",
                    description: "full_text \(text) is none of auto, always, never")
            }
            feed.fullText = fullText
        }
        return feed
    }
}
