import ControlProtocol

/// A request on its way to the service: its endpoint is found, and its keys are known ones.
struct Call: Sendable {
    let service: any ControlService
    let door: Router.Door
    let request: ControlRequest
    /// What stands in the places of the path.
    let values: [String]

    /// The first of the values: the id of what is asked about.
    var id: String { values.first ?? "" }

    subscript(_ key: String) -> String? { request.query[key] }

    var cursor: String? { request.query["cursor"] }

    func limit() throws(ControlFailure) -> Int { try request.limit() }

    func flag(_ name: String) throws(ControlFailure) -> Bool { try request.flag(name) }

    /// The body as a wire type, after it was found to fit its schema.
    func body<Body: Decodable & Described>(_ type: Body.Type) throws(ControlFailure) -> Body {
        do {
            return try WireJSON.decode(Body.self, from: request.body)
        } catch {
            throw .badBody("it is not understood; docs/http-api.md has its keys")
        }
    }
}

extension ControlFailure {
    static func badBody(_ why: String) -> ControlFailure {
        ControlFailure(400, "bad-body", "Bad request", detail: "the body is not taken: \(why)")
    }
}
