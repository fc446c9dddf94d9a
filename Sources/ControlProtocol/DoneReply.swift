/// What a request that changes something answers.
public struct DoneReply: Codable, Sendable, Equatable {
    public var ok: Bool
    /// In words.
    public var what: String
    /// Of what was made or changed.
    @Nullable public var id: String?

    public init(what: String, id: String? = nil) {
        ok = true
        self.what = what
        self.id = id
    }
}
