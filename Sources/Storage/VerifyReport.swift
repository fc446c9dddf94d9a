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
        }

        public var kind: Kind
        /// Relative to the store.
        public var path: String
        public var why: String

        public init(kind: Kind, path: String, why: String) {
            self.kind = kind
            self.path = path
            self.why = why
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

    public var isSound: Bool { findingCount == 0 }

    mutating func note(_ kind: Finding.Kind, _ path: String, _ why: String) {
        findingCount += 1
        if findings.count < 1000 { findings.append(Finding(kind: kind, path: path, why: why)) }
    }
}
