import FoundationEssentials
import LinuxIO

/// A document in the spool that is ready to be claimed.
public struct SpoolItem: Sendable, Equatable {
    /// Stays the same while the file lives, in whatever queue.
    public let id: String
    /// Where it was dropped, beneath incoming/.
    public let path: FileName
    /// The names of the sub-folders that it was dropped into.
    public let tags: [String]
    public let kind: SpoolKind
    /// Bytes, as it lies.
    public let size: Int
    /// When its content last changed.
    public let modified: Date
    /// How often filing it was put off.
    public let attempts: Int
    /// How often it was tried in vain before an operator gave it another chance.
    let earlierAttempts: Int
    /// incoming, also for what lies in a watched folder, or deferred.
    public let queue: SpoolQueue
    /// The watched folder that it lies in; nil for the spool itself.
    public let watched: WatchFolder?

    /// Where it lies, beneath its queue or watched folder.
    let location: FileName
    /// The folder that a browser saved with the page, beside it.
    let assets: FileName?
    let key: FileKey
    let modifiedNanoseconds: Int64
    let changedNanoseconds: Int64
    /// The same of the folder that it lies in.
    let folderChanged: Int64
    /// Nobody has watched it for `settle`: it may be taken only if the kernel knows that nobody writes it.
    let needsProof: Bool

    /// Printable, on one line: for status and logs.
    public var name: String { path.printable }

    /// For `Origin.source`: "spool:a/b/file.html", "watch:/srv/scans/file.html".
    public var source: String {
        watched.map { "watch:\($0.path)/\(location.printable)" } ?? "spool:\(name)"
    }

    /// Who dropped it, as far as that can be told: its first folder, or the watched one. For taking turns.
    public var sender: String {
        if let watched { return "watch:\(watched.path)" }
        return tags.first.map { "spool:" + $0.printable } ?? "spool"
    }

    init(
        _ status: FileStatus, path: FileName, tags: [String], queue: SpoolQueue,
        watched: WatchFolder? = nil, location: FileName, assets: FileName?, attempts: Int = 0,
        earlierAttempts: Int = 0,
        needsProof: Bool, folderChanged: Int64 = 0
    ) {
        id = spoolIdentity(status)
        self.path = path
        self.tags = tags
        kind = SpoolKind(of: path)
        size = status.size
        modified = Date(nanoseconds: status.modified)
        self.attempts = attempts
        self.earlierAttempts = earlierAttempts
        self.queue = queue
        self.watched = watched
        self.location = location
        self.assets = assets
        key = FileKey(status)
        modifiedNanoseconds = status.modified
        changedNanoseconds = status.changed
        self.needsProof = needsProof
        self.folderChanged = folderChanged
    }
}

/// The identity of a file while it lives: inode numbers are given out again, so its birth counts too.
func spoolIdentity(_ status: FileStatus) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in [status.device, status.inode, UInt64(bitPattern: status.born)] {
        for shift in stride(from: 0, to: 64, by: 8) {
            hash = (hash ^ (word >> UInt64(shift) & 0xFF)) &* 0x100_0000_01B3
        }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}

extension Date {
    init(nanoseconds: Int64) {
        self.init(timeIntervalSince1970: Double(nanoseconds) / 1e9)
    }

    /// Far dates stop at the ends of what 64 bits hold, in 1677 and 2262.
    var nanoseconds: Int64 {
        let value = (timeIntervalSince1970 * 1e9).rounded()
        return value >= 9.2e18 ? .max : value <= -9.2e18 ? .min : Int64(value)
    }
}
