import FoundationEssentials

/// A request as the router sees it: method, path segments and query, percent-decoded.
struct ControlRequest: Sendable {
    var method: String
    var path: String
    var segments: [String]
    var query: [String: String]
    /// A key that the query has more than once.
    var repeated: String?
    var body: [UInt8]
    /// Fields of the head, names in lower case; several of one name joined by commas (RFC 9110 §5.3).
    var fields: [String: String]

    init(method: String, target: String, fields: [String: String] = [:], body: [UInt8]) {
        self.method = method
        self.fields = fields
        self.body = body
        let parts = ControlRequest.origin(target)
            .split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts.first ?? "")
        segments = path.split(separator: "/").map { ControlRequest.decoded($0, isQuery: false) }
        query = [:]
        for pair in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = ControlRequest.decoded(sides[0], isQuery: true)
            let value = sides.count > 1 ? ControlRequest.decoded(sides[1], isQuery: true) : ""
            if query.updateValue(value, forKey: name) != nil { repeated = name }
        }
    }

    /// Whether nothing is changed by it.
    var isLook: Bool { method == "GET" || method == "HEAD" }

    /// ?limit=: 100, at most 1000.
    func limit() throws(ControlFailure) -> Int {
        guard let text = query["limit"] else { return 100 }
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            text.contains(where: { $0 != "0" })
        else {
            throw .badParameter("limit", String(text.prefix(60)), "give a number from 1 to 1000")
        }
        // More digits than a number holds are more than 1000 too.
        return min(Int(text) ?? 1000, 1000)
    }

    /// A parameter that is true or false; false where it is missing.
    func flag(_ name: String) throws(ControlFailure) -> Bool {
        switch query[name] {
        case nil, "false": return false
        case "true": return true
        case let text?: throw .badParameter(name, String(text.prefix(60)), "write true or false")
        }
    }

    /// Path and query of a target, which a client may also send whole (RFC 9112 §3.2.2).
    private static func origin(_ target: String) -> Substring {
        guard !target.hasPrefix("/"), let colon = target.firstRange(of: "://") else {
            return target[...]
        }
        return target[colon.upperBound...].drop { $0 != "/" && $0 != "?" }
    }

    /// - Parameter isQuery: a plus is a space there (WHATWG URL, application/x-www-form-urlencoded), and itself in a path.
    private static func decoded(_ text: Substring, isQuery: Bool) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(
                    byte == UInt8(ascii: "+") && isQuery ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
