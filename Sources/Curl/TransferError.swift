/// Why a request got no whole answer.
public enum TransferError: Error, Sendable, Equatable {
    /// The request cannot be made as it stands: bad address, header or option.
    case invalidRequest(url: String, reason: String)
    /// The guard let none of the host's addresses pass.
    case refusedAddress(url: String, reason: String)
    case nameNotResolved(url: String, reason: String)
    case notConnected(url: String, reason: String)
    case timedOut(url: String, reason: String)
    case tls(url: String, reason: String)
    /// The body passed the limit, counted after decompression.
    case bodyTooLarge(url: String, limit: Int)
    /// The body unpacks to at least `ratio` times its size.
    case bomb(url: String, ratio: Int)
    case headersTooLarge(url: String, limit: Int)
    /// The connection ended before the message did.
    case truncated(url: String, reason: String)
    /// The body is not what its Content-Encoding says.
    case badEncoding(url: String, reason: String)
    /// Anything else; `code` is libcurl's.
    case failed(url: String, code: Int, reason: String)
    case cancelled(url: String)
}

extension TransferError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .invalidRequest(let url, let reason):
            "\(url) cannot be asked: \(reason)"
        case .refusedAddress(let url, let reason):
            "\(url) not asked: \(reason)"
        case .nameNotResolved(let url, let reason):
            "\(url) not reached: \(reason); check the host's name and the resolver"
        case .notConnected(let url, let reason):
            "\(url) not reached: \(reason); it is tried again later"
        case .timedOut(let url, let reason):
            "\(url) not fetched in time: \(reason); it is tried again later"
        case .tls(let url, let reason):
            "\(url) not fetched: TLS failed: \(reason); mend the server's certificate or set ca_file"
        case .bodyTooLarge(let url, let limit):
            "\(url) not fetched: its body passed \(limit) bytes; raise the limit or leave it"
        case .bomb(let url, let ratio):
            "\(url) not fetched: its body unpacks to over \(ratio) times its size, which no text"
                + " does; ask the server's owner, or remove the feed"
        case .headersTooLarge(let url, let limit):
            "\(url) not fetched: its header passed \(limit) bytes"
        case .truncated(let url, let reason):
            "\(url) not fetched whole: \(reason); it is tried again later"
        case .badEncoding(let url, let reason):
            "\(url) not read: its content encoding is wrong: \(reason)"
        case .failed(let url, let code, let reason):
            "\(url) not fetched: \(reason) (curl \(code))"
        case .cancelled(let url):
            "\(url) not fetched: the request was given up"
        }
    }
}
