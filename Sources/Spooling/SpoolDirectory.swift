import FoundationEssentials
import LinuxIO
import Synchronization

/// The spool of DESIGN §6: folders into which people and programs drop documents, and through which those
/// go until they are filed.
///
/// Every file is in exactly one of the folders at every moment, and moves by rename(2), so that no death of
/// the daemon loses or doubles one. All calls block; they are for a thread or executor of the caller's.
/// They may be called from several threads, but only one scan runs at a time.
public final class SpoolDirectory: Sendable {
    public struct Settings: Sendable, Equatable {
        /// How long a file must have been unchanged before it is taken.
        public var settle: Duration
        /// Whether filed files are kept in done/.
        public var keepDone: Bool
        public var retries: RetrySchedule
        /// Further folders to take documents from.
        public var watched: [WatchFolder]
        /// Which names are left alone.
        public var names: NameRules

        public init(
            settle: Duration = .seconds(1), keepDone: Bool = false,
            retries: RetrySchedule = RetrySchedule(), watched: [WatchFolder] = [],
            names: NameRules = NameRules()
        ) {
            self.settle = settle
            self.keepDone = keepDone
            self.retries = retries
            self.watched = watched
            self.names = names
        }
    }

    public let path: String
    let root: Directory
    let state: Mutex<SpoolState>
    let memory: (any WatchMemory)?
    private let lock: FileLock

    /// Opens the spool, makes the folders that are missing, and locks it for this process.
    ///
    /// - Parameter memory: remembers what was read in watched folders where files are left; without one,
    ///   such folders are passed over.
    public init(
        at path: String, settings: Settings = Settings(), memory: (any WatchMemory)? = nil
    ) throws(SpoolError) {
        self.path = path
        self.memory = memory
        state = Mutex(SpoolState(settings: settings))
        root = try io { () throws(SystemError) in try Directory(creating: path) }
        do throws(FileLockError) {
            lock = try FileLock(".lock", in: root)
        } catch {
            throw .inUse(error)
        }
        for queue in SpoolQueue.allCases { _ = try open(queue) }
        findSpares()
        keepSpares()
        rememberPages()
    }

    public var settings: Settings {
        get { state.withLock { $0.settings } }
        set { state.withLock { $0.settings = newValue } }
    }

    /// Opens a queue's folder, anew each time: somebody may have removed and made it again.
    func open(_ queue: SpoolQueue) throws(SpoolError) -> Directory {
        try io { () throws(SystemError) in
            do throws(SystemError) {
                return try root.directory(queue.folder)
            } catch  where error.isNotFound {
                guard try root.makeNewDirectory(queue.folder, mode: 0o750) else {
                    return try root.directory(queue.folder)
                }
            }
            let made = try root.directory(queue.folder)
            try made.setPermissions(queue.permissions)
            // What is dropped shall inherit the group (set-group-id); systemd's RestrictSUIDSGID forbids it.
            try? made.setPermissions(queue.permissions | 0o2000)
            // Where the file system has no such lists, people's own umask decides.
            if queue == .incoming || queue == .hold { try? made.letGroupWriteWithin() }
            return made
        }
    }
}

/// What the spool remembers between calls; all of it can be found out again.
struct SpoolState: Sendable {
    var settings: SpoolDirectory.Settings
    /// What the last scan saw, by file.
    var observations: [FileKey: SpoolObservation] = [:]
    /// What claims learned of files that they did not get, by file.
    var doubts: [FileKey: SpoolDoubt] = [:]
    /// The records in deferred/, by location, so that a scan opens only what it has not seen yet.
    var deferred: [FileName: DeferredNote] = [:]
    /// What was read in watched folders where files are left, by folder and path; loaded when first needed.
    var left: [String: [FileName: WatchRecord]] = [:]
    /// What the last census found in folders that had not changed for a while, by folder.
    var census: [FileKey: FolderCensus] = [:]
    /// Files that are claimed and left in their place.
    var inHand: Set<FileKey> = []
    var claims: UInt64 = 0
    /// The folders of this run's claims in active/.
    var ownClaims: Set<FileName> = []
    /// What of earlier runs is left in active/; nil before that was looked at.
    var unrecovered: [FileName]?
    /// How often files in incoming/ were tried before operators gave them another chance.
    var tries: [FileKey: Int] = [:]
    /// Files of a suffix of another format that are none of a known one by their first bytes: when they were modified then,
    /// nanoseconds since 1970.
    var signless: [FileKey: Int64] = [:]
    /// Pages that were filed of late, whose folders may still come.
    var recentPages: [RecentPage: Date] = [:]
    /// Empty folders in active/, by name.
    var spares: Set<FileName> = []
    /// How many of them are claims' folders at the moment.
    var lentSpares = 0
    var inotify: Inotify?
    /// Why folders are not watched at all.
    var watchFault: SystemError?
}

/// A file, whatever its name, for as long as it lives.
struct FileKey: Sendable, Hashable {
    var device: UInt64
    var inode: UInt64

    init(_ status: FileStatus) {
        device = status.device
        inode = status.inode
    }
}

/// A page that has left the spool.
struct RecentPage: Sendable, Hashable {
    /// Beneath incoming/.
    var folder: FileName
    var stem: SavedPages.Stem
}

/// A file as a scan saw it: when one of these changes, the file has changed.
struct SpoolObservation: Sendable, Equatable {
    var size: Int
    var modified: Int64
    /// The same of the folder saved with a page; 0 where there is none.
    var assets: UInt64
    /// Since when it has been like this.
    var since: Date
}

/// Why a file that looks ready is not taken.
enum SpoolDoubt: Sendable {
    /// It was open for writing then.
    case busy(Date)
    /// The kernel does not tell who writes it, so it has to be watched for `settle`.
    case unproven
    /// The daemon may not take it; tried again when its status or its folder's has changed since, and after a minute.
    case denied(file: Int64, folder: Int64, at: Date, SpoolFault)
    /// Put off, with no room on the disk to write that down.
    case notBefore(Date)
}

struct DeferredNote: Sendable {
    var inode: UInt64
    var path: FileName
    var attempts: Int
    var earlierAttempts = 0
    var retryAt: Date
}

/// Runs calls of LinuxIO, and throws what they throw as an error of this module.
func io<Value: ~Copyable>(
    _ body: () throws(SystemError) -> Value
) throws(SpoolError) -> Value {
    do throws(SystemError) {
        return try body()
    } catch {
        throw .system(error)
    }
}
