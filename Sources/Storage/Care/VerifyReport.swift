/// What `verify` found.
public struct VerifyReport: Sendable, Equatable {
    /// One thing that is not as it was written, or could not be looked at.
    public struct Finding: Sendable, Codable, Equatable {
        public enum Kind: String, Sendable, Codable {
            /// The catalogue, or an article, names a file that is not there.
            case missing
            /// The content is not what was written.
            case corrupt
            /// It could not be read: it may well be sound.
            case unreadable
            /// The catalogue does not know the file.
            case unknown
            /// Somebody changed the article by hand: kept as it is. No fault once it is taken down as edited.
            case edited
            /// No article names this original: that of an article which is lost.
            case orphan
        }

        public var kind: Kind
        /// Relative to the store.
        public var path: String
        public var why: String
        /// What to do about it.
        public var next: String

        public init(kind: Kind, path: String, why: String, next: String) {
            self.kind = kind
            self.path = path
            self.why = why
            self.next = next
        }
    }

    /// Articles looked at, superseded ones included.
    public var articles = 0
    public var originals = 0
    /// Lines in the sightings' files.
    public var sightings = 0
    /// At most the first 1000.
    public var findings: [Finding] = []
    public var findingCount = 0
    /// Those of the findings that are no faults: articles that were edited by hand, and are known as such.
    public var editedCount = 0

    /// Those that are: things missing, damaged, unreadable or not known.
    public var faultCount = 0

    public init() {}

    /// Nothing is lost or damaged, and every edit is known.
    public var isSound: Bool { findingCount == editedCount }

    mutating func note(_ kind: Finding.Kind, _ path: String, _ why: String, next: String) {
        findingCount += 1
        if kind != .edited { faultCount += 1 }
        guard findings.count < 1000 else { return }
        findings.append(Finding(kind: kind, path: path, why: why, next: next))
    }
}
