import BriefModel
import ControlProtocol
import ControlServer

extension WebDesk {
    /// What may be pressed. Nothing here is lost for good: a file is discarded, and an article forgotten for good, with briefctl.
    func act(_ request: WebRequest) async throws -> WebDone {
        let path = request.segments
        guard path.count == 3 else { throw Self.noButton }
        switch path[0] {
        case "feeds": return try await act(onFeed: path[1], path[2])
        case "spool": return try await act(onFile: path[1], path[2])
        case "articles": return try await act(onArticle: path[1], path[2])
        default: throw Self.noButton
        }
    }

    private static let noButton = ControlFailure(
        404, "not-found", "No such button", detail: "There is nothing at this address to be done.")

    private func act(onFeed id: String, _ word: String) async throws -> WebDone {
        guard let verb = FeedVerb(rawValue: word), [.poll, .pause, .resume].contains(verb) else {
            throw Self.noButton
        }
        return WebDone(
            message: try await service.act(verb, onFeed: id).what.hidingSecrets, next: "/feeds")
    }

    private func act(onFile id: String, _ word: String) async throws -> WebDone {
        guard let verb = SpoolVerb(rawValue: word), verb != .discard else { throw Self.noButton }
        return WebDone(
            message: try await service.act(verb, onSpoolItem: id).what, next: "/spool")
    }

    private func act(onArticle id: String, _ word: String) async throws -> WebDone {
        guard let verb = ArticleVerb(rawValue: word), [.forget, .release].contains(verb) else {
            throw Self.noButton
        }
        let done = try await service.act(verb, onArticle: id, isForGood: false)
        return WebDone(
            message: done.what,
            next: verb == .forget ? "/articles" : "/articles/" + PercentText.encoded(id))
    }
}
