import ControlProtocol

/// Decides which function of the service answers a request. Policy lies behind the service; the only rule here is
/// that the status socket is for looking.
struct Router: Sendable {
    enum Door: Sendable {
        /// GET and HEAD only.
        case status
        /// All methods.
        case control
    }

    let service: any ControlService
    let door: Door

    func answer(_ request: ControlRequest) async -> ControlResponse {
        let isLook = request.method == "GET" || request.method == "HEAD"
        if door == .status, !isLook {
            return .problem(
                ControlFailure(
                    405, "method-not-allowed", "Method not allowed",
                    detail: "\(request.method) is not for this socket, which only shows; use"
                        + " control.sock"),
                allow: "GET, HEAD")
        }
        do {
            return isLook ? try await look(request) : try await act(request)
        } catch let failure as ControlFailure {
            return .problem(failure)
        } catch {
            return .problem(
                ControlFailure(500, "internal", "Not done", detail: "\(error)"))
        }
    }

    private func look(_ request: ControlRequest) async throws -> ControlResponse {
        let cursor = request.query["cursor"]
        switch request.segments {
        case ["v1", "status"]: return try .json(try await service.status())
        case ["v1", "feeds"]:
            return try .json(try await service.feeds(cursor: cursor, limit: request.limit()))
        case ["v1", "spool"]:
            return try .json(try await service.spool(cursor: cursor, limit: request.limit()))
        case ["v1", "articles"]:
            return try .json(
                try await service.articles(
                    Router.parameters(request), cursor: cursor, limit: request.limit()))
        case ["v1", "duplicates"]:
            return try .json(try await service.duplicates(limit: request.limit()))
        case ["v1", "errors"]:
            return try .json(try await service.errors(limit: request.limit()))
        case ["v1", "events"]: return .events(await service.events())
        case ["metrics"]:
            return .text(
                try await service.metrics(),
                type: "application/openmetrics-text; version=1.0.0; charset=utf-8")
        case ["healthz"]: return .text("ok\n", type: "text/plain; charset=utf-8")
        case ["readyz"]:
            let isReady = await service.isReady()
            return .text(
                isReady ? "ready\n" : "not ready\n", status: isReady ? 200 : 503,
                type: "text/plain; charset=utf-8")
        default:
            if request.segments.count == 3, Array(request.segments[..<2]) == ["v1", "articles"] {
                return try .json(try await service.article(request.segments[2]))
            }
            throw ControlFailure.notFound(request.path)
        }
    }

    private func act(_ request: ControlRequest) async throws -> ControlResponse {
        let segments = request.segments
        guard segments.first == "v1" else { throw ControlFailure.notFound(request.path) }
        switch (request.method, segments.count) {
        case ("POST", 2) where segments[1] == "reload":
            return try .json(try await service.reload())
        case ("POST", 2) where segments[1] == "feeds":
            return try .json(
                try await service.addFeed(try Router.addRequest(request.body)), status: 201)
        case ("DELETE", 3) where segments[1] == "feeds":
            return try .json(try await service.removeFeed(segments[2]))
        case ("POST", 4) where segments[1] == "feeds":
            guard let verb = FeedVerb(rawValue: segments[3]) else { break }
            return try .json(try await service.act(verb, onFeed: segments[2]))
        case ("POST", 4) where segments[1] == "spool":
            guard let verb = SpoolVerb(rawValue: segments[3]) else { break }
            return try .json(try await service.act(verb, onSpoolItem: segments[2]))
        default: break
        }
        throw ControlFailure.notFound("\(request.method) \(request.path)")
    }

    private static func parameters(_ request: ControlRequest) -> ArticleQueryParameters {
        ArticleQueryParameters(
            words: request.query["q"], since: request.query["since"],
            until: request.query["until"], feed: request.query["feed"],
            tag: request.query["tag"], site: request.query["site"])
    }

    private static func addRequest(_ body: [UInt8]) throws(ControlFailure) -> AddFeedRequest {
        do {
            return try WireJSON.decode(AddFeedRequest.self, from: body)
        } catch {
            throw ControlFailure(
                400, "bad-body", "Bad request",
                detail: "the body is not a feed to add; send JSON like {\"url\":\"https://…\"}")
        }
    }
}
