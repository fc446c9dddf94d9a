/// What a backup holds.
public struct BackupReport: Sendable, Equatable {
    /// Files that were copied, and their bytes.
    public var files = 0
    public var bytes = 0
    /// Files that are links to those of the backup before, as nothing changed in them.
    public var linked = 0
    /// The folder that the backup is in.
    public var path = ""
    /// Older backups that were removed.
    public var removed = 0

    public init() {}
}
