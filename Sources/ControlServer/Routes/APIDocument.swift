import BriefModel
import ControlProtocol

/// The interface as OpenAPI 3.1, made of the table of routes.
enum APIDocument {
    static let value: JSONValue = .object([
        "openapi": .string("3.1.0"),
        "info": .object([
            "title": .string("briefd"),
            "version": .string(Version.number),
            "description": .string(
                "HTTP/1.1 with JSON over Unix sockets: status.sock takes GET and HEAD, control.sock all."
            ),
        ]),
        "paths": .object(paths),
        "components": .object(["schemas": .object(schemas)]),
    ])

    private static var paths: [String: JSONValue] {
        var paths: [String: [String: JSONValue]] = [:]
        for endpoint in RouteTable.all {
            let method = endpoint.method.rawValue.lowercased()
            paths[endpoint.path.text, default: [:]][method] = operation(endpoint)
        }
        return paths.mapValues(JSONValue.object)
    }

    private static var schemas: [String: JSONValue] {
        var all = ProblemReply.schema.named.mapValues { $0.definition() }
        for endpoint in RouteTable.all {
            if case .json(let schema, _) = endpoint.reply {
                all.merge(schema.named.mapValues { $0.definition() }) { first, _ in first }
            }
            if let body = endpoint.body {
                all.merge(body.named.mapValues { $0.definition(isClosed: true) }) { first, _ in
                    first
                }
            }
        }
        return all
    }

    private static func operation(_ endpoint: Endpoint) -> JSONValue {
        var parts: [String: JSONValue] = [
            "operationId": .string(endpoint.name), "summary": .string(endpoint.summary),
            "responses": .object(responses(endpoint)),
        ]
        let parameters =
            endpoint.path.names.map { parameter($0, in: "path", .text(), isRequired: true) }
            + endpoint.query.map { parameter($0.name, in: "query", $0.schema, isRequired: false) }
        if !parameters.isEmpty { parts["parameters"] = .array(parameters) }
        if let body = endpoint.body {
            parts["requestBody"] = .object([
                "required": .boolean(true),
                "content": content("application/json", body.document(isClosed: true)),
            ])
        }
        return .object(parts)
    }

    private static func parameter(
        _ name: String, in place: String, _ schema: Schema, isRequired: Bool
    ) -> JSONValue {
        .object([
            "name": .string(name), "in": .string(place), "required": .boolean(isRequired),
            "schema": schema.document(),
        ])
    }

    private static func responses(_ endpoint: Endpoint) -> [String: JSONValue] {
        var all: [String: JSONValue] = ["default": problem("Not done: RFC 9457.")]
        let text = Schema.text().document()
        switch endpoint.reply {
        case .json(let schema, let status):
            all["\(status)"] = response("Done.", content("application/json", schema.document()))
        case .bytes: all["200"] = response("Bytes.", content("*/*", .object([:])))
        case .text(let type): all["200"] = response("Text.", content(type, text))
        case .events:
            all["200"] = response("An endless answer.", content("text/event-stream", text))
        }
        if endpoint.name == "getReadiness" {
            all["503"] = response("Not ready.", content("text/plain; charset=utf-8", text))
        }
        for failure in endpoint.failures { all["\(failure.status)"] = problem(failure.why) }
        return all
    }

    private static func problem(_ why: String) -> JSONValue {
        response(why, content("application/problem+json", ProblemReply.schema.document()))
    }

    private static func response(_ why: String, _ content: JSONValue) -> JSONValue {
        .object(["description": .string(why), "content": content])
    }

    private static func content(_ type: String, _ schema: JSONValue) -> JSONValue {
        .object([type: .object(["schema": schema])])
    }
}
