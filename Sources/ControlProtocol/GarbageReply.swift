/// What POST /v1/gc removed, or would remove.
public struct GarbageReply: Codable, Sendable, Equatable {
    public struct Part: Codable, Sendable, Equatable {
        public var files: Int
        /// On the disk.
        public var bytes: Int

        public init(files: Int, bytes: Int) {
            self.files = files
            self.bytes = bytes
        }
    }

    public var ok: Bool
    /// Nothing was removed.
    public var dryRun: Bool
    /// In words.
    public var what: String
    /// Files of articles that were forgotten.
    public var forgotten: Part
    public var superseded: Part
    /// Originals of articles that stay.
    public var originals: Part
    /// Originals that no article names any more.
    public var orphans: Part

    public init(
        dryRun: Bool, what: String, forgotten: Part, superseded: Part, originals: Part,
        orphans: Part
    ) {
        ok = true
        self.dryRun = dryRun
        self.what = what
        self.forgotten = forgotten
        self.superseded = superseded
        self.originals = originals
        self.orphans = orphans
    }
}
