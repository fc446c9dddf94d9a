import ControlProtocol

/// docs/http-api.md, made of the table of routes.
enum APIPage {
    static var text: String {
        var lines = [
            "# The HTTP interface", "",
            "Made of the table of routes in the code (Sources/ControlServer/Routes); a test holds the two together.",
            "What the fields mean, and how lists and events are followed, is in [cli-json.md](cli-json.md).",
            "`GET /v1/openapi.json` has the same as OpenAPI 3.1.", "",
            "    curl --unix-socket /run/briefd/status.sock http://x/v1/openapi.json", "",
            "`status.sock` takes GET and HEAD; `control.sock` takes everything. Keys stand in alphabetical order, a field",
            "without a value is null and never absent. Lists are gone on with by `?cursor=` with their `next`.",
            "",
            "## Errors", "",
            "Every error is a Problem, `application/problem+json` (RFC 9457). Beside those of the single routes:",
            "",
            "| status | type | why |", "|---|---|---|",
        ]
        lines += general.map { "| \($0.0) | `\($0.1)` | \($0.2) |" }
        lines += ["", "## Routes"]
        for endpoint in RouteTable.all { lines += section(endpoint) }
        lines += ["", "## Objects"]
        for (name, schema) in objects.sorted(by: { $0.key < $1.key }) {
            lines += ["", "### \(name)", ""]
            if !schema.note.isEmpty { lines += [schema.note, ""] }
            if case .object(_, let fields) = schema.kind { lines += table(fields) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let general: [(Int, String, String)] = [
        (
            400, "bad-parameter",
            "a key of the query is not known, stands there twice, or has no sense"
        ),
        (
            400, "bad-body",
            "the body is no JSON, a key of it is not known or missing, or has a value of another kind"
        ),
        (400, "bad-request", "what came is no HTTP"),
        (404, "not-found", "there is no such path"),
        (405, "method-not-allowed", "the path, or the socket, takes other methods: see `Allow`"),
        (413, "too-large", "the body passes \(ControlHandler.bodyLimit) bytes"),
        (414, "uri-too-long", "the request line passes \(HeadGuard.lineLimit) bytes"),
        (
            415, "unsupported-media-type",
            "the body says to be other than JSON; what says nothing, and the form that `curl -d` says by itself, are"
                + " read as JSON"
        ),
        (
            431, "fields-too-large",
            "the head passes \(ControlServer.headLimit) bytes or \(ControlServer.fieldLimit) fields"
        ),
        (500, "internal", "something failed that is named"),
        (
            503, "busy",
            "answers that you asked for wait to be read: read them, and ask again after `Retry-After`"
        ),
    ]

    private static func section(_ endpoint: Endpoint) -> [String] {
        var lines = [
            "", "### \(endpoint.method.rawValue) \(endpoint.path.text)", "", endpoint.summary, "",
        ]
        if !endpoint.query.isEmpty {
            lines += ["| key | value | |", "|---|---|---|"]
            lines += endpoint.query.map {
                "| `\($0.name)` | \($0.schema.words.cell) | \($0.schema.note.cell) |"
            }
            lines.append("")
        }
        if let body = endpoint.body { lines.append("- body: \(body.words)") }
        switch endpoint.reply {
        case .json(let schema, let status): lines.append("- \(status): \(schema.words)")
        case .bytes(let type), .text(let type): lines.append("- 200: \(type)")
        case .events: lines.append("- 200: text/event-stream")
        }
        lines += endpoint.failures.map { "- \($0.status): \($0.why)" }
        return lines
    }

    private static var objects: [String: Schema] {
        RouteTable.all.reduce(into: ProblemReply.schema.named) { all, endpoint in
            if case .json(let schema, _) = endpoint.reply {
                all.merge(schema.named) { first, _ in first }
            }
            if let body = endpoint.body { all.merge(body.named) { first, _ in first } }
        }
    }

    private static func table(_ fields: [Schema.Field], _ prefix: String = "") -> [String] {
        let head = prefix.isEmpty ? ["| field | value | |", "|---|---|---|"] : []
        return head
            + fields.flatMap { field -> [String] in
                let name = prefix + field.name
                if case .object(nil, let inner) = field.schema.kind, !inner.isEmpty {
                    return table(inner, name + ".")
                }
                let value = field.schema.words + (field.isRequired ? "" : ", may be left out")
                return ["| `\(name)` | \(value.cell) | \(field.schema.note.cell) |"]
            }
    }
}

extension String {
    /// As it stands in a cell of a Markdown table.
    fileprivate var cell: String { replacing("|", with: "\\|") }
}
