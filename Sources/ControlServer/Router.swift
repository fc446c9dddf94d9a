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
        let answer = await wholeAnswer(request)
        let isLook = request.method == "GET" || request.method == "HEAD"
        return isLook ? Representation.fit(answer, to: request) : answer
    }

    private func wholeAnswer(_ request: ControlRequest) async -> ControlResponse {
        let isLook = request.method == "GET" || request.method == "HEAD"
        if door == .status, !isLook {
            let detail =
                "\(request.method) is not for this socket, which only shows; use control.sock"
            return .problem(.badMethod(detail), allow: "GET, HEAD")
        }
        guard let route = Route(request.segments) else {
            return .problem(.notFound(request.path))
        }
        guard route.methods.contains(request.method) else {
            let allowed = route.methods.joined(separator: ", ")
            let detail = "\(request.path) does not take \(request.method); use \(allowed)"
            return .problem(.badMethod(detail), allow: allowed)
        }
        do {
            try Router.check(request.query, for: route)
            return isLook ? try await look(route, request) : try await act(route, request)
        } catch let failure as ControlFailure {
            return .problem(failure)
        } catch {
            return .problem(ControlFailure(500, "internal", "Not done", detail: "\(error)"))
        }
    }

    private func look(_ route: Route, _ request: ControlRequest) async throws -> ControlResponse {
        let cursor = request.query["cursor"]
        switch route {
        case .status: return try .json(try await service.status())
        case .feeds:
            return try .json(try await service.feeds(cursor: cursor, limit: request.limit()))
        case .spool:
            return try .json(
                try await service.spool(
                    cursor: cursor, limit: request.limit(), all: try request.flag("all")))
        case .articles:
            let query = Router.parameters(request)
            return try .json(
                try await service.articles(query, cursor: cursor, limit: request.limit()))
        case .article(let id):
            let article = try await service.article(id, fields: request.query["fields"])
            return try .json(article) { Representation.etag(of: article.contentHash, $0) }
        case .original(let id):
            // Never a type that a browser would show: the bytes come from anywhere.
            return .body(
                status: 200, type: "application/octet-stream",
                bytes: try await service.original(id))
        case .subscriptions:
            return .body(
                status: 200, type: "text/x-opml; charset=utf-8",
                bytes: try await service.exportFeeds(withHeaders: door == .control))
        case .duplicates:
            return try .json(try await service.duplicates(cursor: cursor, limit: request.limit()))
        case .errors:
            return try .json(try await service.errors(cursor: cursor, limit: request.limit()))
        case .events:
            let isPlain = try request.flag("plain")
            let last = request.query["after"] ?? request.fields["last-event-id"]
            return .events(
                await service.events(after: last?.isEmpty == true ? nil : last), isPlain: isPlain)
        case .output(let path):
            let document = try await service.output(at: path)
            return .body(
                status: 200, type: document.type, bytes: document.bytes,
                etag: Representation.etag(of: nil, document.bytes))
        case .metrics:
            return .text(
                try await service.metrics(),
                type: "application/openmetrics-text; version=1.0.0; charset=utf-8")
        case .healthz: return .text("ok\n", type: "text/plain; charset=utf-8")
        case .readyz:
            let isReady = await service.isReady()
            return .text(
                isReady ? "ready\n" : "not ready\n", status: isReady ? 200 : 503,
                type: "text/plain; charset=utf-8")
        case .hooks: return try .json(try await service.hooks())
        case .deadLetters:
            return try .json(
                try await service.deadLetters(
                    hook: request.query["hook"], cursor: cursor, limit: request.limit()))
        case .feed, .feedAction, .spoolAction, .reload, .look, .hookRetry,
            .articleAction, .garbage:
            throw ControlFailure.notFound(request.path)
        }
    }

    private func act(_ route: Route, _ request: ControlRequest) async throws -> ControlResponse {
        switch route {
        case .reload: return try .json(try await service.reload())
        case .feeds:
            let feed = try Router.addRequest(request.body)
            return try .json(try await service.addFeed(feed), status: 201)
        case .look:
            return try .json(try await service.look(try Router.addRequest(request.body)))
        case .subscriptions:
            let feeds = try Router.importRequest(request.body)
            return try .json(try await service.importFeeds(feeds), status: 201)
        case .feed(let id): return try .json(try await service.removeFeed(id))
        case .feedAction(let id, let verb):
            return try .json(try await service.act(verb, onFeed: id))
        case .hookRetry(let name): return try .json(try await service.retryHook(name))
        case .spoolAction(let id, let verb):
            return try .json(try await service.act(verb, onSpoolItem: id))
        case .articleAction(let id, let verb):
            let isForGood = try request.flag("for_good")
            return try .json(
                try await service.act(verb, onArticle: id, isForGood: isForGood))
        case .garbage:
            return try .json(
                try await service.collectGarbage(isRehearsal: try request.flag("dry_run")))
        default: throw ControlFailure.notFound(request.path)
        }
    }

    /// A mistyped parameter would else pass for one that filters nothing.
    private static func check(_ query: [String: String], for route: Route) throws(ControlFailure) {
        for (name, value) in query.sorted(by: { $0.key < $1.key })
        where !route.parameters.contains(name) {
            let known = route.parameters.joined(separator: ", ")
            throw .badParameter(
                name, value, known.isEmpty ? "leave it out" : "known here are \(known)")
        }
    }

    private static func parameters(_ request: ControlRequest) -> ArticleQueryParameters {
        ArticleQueryParameters(
            words: request.query["q"], since: request.query["since"],
            until: request.query["until"], feed: request.query["feed"],
            tag: request.query["tag"], site: request.query["site"],
            qualityBelow: request.query["quality_below"], order: request.query["order"],
            fields: request.query["fields"])
    }

    private static func importRequest(
        _ body: [UInt8]
    ) throws(ControlFailure) -> SubscriptionImport {
        let request = try? WireJSON.decode(SubscriptionImport.self, from: body)
        guard let request, request.feeds.count <= SubscriptionImport.limit else {
            throw ControlFailure(
                400, "bad-body", "Bad request",
                detail: "the body is no list of at most \(SubscriptionImport.limit) feeds; send"
                    + " JSON like {\"feeds\":[{\"url\":\"https://…\"}]}, in parts where there are more"
            )
        }
        return request
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
