/// What the start-up scan found and mended.
public struct MendReport: Sendable, Equatable {
    /// Files that were being written when the last run ended, removed.
    public var temporaryFiles = 0
    /// Files that were whole but not yet in the catalogue, taken in.
    public var takenIn = 0
    /// Sightings that were on disk but not yet in the catalogue.
    public var sightings = 0
    /// Articles in the catalogue whose file is gone: paths, at most 100 of them. Left as they are.
    public var missing: [String] = []
    public var missingCount = 0
    /// Files that cannot be read as articles, with the reason. At most 100. Left as they are.
    public var unreadable: [String] = []

    public init() {}
}
