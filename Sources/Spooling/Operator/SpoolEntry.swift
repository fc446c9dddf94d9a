import FoundationEssentials
import LinuxIO

/// A file in the spool as operators see it.
public struct SpoolEntry: Sendable, Equatable {
    public enum Standing: Sendable, Equatable {
        case document
        /// Left alone for its name: not finished, or no document.
        case ignored
        /// Left alone for its folder.
        case notTaken
        /// It lies in a watched folder where files are left, and could not be filed.
        case failed
    }

    /// Stays the same while the file lives, in whatever queue.
    public let id: String
    /// The path beneath incoming/ under which it was dropped, printable; that of a file in a watched folder is absolute.
    public let name: String
    public let queue: SpoolQueue
    public var standing = Standing.document
    /// When it came into this queue.
    public let since: Date
    /// Bytes.
    public let size: Int
    /// How often filing it was tried in vain.
    public var attempts: Int
    /// Why it is where it is; nil where nothing is the matter.
    public var reason: String?
    /// What to do about it; nil where nothing is to be done.
    public var next: String?
    /// When a deferred file is tried again.
    public var nextTry: Date?
    let key: FileKey

    init(
        _ status: FileStatus, name: String, queue: SpoolQueue, since: Date, attempts: Int
    ) {
        id = spoolIdentity(status)
        key = FileKey(status)
        size = status.size
        self.name = name
        self.queue = queue
        self.since = since
        self.attempts = attempts
    }
}
