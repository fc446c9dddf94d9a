import Hashing

/// How an answer goes out: not at all where the client has it, packed where it takes that (RFC 9110 §12.5.3, §13.1.2).
enum Representation {
    /// Smaller answers are not worth it: bytes.
    private static let packedFrom = 1_024

    static func fit(_ response: ControlResponse, to request: ControlRequest) -> ControlResponse {
        guard case .body(var body) = response, body.status == 200 else { return response }
        if let etag = body.etag, let known = request.fields["if-none-match"],
            matches(known, etag)
        {
            body.status = 304
            body.bytes = []
            return .body(body)
        }
        if isPackable(body.type), body.bytes.count >= packedFrom,
            takesGzip(request.fields["accept-encoding"])
        {
            body.bytes = Gzip.compress(body.bytes, level: 1)
            body.encoding = "gzip"
        }
        return .body(body)
    }

    /// Text of ours; what others sent stays as it is.
    static func isPackable(_ type: String) -> Bool { type != "application/octet-stream" }

    /// The ETag of an article: its content hash, and what tells apart all else that the answer says. Weak, as the same
    /// answer goes out packed and unpacked.
    static func etag(of hash: String?, _ bytes: [UInt8]) -> String {
        "W/\"\(hash ?? "none").\(String(Checksum.crc32(of: bytes), radix: 16))\""
    }

    /// Whether a list of If-None-Match holds the tag. One that holds just the content hash is met by every answer with it:
    /// the client asks for another text only.
    private static func matches(_ list: String, _ etag: String) -> Bool {
        let known = list.split(separator: ",").map { strip(trimmed($0)) }
        let own = strip(etag[...])
        let hash = own.prefix { $0 != "." }
        return known.contains { $0 == "*" || $0 == own || $0 == hash && hash != "none" }
    }

    /// A tag without W/ and quotes.
    private static func strip(_ tag: Substring) -> Substring {
        let tag = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
        return tag.count > 1 && tag.first == "\"" && tag.last == "\""
            ? tag.dropFirst().dropLast() : tag
    }

    private static func takesGzip(_ list: String?) -> Bool {
        var any = false
        for part in (list ?? "").lowercased().split(separator: ",") {
            let pieces = part.split(separator: ";").map(trimmed)
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }
                .flatMap { Double($0.dropFirst(2)) }
            guard let name = pieces.first else { continue }
            let isTaken = weight.map { $0 > 0 } ?? true
            if name == "gzip" || name == "x-gzip" { return isTaken }
            if name == "*" { any = isTaken }
        }
        return any
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
