import Curl
import FoundationEssentials

/// Why a feed or a page was not fetched. The status, where there is one, is in `FetchOutcome`.
public enum FeedFetchError: Error, Sendable, Equatable {
    case badURL(text: String, reason: String)
    /// A URL with user or password; it is not repeated here.
    case passwordInURL
    case transfer(TransferError)
    case tooManyRedirects(url: String, limit: Int)
    case redirectLoop(url: String)
    /// A redirect that is not followed.
    case redirectRefused(from: String, to: String, reason: String)
    case redirectWithoutTarget(url: String, status: Int)
    /// An answer that carries no document: 4xx, 5xx, and others that we did not ask for.
    case status(url: String, status: Int)
    case emptyBody(url: String)
    /// Gzip data that does not unpack, or not within the limit.
    case badGzip(url: String, reason: String)
    /// 304 although nothing was asked conditionally (RFC 9110 §15.4.5).
    case unaskedNotModified(url: String)
    /// All hops together passed the time of one poll.
    case timedOut(url: String, limit: Duration)
    /// The host asked to be left alone.
    case hostHeld(host: String, until: Date)
    case cancelled
}

extension FeedFetchError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badURL(let text, let reason):
            "\(text) is not fetched: \(reason); write it like https://example.org/feed.xml"
        case .passwordInURL:
            "a URL with a user name or password is not fetched, for it would be shown in logs;"
                + " take it out and name a systemd credential with the key credential"
        case .transfer(.bodyTooLarge(let url, let limit)):
            "\(url) not fetched: its body passed \(limit) bytes; raise [http] max_body or leave it"
        case .transfer(let error):
            error.description
        case .tooManyRedirects(let url, let limit):
            "\(url) not fetched: more than \(limit) redirects; correct the address"
        case .redirectLoop(let url):
            "\(url) not fetched: its redirects lead in a circle; correct the address"
        case .redirectRefused(let from, let to, let reason):
            "\(from) not fetched: it redirects to \(to), \(reason)"
        case .redirectWithoutTarget(let url, let status):
            "\(url) not fetched: status \(status) without a target"
        case .status(let url, let status):
            "\(url) answered with status \(status)\(FeedFetchError.advice(status))"
        case .emptyBody(let url):
            "\(url) answered with an empty body; it is tried again later"
        case .badGzip(let url, let reason):
            "\(url) not read: \(reason); it is tried again later"
        case .unaskedNotModified(let url):
            "\(url) answered 304 to an unconditional request; it is tried again later"
        case .timedOut(let url, let limit):
            "\(url) not fetched within \(limit); raise [http] timeout or remove the feed"
        case .hostHeld(let host, let until):
            "\(host) asked not to be asked before \(until.formatted(.iso8601))"
        case .cancelled:
            "the request was given up"
        }
    }

    private static func advice(_ status: Int) -> String {
        switch status {
        case 401, 407: "; give the feed a credential"
        case 403: "; the server refuses us: look at the address in a browser"
        case 404: "; it is tried again later: correct the address if it stays so"
        case 410: ", gone for good; remove the feed"
        case 429, 503: "; it is left alone for a while"
        case 500...: "; the server is at fault, it is tried again later"
        default: ""
        }
    }
}
