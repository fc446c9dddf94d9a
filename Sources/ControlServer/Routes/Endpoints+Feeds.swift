import ControlProtocol

extension Endpoint {
    private static let noFeed = Failure(
        404, "no such feed (`no-feed`); 400 where several may be meant (`ambiguous`)")
    private static let notNew = Failure(
        409, "followed already; 400 where something in it cannot be used")

    static let feeds: [Endpoint] = [
        Endpoint(
            .get, "/v1/feeds", "listFeeds", "Feeds, those in trouble first.",
            query: [.limit, .cursor(.feedCursor)], reply: .json(.page(of: FeedItem.schema))
        ) { call in
            try .json(try await call.service.feeds(cursor: call.cursor, limit: call.limit()))
        },
        Endpoint(
            .post, "/v1/feeds", "addFeed",
            "Follows a feed. Waits a little for its first poll, so that a mistake shows at once.",
            body: AddFeedRequest.schema, reply: .json(DoneReply.schema, status: 201),
            failures: [notNew]
        ) { call in
            try .json(
                try await call.service.addFeed(try call.body(AddFeedRequest.self)), status: 201)
        },
        Endpoint(
            .post, "/v1/look", "look", "What is at an address; nothing is added.",
            body: AddFeedRequest.schema, reply: .json(FeedLookReply.schema),
            failures: [notNew, Failure(422, "no feed is there (`no-feed`)")],
            cost: .remote
        ) { call in
            try .json(try await call.service.look(try call.body(AddFeedRequest.self)))
        },
        Endpoint(
            .delete, "/v1/feeds/{id}", "removeFeed", "Follows it no more; its articles stay.",
            reply: .json(DoneReply.schema),
            failures: [noFeed, Failure(409, "it stands in the configuration")]
        ) { call in try .json(try await call.service.removeFeed(call.id)) },
        feedAction(.poll, "Asks it as soon as good manners allow."),
        feedAction(.pause, "Asks it no more until it is resumed."),
        feedAction(.resume, "Asks it again."),
        feedAction(.backfill, "Fetches its archive, a page at a time."),
        Endpoint(
            .get, "/v1/subscriptions", "exportFeeds",
            "All feeds as OPML 2.0; request headers and secrets in addresses over control.sock only.",
            reply: .text(type: "text/x-opml; charset=utf-8")
        ) { call in
            .body(
                status: 200, type: "text/x-opml; charset=utf-8",
                bytes: try await call.service.exportFeeds(withHeaders: call.door == .control))
        },
        Endpoint(
            .post, "/v1/subscriptions", "importFeeds",
            "Follows many feeds, all or none of them where one is ill-formed.",
            body: SubscriptionImport.schema,
            reply: .json(SubscriptionImportReply.schema, status: 201)
        ) { call in
            try .json(
                try await call.service.importFeeds(try call.body(SubscriptionImport.self)),
                status: 201)
        },
        Endpoint(
            .get, "/feeds/{path*}", "getOutput",
            "A feed that goes out, Atom or JSON Feed, as it is now: outputs.md; with an ETag.",
            reply: .bytes(type: "application/atom+xml or application/feed+json"),
            failures: [Failure(404, "no such feed (`no-output`)")], cost: .dear
        ) { call in
            let document = try await call.service.output(at: call.values)
            return .body(
                status: 200, type: document.type, bytes: document.bytes,
                etag: Representation.etag(of: nil, document.bytes))
        },
    ]

    private static func feedAction(_ verb: FeedVerb, _ summary: String) -> Endpoint {
        Endpoint(
            .post, "/v1/feeds/{id}/\(verb.rawValue)", "\(verb.rawValue)Feed", summary,
            reply: .json(DoneReply.schema),
            failures: [noFeed, Failure(409, "not now (`not-done`)")]
        ) { call in try .json(try await call.service.act(verb, onFeed: call.id)) }
    }
}
