/// What a request that changes something answers.
public struct DoneReply: Codable, Sendable, Equatable {
    public var ok: Bool
    /// In words.
    public var what: String
    /// Of what was made or changed.
    @Nullable public var id: String?
    /// It was done, but does not work as it is: why, and what to change.
    @Nullable public var warning: String?

    public init(what: String, id: String? = nil, warning: String? = nil) {
        ok = true
        self.what = what
        self.id = id
        self.warning = warning
    }
}
