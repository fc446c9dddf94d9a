/// Lets requests to a host through, one at a time and spaced. Every hop of every fetch passes it.
public protocol HostGate: Sendable {
    /// Returns when the host may be asked. A hop of a redirect waits for the host to be free, but keeps no
    /// spacing. Throws `.hostHeld` where the host asked to be left alone, and `.cancelled`.
    ///
    /// - Parameter host: `FeedURL.hostKey`.
    func enter(_ host: String, isHop: Bool) async throws(FeedFetchError)

    /// Follows every `enter` that did not throw.
    func leave(_ host: String, after answer: HostAnswer) async
}

/// What a host's answer means for the next request to it.
public enum HostAnswer: Sendable, Equatable {
    case answered
    /// 429, or 503: with the Retry-After that came along, as it was sent.
    case limited(retryAfter: String?)
    case noAnswer
}
