/// What was found and mended when files and catalogue were brought together: at every start, and by `rebuild`.
public struct MendReport: Sendable, Equatable {
    /// A file that something is to be said of.
    public struct Note: Sendable, Codable, Equatable {
        /// Relative to the store.
        public var path: String
        public var why: String

        public init(path: String, why: String) {
            self.path = path
            self.why = why
        }
    }

    /// Notes of one kind: all are counted, the first hundred are kept.
    public struct Notes: Sendable, Equatable {
        private static let most = 100

        public private(set) var items: [Note] = []
        public private(set) var count = 0

        public init() {}

        public var isEmpty: Bool { count == 0 }

        mutating func add(_ path: String, _ why: String) {
            count += 1
            if items.count < Self.most { items.append(Note(path: path, why: why)) }
        }

        /// Takes back what was said of a path.
        mutating func remove(_ path: String) {
            count = max(0, count - 1)
            items.removeAll { $0.path == path }
        }
    }

    /// A catalogue that could not be used.
    public struct SetAside: Sendable, Equatable {
        /// Its name in the store now.
        public var name: String
        public var why: String
    }

    /// The catalogue was damaged, and was made anew.
    public var setAside: SetAside?
    /// Files that were being written when the last run ended, removed.
    public var temporaryFiles = 0
    /// Files that were whole but not yet in the catalogue, taken in.
    public var takenIn = 0
    /// Sightings that were on disk but not yet in the catalogue.
    public var sightings = 0
    /// Articles that were read again from their originals, as their files were gone or damaged.
    public var broughtBack = Notes()
    /// Files that were edited by hand since they were looked at last: taken down as such, the text as it is now.
    public var edited = Notes()
    /// Articles in the catalogue without a file, or with one that no article can be read from. Left as they are.
    public var missing = Notes()
    /// The paths of all of them.
    var missingPaths: Set<String> = []
    /// Files that are no part of the catalogue. Left as they are.
    public var leftOut = Notes()
    /// Originals that no article came in: those of articles that are lost. Looked for where the catalogue was made anew.
    public var orphans = Notes()

    /// What is not as the log of evidence has it. Left as it is; the log is not rewritten.
    public var disputed = Notes()

    public init() {}
}
