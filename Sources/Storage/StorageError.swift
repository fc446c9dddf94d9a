import GRDB
import LinuxIO

/// Why the store could not do what it was asked.
public enum StorageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The document has no words, and no entry that it could be known by: it would match nothing ever again.
    case noWords(source: String)
    /// Disk, quota or table of inodes is full: a fault that passes. Nothing of the batch was filed.
    case outOfSpace(String)
    /// A sync failed, so nobody knows what reached the disk. It is never retried: the batch is abandoned, and its
    /// documents are to be taken up again from where they came.
    case syncFailed(SystemError)
    /// Another system call failed. Nothing of the batch was filed.
    case system(SystemError)
    /// Another process has the store open.
    case locked(path: String, holder: Int32?)
    /// SQLite failed, in its words.
    case catalogue(String)
    /// The catalogue is no database any more, or not one of ours.
    case catalogueCorrupt(String)
    /// The catalogue was written by a later version of briefd.
    case catalogueTooNew(version: Int)
    /// SQLite failed over feeds.sqlite, in its words.
    case feedState(String)
    /// feeds.sqlite is no database any more, or not one of ours.
    case feedStateCorrupt(String)
    /// feeds.sqlite was written by a later version of briefd.
    case feedStateTooNew(version: Int)
    /// What went wrong is none of our errors, nor SQLite's: in its own words.
    case unexpected(String)
    /// A file of the store is not what was written to it.
    case damaged(path: String, why: String)
    /// Somebody removed an article's file.
    case fileGone(id: String, path: String)
    case noArticle(id: String)
    /// The beginning of an id fits several articles.
    case ambiguous(id: String)
    /// A backup needs a folder of its own.
    case backupNotEmpty(String)
    /// A backup must not lie in what it is a copy of, nor around it.
    case backupInStore(String, store: String)
    /// The disk of a backup is full. Nothing is left of that backup.
    case backupFull(String, String)
    /// Another process makes a backup in the same folder.
    case backupRunning(String)
    /// A folder that holds other things than backups.
    case noBackups(String)
    /// A backup has no such article.
    case notInBackup(id: String, String)
    /// A backup is put back only where nothing is.
    case restoreNotEmpty(String)
    /// There is no such folder.
    case noBackupFolder(String)
    /// A folder that `backup` did not make, or did not finish.
    case noBackup(String)
    /// A question for which too many files would have to be read.
    case tooBroad(limit: Int)
    /// A question that took longer than anybody may keep the others waiting.
    case tooDear(seconds: Double)
    /// An opaque cursor that this store did not give.
    case badCursor(String)
    /// The store keeps no log of evidence.
    case noProof(store: String)
    /// What checkpoints are signed with, or checked by, is no such key.
    case badKey(why: String)

    public var description: String {
        switch self {
        case .noWords(let source):
            "\(source) not filed: no words were found in it; look at the original"
        case .outOfSpace(let what):
            "not filed: \(what); free some space, it is tried again by itself"
        case .syncFailed(let error):
            """
            not filed: \(error), and what reached the disk is unknown; check the disk, the \
            documents are taken up again
            """
        case .system(let error) where error.isReadOnly:
            """
            store: \(error); the kernel does so after an error of the disk: see dmesg, repair the \
            file system and mount it to be written again
            """
        case .system(let error):
            "store: \(error); check the store's owner and permissions"
        case .locked(let path, let holder):
            FileLockError.held(path: path, holder: holder).description
        case .catalogue(let what):
            "catalogue: \(what); if it stays so, run briefctl rebuild"
        case .catalogueCorrupt(let what):
            """
            catalogue is damaged: \(what); start briefd again: it sets the catalogue aside and \
            makes it anew from the files, which are the truth
            """
        case .catalogueTooNew(let version):
            """
            catalogue has schema \(version), later than this program's; run the later briefd, or \
            briefctl rebuild with this one
            """
        case .feedState(let what):
            """
            what is remembered of feeds (feeds.sqlite): \(what); it is tried again by itself, check the disk and the \
            state directory's owner if it stays so
            """
        case .feedStateCorrupt(let what):
            """
            feeds.sqlite is damaged: \(what); start briefd again: it sets the file aside, and what feeds say again is \
            recognised
            """
        case .feedStateTooNew(let version):
            """
            feeds.sqlite has schema \(version), later than this program's; run the later briefd, or move the file away: \
            feeds are asked anew then, and what is filed is recognised
            """
        case .unexpected(let what):
            "store: \(what); if it stays so, report it with the log around it"
        case .damaged(let path, let why):
            "\(path) is damaged: \(why); \(Self.remedy(ofDamaged: path))"
        case .fileGone(let id, let path):
            "article \(id) has no file any more: \(path) is gone; drop the document again, or \(Self.remedy(ofDamaged: path))"
        case .noArticle(let id):
            "no article \(id); briefctl articles lists them"
        case .ambiguous(let id):
            "several articles begin with \(id); give more of the id"
        case .backupNotEmpty(let path):
            """
            \(path) is not empty; name a new or empty folder for the backup, or briefctl backup --to FOLDER for a folder \
            of many. One that broke off has no store/catalogue.sqlite, and can be removed
            """
        case .backupFull(let path, let what):
            """
            no backup was made: \(what); what was copied so far is removed again: free some space, remove an older backup \
            of those in \(path), or name another disk, then run it again
            """
        case .backupRunning(let path):
            "another backup is being made in \(path); wait until it is done, then run this again"
        case .noBackups(let path):
            """
            \(path) holds other things than backups; name a new or empty folder, or the one that briefctl backup --to \
            was given before
            """
        case .notInBackup(let id, let path):
            "there is no article \(id) in the backup \(path); an older or a later one may have it"
        case .backupInStore(let path, let store):
            """
            \(path) lies in or around the store \(store) and would be lost with it; name a folder \
            elsewhere, best on another disk
            """
        case .restoreNotEmpty(let path):
            "nothing restored: there is something at \(path) already; move it out of the way first"
        case .noBackupFolder(let path):
            "there is no folder \(path); name the folder that briefctl backup was given"
        case .noBackup(let path):
            """
            \(path) holds no whole backup, as it has no store/catalogue.sqlite; name the folder \
            that briefctl backup was given, or said
            """
        case .tooBroad(let limit):
            """
            the question asks for what stands in the articles' files only, and more than \(limit) of them are in question; \
            add a word, a tag, a site or a date, for example filed>2026-01-01
            """
        case .tooDear(let seconds):
            """
            the question took longer than \(Int(seconds.rounded())) seconds and was given up; add a word, a tag, a site or a date, for \
            example filed>2026-01-01
            """
        case .badCursor(let cursor):
            "cursor \(cursor) is not one of this store's; start without a cursor"
        case .noProof(let store):
            "\(store) has no log of evidence; write [store] proof = true and start briefd, which enters all that is filed"
        case .badKey(let why):
            "the key of the log of evidence cannot be used: \(why); docs/proof.md says how one is made"
        }
    }

    private static func remedy(ofDamaged path: String) -> String {
        path.hasPrefix("originals/")
            ? "drop the same document again, which writes it anew, or copy it from a backup"
            : "stop briefd and run briefctl rebuild, which reads the article again from its original"
    }

    /// The document alone is at fault: its mates in the batch are not touched.
    var concernsOneDocument: Bool {
        switch self {
        case .noWords, .noArticle, .damaged, .fileGone: true
        default: false
        }
    }

    init(_ error: SystemError) {
        if error.isOutOfSpace {
            // The folder tells which disk; the name of a temporary file tells nobody anything.
            let folder = error.path.split(separator: "/").dropLast().joined(separator: "/")
            self = .outOfSpace(
                "\(error.reason) in \(error.path.hasPrefix("/") ? "/" : "")\(folder)")
        } else if ["fsync", "syncfs", "fdatasync"].contains(error.call) {
            self = .syncFailed(error)
        } else {
            self = .system(error)
        }
    }

    /// Reads any error that a closure within GRDB threw.
    init(any error: any Error) {
        switch error {
        case let error as StorageError: self = error
        case let error as SystemError: self.init(error)
        case FileLockError.held(let path, let holder): self = .locked(path: path, holder: holder)
        case FileLockError.system(let error): self.init(error)
        case let error as DatabaseError: self.init(error)
        default: self = .unexpected(String(describing: error))
        }
    }

    /// The same of what stands in feeds.sqlite: advice about the catalogue would lead nowhere.
    init(feedState error: any Error) {
        switch StorageError(any: error) {
        case .catalogue(let what): self = .feedState(what)
        case .catalogueCorrupt(let what): self = .feedStateCorrupt(what)
        case let other: self = other
        }
    }

    private init(_ error: DatabaseError) {
        let words = error.message ?? error.resultCode.description
        // SQLite knows a full disk by name everywhere but here, where it makes the shared memory of a write-ahead log.
        if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE {
            self = .outOfSpace(
                "catalogue: no space for its -shm file, or the disk fails (\(words))")
            return
        }
        switch error.resultCode {
        case .SQLITE_FULL: self = .outOfSpace("catalogue: \(words)")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .catalogueCorrupt(words)
        default: self = .catalogue(words)
        }
    }
}

/// Runs `body` and throws what it throws as a `StorageError`.
func storing<Value>(_ body: () throws -> Value) throws(StorageError) -> Value {
    do {
        return try body()
    } catch {
        throw StorageError(any: error)
    }
}

/// The same for what is remembered of feeds.
func remembering<Value>(_ body: () throws -> Value) throws(StorageError) -> Value {
    do {
        return try body()
    } catch {
        throw StorageError(feedState: error)
    }
}
