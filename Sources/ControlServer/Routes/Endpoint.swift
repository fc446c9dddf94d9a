import ControlProtocol

/// One thing that can be asked of the sockets: all that is known of it, and who answers. `RouteTable` holds them all; the
/// router, the OpenAPI document and docs/http-api.md are made of nothing else.
struct Endpoint: Sendable {
    enum Method: String, Sendable {
        /// HEAD too.
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    /// A key of the query.
    struct Key: Sendable {
        var name: String
        var schema: Schema

        init(_ name: String, _ schema: Schema) {
            self.name = name
            self.schema = schema
        }

        static let limit = Key(
            "limit",
            .count(
                "Items of a page; more than 1000 count as 1000, 100 where it is left out.", from: 1)
        )
        static let cursor = Key("cursor", .text("The `next` of the page before."))

        static func cursor(_ schema: Schema) -> Key { Key("cursor", schema) }
    }

    enum Reply: Sendable {
        case json(Schema, status: Int = 200)
        case bytes(type: String)
        case text(type: String)
        case events
    }

    /// A failure of its own, beside those that every request may meet.
    struct Failure: Sendable {
        var status: Int
        var why: String

        init(_ status: Int, _ why: String) {
            self.status = status
            self.why = why
        }
    }

    var method: Method
    var path: PathTemplate
    /// Its name in the OpenAPI document.
    var name: String
    var summary: String
    var query: [Key] = []
    /// Of the body; nil where none is taken.
    var body: Schema?
    var reply: Reply
    var failures: [Failure] = []
    var cost = RequestCost.light
    let answer: @Sendable (Call) async throws -> ControlResponse

    init(
        _ method: Method, _ path: String, _ name: String, _ summary: String, query: [Key] = [],
        body: Schema? = nil, reply: Reply, failures: [Failure] = [],
        cost: RequestCost = .light,
        answer: @escaping @Sendable (Call) async throws -> ControlResponse
    ) {
        self.method = method
        self.path = PathTemplate(path)
        self.name = name
        self.summary = summary
        self.query = query
        self.body = body
        self.reply = reply
        self.failures = failures
        self.cost = cost
        self.answer = answer
    }

    /// For the Allow field (RFC 9110 §10.2.1).
    var methods: [String] { method == .get ? ["GET", "HEAD"] : [method.rawValue] }

    func takes(_ key: String) -> Bool { query.contains { $0.name == key } }
}
