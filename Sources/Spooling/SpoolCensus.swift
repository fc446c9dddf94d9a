import LinuxIO

/// How many files are in the spool, and the one that has been in corrupt/ for the longest time.
public struct SpoolCensus: Sendable, Equatable {
    public var counts = SpoolCounts()
    public var oldestCorrupt: SpoolEntry?
}

/// What a census found in one folder, as long as the folder stays as it is.
struct FolderCensus: Sendable {
    /// The folder's own time of modification: it changes whenever something comes, goes or is renamed in it.
    var modified: Int64
    var documents = 0
    var below: [FileName] = []
    var oldest: (changed: Int64, name: FileName)?
}
