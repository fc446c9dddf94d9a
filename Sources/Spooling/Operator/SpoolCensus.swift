import LinuxIO

/// How many files are in the spool, and the one that has been in corrupt/ for the longest time.
public struct SpoolCensus: Sendable, Equatable {
    public var counts = SpoolCounts()
    public var oldestCorrupt: SpoolEntry?
    /// The first of the files in watched folders that will not work and are left where they are.
    public var firstFailed: SpoolEntry?
}

/// What a census found in one folder, as long as the folder stays as it is.
struct FolderCensus: Sendable {
    /// The folder's own time of modification: it changes whenever something comes, goes or is renamed in it.
    var modified: Int64
    /// The folder's own, and the rules by which it was counted.
    var standing: SpoolStanding
    var names: NameRules?
    var hasOrphans: Bool
    var documents = 0
    var ignored = 0
    var notTaken = 0
    var below: [(name: FileName, standing: SpoolStanding)] = []
    var oldest: (changed: Int64, name: FileName)?
}
