import Curl
import FeedFetching
import Workers

/// Why there is no feed to follow, in words for the operator who gave the address.
struct FeedLookError: Error {
    var what: String
    /// Whether the time for looking is over.
    var isLate = false
    /// Whether nobody can be spoken to in this way: over http it may be another matter.
    var isUnspoken = false

    init(what: String) { self.what = what }

    init(late url: String) {
        what = "\(url) did not answer in time; try again, or follow it with --no-check"
        isLate = true
    }

    init(cutOff url: String) {
        what =
            "\(url) breaks off before its first entry ends; try again, or follow it with --no-check"
    }

    /// The same where others are asked still.
    var inTime: FeedLookError {
        var error = self
        error.isLate = false
        return error
    }

    init(_ error: FeedFetchError) {
        what =
            switch error {
            case .status(let url, let status): "\(url) \(FeedLookError.words(of: status))"
            case .emptyBody(let url): "\(url) answered with nothing; check the address"
            case .transfer(.nameNotResolved(let url, let reason)):
                "\(url) not reached: there is no such host (\(reason)); check its name"
            case .transfer(.notConnected(let url, let reason)):
                "\(url) not reached: \(reason); check the address, or follow it with --no-check"
            case .timedOut(let url, _), .transfer(.timedOut(let url, _)):
                FeedLookError(late: url).what
            default: error.description
            }
        switch error {
        case .transfer(.notConnected), .transfer(.tls), .transfer(.failed): isUnspoken = true
        default: break
        }
    }

    init(_ refusal: ReadingError, at url: String) {
        what = "\(url) is no feed: \(refusal.description)"
    }

    private static func words(of status: Int) -> String {
        switch status {
        case 401, 407: "wants a log-in (status \(status)); name its credential with --credential"
        case 403, 406, 451:
            "refuses us (status \(status)); look at it in a browser: the site may let no program in"
        case 404: "is not there (status 404); check the address"
        case 410: "is gone for good (status 410); look for its new address"
        case 429, 503: "asks to be left alone for a while (status \(status)); try again later"
        case 500...: "fails (status \(status)); try again later, or follow it with --no-check"
        default: "answered with status \(status), which holds no feed; check the address"
        }
    }
}
