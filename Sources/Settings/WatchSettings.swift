/// A further folder that documents are taken from: a [[watch]] of the configuration.
public struct WatchSettings: Sendable, Equatable {
    /// Absolute.
    public var path: String
    public var tags: [String]
    /// Whether files there are read only, and never moved or changed.
    public var leave: Bool

    public init(path: String, tags: [String] = [], leave: Bool = false) {
        self.path = path
        self.tags = tags
        self.leave = leave
    }
}
