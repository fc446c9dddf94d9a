import Glibc

/// What stat(2) says of a file, as far as we ask.
public struct FileStatus: Sendable, Equatable {
    public enum Kind: Sendable, Equatable { case file, directory, link, other }

    public var kind: Kind
    /// Bytes.
    public var size: Int
    /// Nanoseconds since 1970.
    public var modified: Int64
    public var inode: UInt64
    public var device: UInt64
    public var owner: UInt32
    public var links: Int

    init(_ info: stat) {
        switch info.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .directory
        case S_IFLNK: kind = .link
        default: kind = .other
        }
        size = Int(info.st_size)
        modified = Int64(info.st_mtim.tv_sec) * 1_000_000_000 + Int64(info.st_mtim.tv_nsec)
        inode = UInt64(info.st_ino)
        device = UInt64(info.st_dev)
        owner = info.st_uid
        links = Int(info.st_nlink)
    }
}
