import ControlProtocol

extension Endpoint {
    private static let plain = "text/plain; charset=utf-8"
    private static let metricsType = "application/openmetrics-text; version=1.0.0; charset=utf-8"

    static let service: [Endpoint] = [
        Endpoint(
            .get, "/v1/status", "getStatus", "Whether all is well, and if not what to do.",
            reply: .json(StatusReply.schema)
        ) { call in try .json(try await call.service.status()) },
        Endpoint(
            .get, "/v1/errors", "listErrors", "Events that are errors, in groups, latest first.",
            query: [.limit, .cursor(.errorCursor)], reply: .json(.page(of: EventItem.schema))
        ) { call in
            try .json(try await call.service.errors(cursor: call.cursor, limit: call.limit()))
        },
        Endpoint(
            .get, "/v1/events", "followEvents",
            "Server-sent events, each with an Event as its data; goes on behind Last-Event-ID.",
            query: [
                Key("after", .text("As Last-Event-ID.")),
                Key("plain", .flag("Without names, for readers of unnamed events.")),
            ], reply: .events
        ) { call in
            let isPlain = try call.flag("plain")
            let last = call["after"] ?? call.request.fields["last-event-id"]
            return .events(
                await call.service.events(after: last?.isEmpty == true ? nil : last),
                isPlain: isPlain)
        },
        Endpoint(
            .get, "/v1/days", "listDays",
            "Days (UTC) on which articles were filed, earliest first; 366 back where nothing else is said.",
            query: [Key("since", .moment("From its day on.")), .limit, .cursor],
            reply: .json(.page(of: DayItem.schema)), cost: .dear
        ) { call in
            let days = ItemPage(items: try await call.service.days(since: call["since"]))
            return try .json(days.part(after: call.cursor, limit: call.limit()) { $0.day })
        },
        Endpoint(
            .get, "/v1/hosts", "listHosts",
            "Hosts that were polled since the start of the daemon, slowest first.",
            query: [.limit, .cursor], reply: .json(.page(of: HostItem.schema))
        ) { call in
            let hosts = ItemPage(items: try await call.service.hosts())
            return try .json(hosts.part(after: call.cursor, limit: call.limit()) { $0.host })
        },
        Endpoint(
            .get, "/metrics", "getMetrics", "OpenMetrics.", reply: .text(type: metricsType)
        ) { call in .text(try await call.service.metrics(), type: metricsType) },
        Endpoint(
            .get, "/healthz", "getHealth", "`ok`: the daemon lives.", reply: .text(type: plain)
        ) { _ in .text("ok\n", type: plain) },
        Endpoint(
            .get, "/readyz", "getReadiness", "`ready`, or 503 and `not ready` in plain text.",
            reply: .text(type: plain)
        ) { call in
            let isReady = await call.service.isReady()
            return .text(
                isReady ? "ready\n" : "not ready\n", status: isReady ? 200 : 503, type: plain)
        },
        Endpoint(
            .get, "/v1/openapi.json", "getDescription", "This interface as OpenAPI 3.1.",
            reply: .json(.object([]))
        ) { _ in try .json(APIDocument.value) },
        Endpoint(
            .post, "/v1/reload", "reload", "Reads the configuration again.",
            reply: .json(DoneReply.schema),
            failures: [Failure(409, "it was not taken; the old one stays (`bad-configuration`)")]
        ) { call in try .json(try await call.service.reload()) },
    ]

    static let spool: [Endpoint] =
        [
            Endpoint(
                .get, "/v1/spool", "listSpool", "Files in the spool and in watched folders.",
                query: [
                    .limit, .cursor,
                    Key("all", .flag("Also those that are left alone for their names.")),
                ],
                reply: .json(.page(of: SpoolFileItem.schema))
            ) { call in
                try .json(
                    try await call.service.spool(
                        cursor: call.cursor, limit: call.limit(), all: try call.flag("all")))
            }
        ]
        + [
            spoolAction(.retry, "Tries a file again."),
            spoolAction(.hold, "Keeps a file back."),
            spoolAction(.release, "Lets a file that was kept back go on."),
            spoolAction(.discard, "Removes a file for good."),
        ]

    private static func spoolAction(_ verb: SpoolVerb, _ summary: String) -> Endpoint {
        Endpoint(
            .post, "/v1/spool/{id}/\(verb.rawValue)", "\(verb.rawValue)File", summary,
            reply: .json(DoneReply.schema),
            failures: [
                Failure(404, "no such file (`no-item`)"),
                Failure(409, "several may be meant (`ambiguous`), or not there (`wrong-queue`)"),
            ]
        ) { call in try .json(try await call.service.act(verb, onSpoolItem: call.id)) }
    }

    private static let noHook = Failure(404, "no such hook (`no-hook`)")

    static let hooks: [Endpoint] = [
        Endpoint(
            .get, "/v1/hooks", "listHooks", "Hooks and how they fare.", query: [.limit, .cursor],
            reply: .json(.page(of: HookItem.schema))
        ) { call in
            let all = try await call.service.hooks()
            return try .json(all.part(after: call.cursor, limit: call.limit()) { $0.name })
        },
        Endpoint(
            .get, "/v1/dead-letters", "listDeadLetters",
            "Messages to hooks that were given up, latest first.",
            query: [Key("hook", .text("Of this hook only.")), .limit, .cursor],
            reply: .json(.page(of: DeadLetterItem.schema)), failures: [noHook]
        ) { call in
            try .json(
                try await call.service.deadLetters(
                    hook: call["hook"], cursor: call.cursor, limit: call.limit()))
        },
        Endpoint(
            .post, "/v1/hooks/{name}/retry", "retryHook",
            "Sends its dead letters again, and lifts a stop.", reply: .json(DoneReply.schema),
            failures: [noHook]
        ) { call in try .json(try await call.service.retryHook(call.id)) },
    ]
}

extension ItemPage {
    /// A part of a list that is whole.
    ///
    /// - Parameter key: by which an item is known; what stood at the cursor may be gone, and the list begins anew then.
    func part(after cursor: String?, limit: Int, _ key: (Item) -> String) -> ItemPage {
        let start = cursor.flatMap { cursor in items.firstIndex { key($0) == cursor } }
        let rest = items[(start.map { $0 + 1 } ?? 0)...]
        var page = self
        page.items = Array(rest.prefix(limit))
        page.next = rest.count > limit ? page.items.last.map(key) : nil
        return page
    }
}
