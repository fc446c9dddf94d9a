import Curl

/// What a server gives to tell whether a document changed (RFC 9110 §8.8): opaque, kept and sent back byte for
/// byte, never read, mended or made up.
public struct Validators: Sendable, Codable, Equatable {
    public var etag: String?
    public var lastModified: String?
    /// The address that gave them: they say nothing of another one.
    public var url: String

    public init(etag: String? = nil, lastModified: String? = nil, url: String) {
        self.etag = etag
        self.lastModified = lastModified
        self.url = url
    }

    public init(_ headers: HTTPHeaders, url: String) {
        func value(_ name: String) -> String? {
            headers[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        self.init(etag: value("ETag"), lastModified: value("Last-Modified"), url: url)
    }

    public var isEmpty: Bool { etag == nil && lastModified == nil }

    /// The fields of a conditional request (RFC 9110 §13.1).
    var headers: [HTTPHeader] {
        var headers: [HTTPHeader] = []
        if let etag { headers.append(HTTPHeader("If-None-Match", etag)) }
        if let lastModified { headers.append(HTTPHeader("If-Modified-Since", lastModified)) }
        return headers
    }

    /// After a 304: what it brings replaces what was stored (RFC 9111 §4.3.4).
    func refreshed(by other: Validators) -> Validators {
        Validators(
            etag: other.etag ?? etag, lastModified: other.lastModified ?? lastModified, url: url)
    }
}
