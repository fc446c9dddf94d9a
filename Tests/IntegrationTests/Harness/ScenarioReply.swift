/// What a scenario's server sends, byte for byte and piece by piece.
struct ScenarioReply: Sendable {
    enum Piece: Sendable {
        case bytes([UInt8])
        case pause(Duration)
        /// The bytes again and again, up to a bound of 64 MiB.
        case endless([UInt8])
        /// Nothing more is sent, and the connection stays open.
        case hang
        case close

        /// Whether nothing comes after it where it is the last.
        var isEnd: Bool {
            switch self {
            case .bytes, .pause, .close: true
            case .endless, .hang: false
            }
        }
    }

    var pieces: [Piece]

    init(_ pieces: Piece...) { self.pieces = pieces }

    /// A well-formed answer. `headers` are whole lines, so that nothing about them is tidied up.
    static func status(
        _ code: Int, _ headers: [String] = [], body: [UInt8] = []
    ) -> ScenarioReply {
        var lines = ["HTTP/1.1 \(code) \(code < 300 ? "OK" : "Other")"] + headers
        if code != 304 { lines.append("Content-Length: \(body.count)") }
        let head = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
        return ScenarioReply(.bytes(head + body))
    }

    static func ok(
        _ body: String, type: String = "application/rss+xml", _ headers: [String] = []
    ) -> ScenarioReply {
        status(200, ["Content-Type: \(type)"] + headers, body: Array(body.utf8))
    }

    static func html(_ body: String, _ code: Int = 200) -> ScenarioReply {
        status(code, ["Content-Type: text/html; charset=utf-8"], body: Array(body.utf8))
    }

    static func redirect(_ code: Int, _ target: String, _ headers: [String] = []) -> ScenarioReply {
        status(code, ["Location: \(target)"] + headers)
    }

    static let notModified = status(304)

    /// As it stands; then the connection is closed.
    static func raw(_ text: String) -> ScenarioReply {
        ScenarioReply(.bytes(Array(text.utf8)), .close)
    }
}

/// One request as the server saw it.
struct ScenarioRequest: Sendable {
    var method: String
    var target: String
    var headers: [(name: String, value: String)]
    /// The local address that was asked.
    var address: String
    /// How often the same target was asked, this time included.
    var count: Int
    var began: ContinuousClock.Instant
    /// When the last of the answer was about to go out.
    var ended: ContinuousClock.Instant?

    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    var isConditional: Bool {
        header("If-None-Match") != nil || header("If-Modified-Since") != nil
    }
}
