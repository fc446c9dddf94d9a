/// Where briefd keeps its things: [paths] of the configuration. All paths are absolute.
public struct PathSettings: Sendable, Equatable {
    public var state: String
    public var spool: String
    public var store: String
    /// The folder of the two sockets.
    public var runtime: String

    /// - Parameters:
    ///   - spool: nil for `state`/spool.
    ///   - store: nil for `state`/store.
    public init(
        state: String = "/var/lib/briefd", spool: String? = nil, store: String? = nil,
        runtime: String = "/run/briefd"
    ) {
        self.state = state
        self.spool = spool ?? state + "/spool"
        self.store = store ?? state + "/store"
        self.runtime = runtime
    }
}
