import LinuxIO

/// The files that a batch is about to write and to remove. Paths are relative to the store.
struct PendingFiles {
    /// In order of arrival.
    private(set) var paths: [String] = []
    private var contents: [String: [UInt8]] = [:]
    private(set) var removals: [String] = []
    var sightings: [Sighting] = []

    var isEmpty: Bool { paths.isEmpty && removals.isEmpty && sightings.isEmpty }

    func content(of path: String) -> [UInt8]? { contents[path] }

    mutating func write(_ path: String, _ bytes: [UInt8]) {
        if contents.updateValue(bytes, forKey: path) == nil { paths.append(path) }
    }

    /// Takes a file away, or keeps it from being written where it is not yet.
    mutating func remove(_ path: String) {
        if contents.removeValue(forKey: path) != nil { paths.removeAll { $0 == path } }
        removals.append(path)
    }

    /// Whether the batch writes or removes something at that path.
    func touches(_ path: String) -> Bool { contents[path] != nil || removals.contains(path) }
}
