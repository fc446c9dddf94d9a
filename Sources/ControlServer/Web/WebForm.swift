import Hashing

/// A form that a browser sent (WHATWG URL, application/x-www-form-urlencoded), and whether it came from a page of ours.
struct WebForm {
    /// Bytes of a form; larger ones are refused.
    static let limit = 16 << 10

    let fields: [String: String]

    init(_ request: ControlRequest) throws(ControlFailure) {
        let type = (request.fields["content-type"] ?? "").lowercased()
            .prefix { $0 != ";" && $0 != " " }
        guard type == "application/x-www-form-urlencoded" else {
            throw ControlFailure(
                415, "unsupported-media-type", "Unsupported media type",
                detail: "buttons send forms, and this is none")
        }
        guard request.body.count <= Self.limit else {
            throw ControlFailure(
                413, "too-large", "Too large", detail: "the form passes \(Self.limit) bytes")
        }
        fields =
            ControlRequest(
                method: "POST", target: "/?" + String(decoding: request.body, as: UTF8.self),
                body: []
            ).query
    }

    /// Whether two keys are the same, in a time that tells nothing of where they differ.
    static func same(_ one: String, _ other: String) -> Bool {
        SHA256Digest.bytes(of: Array(one.utf8)) == SHA256Digest.bytes(of: Array(other.utf8))
    }

    /// Whether a browser says that another site's page sent this: Fetch Metadata, and RFC 6454 §7. Who says neither is no
    /// browser of today; such a one has to know the session's key all the same.
    static func isForeign(_ request: ControlRequest) -> Bool {
        if let site = request.fields["sec-fetch-site"], site != "same-origin" { return true }
        guard let origin = request.fields["origin"] else { return false }
        guard let start = origin.firstRange(of: "://") else { return true }
        let host = (request.fields["host"] ?? "").lowercased()
        return origin[start.upperBound...].lowercased() != host
    }
}
