import CLinux
import Glibc

/// What statx(2) says of a file, as far as we ask.
public struct FileStatus: Sendable, Equatable {
    public enum Kind: Sendable, Equatable { case file, directory, link, other }

    public var kind: Kind
    /// Bytes.
    public var size: Int
    /// Nanoseconds since 1970: when the content last changed.
    public var modified: Int64
    /// Nanoseconds since 1970: when content, name, owner or mode last changed.
    public var changed: Int64
    /// Nanoseconds since 1970: when the file was made; 0 where the file system does not know.
    public var born: Int64
    public var inode: UInt64
    public var device: UInt64
    public var owner: UInt32
    /// The bits of rwx, set-id and sticky.
    public var permissions: UInt32
    public var links: Int

    init(_ info: briefd_status) {
        switch info.mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .directory
        case S_IFLNK: kind = .link
        default: kind = .other
        }
        size = Int(info.size)
        modified = info.modified
        changed = info.changed
        born = info.born
        inode = info.inode
        device = info.device
        owner = info.owner
        permissions = info.mode & 0o7777
        links = Int(info.links)
    }
}
