import Curl

/// Lets requests to a host through, one at a time and spaced. Every hop of every fetch passes it.
public protocol HostGate: Sendable {
    /// Returns when the host may be asked. A hop of a redirect waits for the host to be free, but keeps no
    /// spacing. Throws `.hostHeld` where the host asked to be left alone, and `.cancelled`.
    ///
    /// - Parameter host: `FeedURL.hostKey`.
    func enter(_ host: String, isHop: Bool) async throws(FeedFetchError)

    /// Follows every `enter` that did not throw.
    func leave(_ host: String, after answer: HostAnswer) async

    /// Whether a linked page may be asked at this address now; it is the caller's until `leave(address)` then. Many
    /// names may lead to one machine, and whoever writes a feed chooses the names: so pages are spaced by address too.
    /// Must not block.
    func take(_ address: SocketAddress) -> Bool

    /// Returns when a linked page may be asked at this address, which is the caller's then. Throws `.cancelled`.
    func wait(for address: SocketAddress) async throws(FeedFetchError)

    /// Follows every `take` that was true and every `wait` that did not throw.
    func leave(_ address: SocketAddress)
}

extension HostGate {
    public func take(_ address: SocketAddress) -> Bool { true }
    public func wait(for address: SocketAddress) async throws(FeedFetchError) {}
    public func leave(_ address: SocketAddress) {}
}

/// What a host's answer means for the next request to it.
public enum HostAnswer: Sendable, Equatable {
    case answered
    /// 429, or 503: with the Retry-After that came along, as it was sent.
    case limited(retryAfter: String?)
    case noAnswer
}
