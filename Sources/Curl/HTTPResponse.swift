/// An answer, whole: a transfer that breaks off is an error, never a short body.
public struct HTTPResponse: Sendable {
    public var status: Int
    /// "1.0", "1.1", "2", "3".
    public var httpVersion: String
    /// Those of the final answer, without trailers.
    public var headers: HTTPHeaders
    /// Decompressed. Empty where the request streamed its body.
    public var body: [UInt8]
    /// The address that was asked, as libcurl understood it.
    public var url: String
    /// Where a 3xx leads, absolute; nil where it does not say.
    public var redirectURL: String?
    /// The peer's address in text; nil for a Unix socket.
    public var primaryIP: String?
    public var timings: TransferTimings

    public init(
        status: Int, httpVersion: String = "1.1", headers: HTTPHeaders = HTTPHeaders(),
        body: [UInt8] = [], url: String, redirectURL: String? = nil, primaryIP: String? = nil,
        timings: TransferTimings = TransferTimings()
    ) {
        self.status = status
        self.httpVersion = httpVersion
        self.headers = headers
        self.body = body
        self.url = url
        self.redirectURL = redirectURL
        self.primaryIP = primaryIP
        self.timings = timings
    }
}
