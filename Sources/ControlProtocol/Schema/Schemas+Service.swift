extension StatusReply: Described {
    private static let trouble = Schema.object(
        "Trouble",
        [
            .init("code", .text("One cause and one remedy: operating.md.")),
            .init("since", .time()),
            .init("what", .text()),
            .init("next", .text("What to do.")),
        ])

    public static let schema = Schema.object(
        "Status",
        [
            .init("ok", .flag()),
            .init("summary", .text("Whether all is well, and if not what to do.")),
            .init("problems", .list(of: trouble, "Gravest first.")),
            .init("version", .text()),
            .init("started", .time()),
            .init("state", .choice(["running", "degraded", "stopping"])),
            .init("feeds", Self.feedsSchema),
            .init("spool", Self.spoolSchema),
            .init("articles", Self.articlesSchema),
            .init("queue", .object([.init("in_hand", .count()), .init("waiting", .count())])),
            .init("not_taken", .count("Arrived, and deliberately not filed.").orNull),
            .init(
                "workers",
                .object([
                    .init("sandbox", .choice(["full", "part", "none"])),
                    .init("why", .text().orNull),
                ]).orNull),
            .init(
                "hooks",
                .object([
                    .init("total", .count()), .init("waiting", .count()), .init("dead", .count()),
                ]).orNull),
            .init("verified", Self.verifiedSchema.orNull),
        ])

    private static let verifiedSchema = Schema.object(
        "Verified",
        [
            .init("at", .time()),
            .init("part", .text("As 3/12; null for the whole store.").orNull),
            .init("articles", .count("Looked at in that run.")),
            .init("originals", .count("Looked at in that run.")),
            .init("faults", .count("Not as they were written, in all runs that stand.")),
        ])

    private static let feedsSchema = Schema.object([
        .init("total", .count()), .init("failing", .count()), .init("paused", .count()),
        .init("next_due", .time().orNull),
    ])

    private static let spoolSchema = Schema.object(
        ["incoming", "active", "deferred", "corrupt", "hold", "ignored", "not_taken", "failed"]
            .map { Schema.Field($0, .count()) })

    private static let articlesSchema = Schema.object([
        .init("total", .count()), .init("last_filed", .time().orNull),
        .init("low_quality", .count()), .init("low_quality_week", .count()),
        .init("partial", .count()), .init("sightings", .count()),
    ])
}

extension SpoolFileItem: Described {
    public static let schema = Schema.object(
        "SpoolFile",
        [
            .init("id", .text()),
            .init("name", .text()),
            .init(
                "queue",
                .choice([
                    "incoming", "active", "deferred", "corrupt", "hold", "ignored", "not_taken",
                    "failed",
                ])),
            .init("since", .time()),
            .init("size", .count("Bytes.")),
            .init("attempts", .count("Tries in vain.")),
            .init("reason", .text().orNull),
            .init("next", .text("What to do.").orNull),
            .init("next_try", .time().orNull),
        ])
}

extension HookItem: Described {
    public static let schema = Schema.object(
        "Hook",
        [
            .init("name", .text()),
            .init("on", .list(of: .text(), "filed, revised, problem.")),
            .init("way", .choice(["command", "webhook", "mail"])),
            .init("target", .text("The program, or the address.")),
            .init("state", .choice(["ok", "failing", "paused", "stopped"])),
            .init("waiting", .count()),
            .init("dead", .count()),
            .init("delivered", .count()),
            .init("lost", .count("Dead letters that were let go for newer ones.")),
            .init("failures_in_row", .count()),
            .init("last_delivered", .time().orNull),
            .init("failing_since", .time().orNull),
            .init("next_try", .time().orNull),
            .init("error", .text().orNull),
        ])
}

extension DeadLetterItem: Described {
    public static let schema = Schema.object(
        "DeadLetter",
        [
            .init("id", .text()),
            .init("hook", .text()),
            .init("kind", .choice(["filed", "revised", "problem", "checkpoint"])),
            .init("subject", .text("An article's id, or the code of a problem.")),
            .init("created", .time()),
            .init("died", .time()),
            .init("attempts", .count()),
            .init("why", .text()),
        ])
}

extension DoneReply: Described {
    public static let schema = Schema.object(
        "Done",
        [
            .init("ok", .flag("Always true.")),
            .init("what", .text("In words.")),
            .init("id", .text("Of what was made or changed.").orNull),
            .init("warning", .text("It does not work as it is: why, and what to change.").orNull),
        ])
}

extension ProblemReply: Described {
    public static let schema = Schema.object(
        "Problem",
        [
            .init("type", .text("A short, steady word.")),
            .init("title", .text()),
            .init("status", Schema(.integer, "The HTTP status.")),
            .init("detail", .text("What, why and what next.")),
        ])
}

extension DayItem: Described {
    public static let schema = Schema.object(
        "Day",
        [
            .init("day", .text("UTC.", format: "date")),
            .init("filed", .count("Current articles that were filed on it.")),
        ])
}

extension HostItem: Described {
    public static let schema = Schema.object(
        "Host",
        [
            .init("host", .text("With its port where that is not the usual one.")),
            .init("polls", .count("Since the start of the daemon.", from: 1)),
            .init("seconds", Schema(.number, "A mean in which late polls count more.")),
            .init("last_seconds", Schema(.number, "Of the last poll.")),
        ])
}
