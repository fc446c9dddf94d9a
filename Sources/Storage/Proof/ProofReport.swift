/// What `briefctl verify --proof` found.
public struct ProofReport: Sendable, Equatable {
    /// In the log.
    public var entries = 0
    /// Under the checkpoint; nil where that cannot be read.
    public var checkpoint: ProofCheckpoint?
    /// Whether that is signed by the key; nil where no key is known.
    public var isSigned: Bool?
    /// Markdown files, originals and sightings' lines that were compared with the log.
    public var files = VerifyReport()

    public var isSound: Bool { files.isSound }
}
