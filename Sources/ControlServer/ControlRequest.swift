import FoundationEssentials

/// A request as the router sees it: method, path segments and query, percent-decoded.
struct ControlRequest: Sendable {
    var method: String
    var path: String
    var segments: [String]
    var query: [String: String]
    var body: [UInt8]
    /// Fields of the head, names in lower case; several of one name joined by commas (RFC 9110 §5.3).
    var fields: [String: String]

    init(method: String, target: String, fields: [String: String] = [:], body: [UInt8]) {
        self.method = method
        self.fields = fields
        self.body = body
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts.first ?? "")
        segments = path.split(separator: "/").map { ControlRequest.decoded($0) }
        query = [:]
        for pair in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = ControlRequest.decoded(sides[0])
            query[name] = sides.count > 1 ? ControlRequest.decoded(sides[1]) : ""
        }
    }

    /// ?limit=: 100, at most 1000.
    func limit() throws(ControlFailure) -> Int {
        guard let text = query["limit"] else { return 100 }
        guard let limit = Int(text), limit > 0 else {
            throw .badParameter("limit", text, "give a number from 1 to 1000")
        }
        return min(limit, 1000)
    }

    /// A parameter that is true or false; false where it is missing.
    func flag(_ name: String) throws(ControlFailure) -> Bool {
        switch query[name] {
        case nil, "false": return false
        case "true": return true
        case let text?: throw .badParameter(name, text, "write true or false")
        }
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
