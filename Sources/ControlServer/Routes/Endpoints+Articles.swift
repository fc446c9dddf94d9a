import ControlProtocol

extension Endpoint {
    private static let fields = Key(
        "fields", .choices(["markdown", "text"], "Also the file, the body's words."))

    private static let noArticle = Failure(404, "no such article (`no-article`)")

    private static let filters: [Key] = [
        Key("q", .text("A query: queries.md.")),
        Key(
            "since",
            .momentOrPlace("Filed then or later; or the `since` of an answer, 0 for all.")),
        Key("until", .moment("Filed before; a day begins at midnight UTC.")),
        Key("feed", .text("Of this feed: id, URL or name.")),
        Key("tag", .text()),
        Key("site", .text()),
        Key("quality_below", .share()),
        Key("order", .choice(["filed", "published", "relevance"], "relevance needs q.")),
        fields, .limit, .cursor(.articleCursor),
    ]

    static let articles: [Endpoint] = [
        Endpoint(
            .get, "/v1/articles", "listArticles", "Articles, those filed last first.",
            query: filters, reply: .json(.page(of: ArticleItem.schema)),
            failures: [
                Failure(400, "the query has a form and no sense (`bad-query`)"),
                Failure(404, "no such feed (`no-feed`)"),
                Failure(422, "it takes too long to answer (`query-too-dear`)"),
            ], cost: .dear
        ) { call in
            let asked = ArticleQueryParameters(
                words: call["q"], since: call["since"], until: call["until"], feed: call["feed"],
                tag: call["tag"], site: call["site"], qualityBelow: call["quality_below"],
                order: call["order"], fields: call["fields"])
            return try .json(
                try await call.service.articles(asked, cursor: call.cursor, limit: call.limit()))
        },
        Endpoint(
            .get, "/v1/articles/{id}", "getArticle",
            "One article, with its file and its revisions; with an ETag.", query: [fields],
            reply: .json(ArticleItem.schema), failures: [noArticle], cost: .dear
        ) { call in
            let article = try await call.service.article(call.id, fields: call["fields"])
            return try .json(article) { Representation.etag(of: article.contentHash, $0) }
        },
        Endpoint(
            .get, "/v1/articles/{id}/original", "getOriginal",
            "The bytes that the article came in. Never of a type that a browser would show: they come"
                + " from anywhere.",
            reply: .bytes(type: "application/octet-stream"), failures: [noArticle], cost: .dear
        ) { call in
            .body(
                status: 200, type: "application/octet-stream",
                bytes: try await call.service.original(call.id))
        },
        Endpoint(
            .get, "/v1/duplicates", "listDuplicates",
            "Articles that arrived again, or have near ones.",
            query: [.limit, .cursor(.filedCursor)],
            reply: .json(.page(of: ArticleItem.schema)),
            failures: [Failure(422, "it takes too long to answer (`query-too-dear`)")], cost: .dear
        ) { call in
            try .json(
                try await call.service.duplicates(cursor: call.cursor, limit: call.limit()))
        },
        articleAction(.current, "A revision is the current one of its article from now on."),
        articleAction(
            .forget, "Takes an article out of the store.",
            query: [Key("for_good", .flag("It is never filed again."))]),
        articleAction(
            .release, "Holds an article back no more that a rule held; hooks are told of it.",
            failures: [Failure(409, "it is not held back (`not-held`)")]),
        articleAction(.recall, "Brings back what was forgotten, until it is collected."),
        Endpoint(
            .post, "/v1/gc", "collectGarbage", "Removes what nobody asked to keep.",
            query: [Key("dry_run", .flag("Only says what would be removed."))],
            reply: .json(GarbageReply.schema)
        ) { call in
            try .json(
                try await call.service.collectGarbage(isRehearsal: try call.flag("dry_run")))
        },
    ]

    private static func articleAction(
        _ verb: ArticleVerb, _ summary: String, query: [Key] = [], failures: [Failure] = []
    ) -> Endpoint {
        Endpoint(
            .post, "/v1/articles/{id}/\(verb.rawValue)", "\(verb.rawValue)Article", summary,
            query: query, reply: .json(DoneReply.schema), failures: [noArticle] + failures
        ) { call in
            try .json(
                try await call.service.act(
                    verb, onArticle: call.id, isForGood: try call.flag("for_good")))
        }
    }
}
