extension ArticleItem: Described {
    private static let seen = Schema.object(
        "Sighting",
        [
            .init("source", .text("A feed's URL, or where the file was dropped.")),
            .init("when", .time()),
            .init("kind", .choice(["sighting", "variant", "update"]).orNull),
        ], "An arrival after the first.")

    private static let neighbour = Schema.object(
        "Neighbour",
        [
            .init("id", .text()),
            .init("kind", .choice(["excerpt-of", "contains", "overlaps", "edited"]).orNull),
            .init("share", .share("How much of the shorter text the longer one has.").orNull),
        ], "An article that nearly says the same.")

    private static let headline = Schema.object(
        "Headline",
        [
            .init("id", .text("Of the revision over which it stands.")),
            .init("when", .time()), .init("title", .text()), .init("title_before", .text()),
        ], "A headline that took the place of another over the same text.")

    public static let schema = Schema.object("Article", facts + reading)

    private static let facts: [Schema.Field] = [
        .init("id", .text("The first digits of the content hash.")),
        .init("path", .text("Of the Markdown file, relative to the store.")),
        .init("title", .text().orNull),
        .init("published", .text("ISO 8601, as the document states it.").orNull),
        .init("filed", .time("When it was first filed.")),
        .init("url", .text().orNull),
        .init("content_hash", .text("sha256: and 64 digits.").orNull),
        .init("quality", .share("How good the extraction is thought to be.")),
        .init("sightings", .list(of: Self.seen)),
        .init("supersedes", .text("Id of the revision before.").orNull),
        .init("near", .list(of: .text(), "Ids of articles that nearly say the same.")),
        .init(
            "neighbours", .list(of: Self.neighbour, "The same, with how they hang together.").orNull
        ),
        .init("series_part", .list(of: .text(), "Ids of other parts of the same long read.")),
        .init("edited", .flag("Whether somebody changed it by hand.").orNull),
    ]

    private static let reading: [Schema.Field] = [
        .init("authors", .list(of: .text())),
        .init("site", .text().orNull),
        .init("feed", .text("Id of the feed that it was filed from.").orNull),
        .init("tags", .list(of: .text(), "Of all its arrivals.")),
        .init("categories", .list(of: .text(), "As document and feed name them.")),
        .init("language", .text().orNull),
        .init("excerpt", .text().orNull),
        .init("word_count", .count().orNull),
        .init(
            "partial",
            .flag(
                "Filed from the feed's own content, the page out of reach, or of a file that is cut off."
            ).orNull),
        .init("since", .text("Where a list that follows goes on behind it.").orNull),
        .init("markdown", .text("The whole file; in lists with ?fields=markdown.").orNull),
        .init("text", .text("The body's words, with ?fields=text.").orNull),
        .init("revisions", .list(of: .text(), "All, earliest first; of one article only.").orNull),
        .init(
            "headlines", .list(of: Self.headline, "Earliest first; of one article only.").orNull),
    ]
}

extension EventItem: Described {
    public static let schema = Schema.object(
        "Event",
        [
            .init("id", Schema(.integer)),
            .init("when", .time()),
            .init("kind", .text("filed, sighting, revision, quarantined, feed-failing …")),
            .init("subject", .text("An article's id, a feed's URL, a file's name or a host.")),
            .init("what", .text()),
            .init("count", .count("In errors: how often.", from: 1).orNull),
            .init("first", .time("In errors.").orNull),
            .init("last", .time("In errors.").orNull),
            .init("article", .text("Id of the article that it is about.").orNull),
            .init("title", .text().orNull),
            .init("url", .text().orNull),
            .init("path", .text().orNull),
            .init("feed", .text().orNull),
            .init("tags", .list(of: .text()).orNull),
            .init("since", .text().orNull),
        ])
}

extension GarbageReply: Described {
    private static let part = Schema.object(
        "GarbagePart", [.init("files", .count()), .init("bytes", .count("On the disk."))])

    public static let schema = Schema.object(
        "Garbage",
        [
            .init("ok", .flag()),
            .init("dry_run", .flag("Nothing was removed.")),
            .init("what", .text("In words.")),
            .init("forgotten", Self.part),
            .init("superseded", Self.part),
            .init("originals", Self.part),
            .init("orphans", Self.part),
        ])
}
