extension FeedItem: Described {
    public static let schema = Schema.object(
        "Feed",
        [
            .init("id", .text()),
            .init("url", .text("As configured.")),
            .init("address", .text("Where it is asked now.")),
            .init("title", .text().orNull),
            .init("state", .choice(["ok", "failing", "paused", "gone", "merged"])),
            .init("last_success", .time().orNull),
            .init("last_status", Schema(.integer, "HTTP status of the last poll.").orNull),
            .init("last_poll", .time().orNull),
            .init("next_due", .time("Includes a hold of its host.").orNull),
            .init("interval_seconds", .count().orNull),
            .init("reason", .text("Why it is due then.").orNull),
            .init("error", .text().orNull),
            .init("errors_in_row", .count()),
            .init("failing_since", .time().orNull),
            .init(
                "needs_operator",
                .text("credential, refused-address, address, certificate, too-large …").orNull),
            .init("pages_waiting", .count("Linked pages that are still to be fetched.")),
            .init("pages_error", .text().orNull),
            .init("entries_per_week", Schema(.number).orNull),
            .init("tags", .list(of: .text())),
        ])
}

extension AddFeedRequest: Described {
    public static let schema = Schema.object(
        "NewFeed",
        [
            .init("url", .feedAddress("Of the feed, or of a page that names it.")),
            .init("name", .line(), isRequired: false),
            .init("interval", .duration, isRequired: false),
            .init("tags", .list(of: .line()), isRequired: false),
            .init("headers", .headers("Sent with each request."), isRequired: false),
            .init(
                "credential", .credentialName("Name of a systemd credential."), isRequired: false),
            .init("full_text", .choice(["auto", "always", "never"]), isRequired: false),
            .init("type", .choice(["feed", "sitemap", "h-feed"]), isRequired: false),
            .init(
                "entry_key", .choice(["guid", "link", "title", "content"]), isRequired: false),
            .init("updates", .choice(["revise", "ignore"]), isRequired: false),
            .init(
                "skip_titles", .list(of: .expression, "Regular expressions."), isRequired: false),
            .init("ca_file", .path("Absolute path of a file (PEM)."), isRequired: false),
            .init("tls_verify", .flag(), isRequired: false),
            .init("paused", .flag("Not asked until it is resumed."), isRequired: false),
        ])
}

extension SubscriptionImport: Described {
    public static let schema = Schema.object(
        "Subscriptions",
        [
            .init(
                "feeds",
                .list(of: AddFeedRequest.schema, "500 at most.").with { $0.longest = limit })
        ])
}

extension SubscriptionImportReply: Described {
    private static let refusal = Schema.object(
        "Refusal", [.init("url", .text()), .init("why", .text())])

    public static let schema = Schema.object(
        "Imported",
        [
            .init("ok", .flag()),
            .init("what", .text("In words.")),
            .init("added", .count()),
            .init("known", .list(of: .text(), "Followed already; nothing of theirs was changed.")),
            .init("refused", .list(of: refusal)),
        ])
}

extension FeedLookReply: Described {
    private static let entry = Schema.object(
        "LookedEntry",
        [
            .init("title", .text().orNull), .init("published", .time().orNull),
            .init("url", .text().orNull),
        ])

    private static let feed = Schema.object(
        "LookedFeed",
        [
            .init("number", .count(from: 1)),
            .init("url", .text("Whole: what POST /v1/feeds takes.")),
            .init("title", .text().orNull),
            .init("format", .choice(["rss", "rdf", "atom", "json"]).orNull),
            .init("version", .text().orNull),
            .init("entries", .count().orNull),
            .init("newest", .list(of: entry, "Three at most.")),
        ])

    public static let schema = Schema.object(
        "Look",
        [
            .init("ok", .flag()), .init("url", .text()),
            .init("feeds", .list(of: feed, "Never empty.")),
        ])
}
