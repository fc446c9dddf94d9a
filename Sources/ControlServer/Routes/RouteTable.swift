import BriefModel
import ControlProtocol

/// All that the sockets can be asked, in the order of the manual.
enum RouteTable {
    static let all: [Endpoint] =
        Endpoint.service + Endpoint.articles + Endpoint.feeds + Endpoint.spool + Endpoint.hooks

    /// The endpoints of a path, one a method; none where there is no such path.
    static func find(_ segments: [String]) -> [(endpoint: Endpoint, values: [String])] {
        all.compactMap { endpoint in
            endpoint.path.match(segments).map { (endpoint, $0) }
        }
    }

    /// Whether the query has known keys only, each once. A mistyped one would else pass for one that filters nothing.
    static func check(_ request: ControlRequest, for endpoint: Endpoint) throws(ControlFailure) {
        if let name = request.repeated {
            throw .badParameter(name, "…", "it stands there twice; give it once")
        }
        let known = endpoint.query.map(\.name)
        for (name, value) in request.query.sorted(by: { $0.key < $1.key })
        where !endpoint.takes(name) {
            let near = Suggestion.nearest(to: name, among: known).map { "did you mean \($0)? " }
            throw .badParameter(
                String(name.prefix(60)), String(value.prefix(60)),
                known.isEmpty
                    ? "leave it out"
                    : "\(near ?? "")known here are \(known.joined(separator: ", "))")
        }
    }

    /// Whether the body is what the endpoint takes. Those that take none are content with nothing, and with `{}`.
    static func checkBody(
        _ request: ControlRequest, for endpoint: Endpoint
    ) throws(ControlFailure) {
        if endpoint.body == nil, request.body.isEmpty { return }
        if let type = request.fields["content-type"], !isJSON(type) {
            throw ControlFailure(
                415, "unsupported-media-type", "Unsupported media type",
                detail: "a body of \(String(type.prefix(60))) is not taken; send JSON, as"
                    + " application/json")
        }
        let value: JSONValue
        do {
            value = try JSONValue.read(request.body)
        } catch {
            throw .badBody(
                "it is no JSON; send an object like "
                    + (endpoint.body == nil ? "{}" : "{\"url\":\"https://…\"}"))
        }
        let schema = endpoint.body ?? .object([])
        if let why = schema.misfit(value) { throw .badBody(why) }
    }

    /// JSON, and what `curl -d` says by itself of whatever it sends: no form is taken here, so nothing is mistaken.
    private static func isJSON(_ type: String) -> Bool {
        let name = (type.split(separator: ";").first ?? "").lowercased()
            .filter { !$0.isWhitespace }
        return name == "application/json"
            || name.hasPrefix("application/") && name.hasSuffix("+json")
            || name == "application/x-www-form-urlencoded"
    }
}
