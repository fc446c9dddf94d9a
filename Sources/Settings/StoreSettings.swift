/// What the store keeps: [store] of the configuration. `briefctl gc` removes what is beyond it.
public struct StoreSettings: Sendable, Equatable {
    public enum Keep: Sendable, Equatable {
        case forever
        case age(Duration)
        /// So many bytes of files; the oldest go first.
        case bytes(Int)

        /// "forever", a duration like "365d", or a size like "10 GiB"; nil for anything else.
        public init?(_ text: String) {
            if text == "forever" {
                self = .forever
            } else if let age = DurationText.parse(text) {
                self = .age(age)
            } else if let bytes = SizeText.parse(text) {
                self = .bytes(bytes)
            } else {
                return nil
            }
        }
    }

    /// The bytes that documents came in.
    public var keepOriginals: Keep
    /// Earlier revisions.
    public var keepSuperseded: Keep
    /// Begins a log of evidence.
    public var proof: Bool
    /// The systemd credential with the key that its checkpoints are signed with.
    public var proofKey: String?

    public init(
        keepOriginals: Keep = .forever, keepSuperseded: Keep = .forever, proof: Bool = false,
        proofKey: String? = nil
    ) {
        self.proof = proof
        self.proofKey = proofKey
        self.keepOriginals = keepOriginals
        self.keepSuperseded = keepSuperseded
    }
}
