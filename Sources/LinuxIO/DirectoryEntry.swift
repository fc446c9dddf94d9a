/// A name in a directory, with what the directory itself says of the file.
public struct DirectoryEntry: Sendable, Equatable {
    public let name: FileName
    /// nil where the file system does not say; `Directory.status(of:)` does.
    public let kind: FileStatus.Kind?
    public let inode: UInt64

    public init(name: FileName, kind: FileStatus.Kind?, inode: UInt64) {
        self.name = name
        self.kind = kind
        self.inode = inode
    }
}
