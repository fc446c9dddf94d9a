import BriefModel
import FoundationEssentials
import LinuxIO

/// Who may read what lies in the state folder besides the articles and the spool: the service's account alone, as
/// feeds' addresses and headers may hold secrets.
enum StateFiles {
    private static let databases = ["feeds.sqlite", "feeds.sqlite-wal", "feeds.sqlite-shm"]
    private static let mode: UInt32 = 0o600

    static func exists(_ path: String) -> Bool {
        let (folder, name) = split(path)
        return (try? Directory(at: folder).status(of: name)) ?? nil != nil
    }

    /// Makes a file that only the service's account may read, where there is none.
    static func makeClosed(_ path: String) throws(SystemError) {
        let (folder, name) = split(path)
        let directory = try Directory(creating: folder)
        if try directory.status(of: name) == nil {
            _ = try directory.createFile(name, mode: mode)
        }
    }

    /// Renames a damaged database, and its log after it. Says the new name.
    static func setAside(_ path: String, now: Date) throws(SystemError) -> String {
        let (folder, name) = split(path)
        let directory = try Directory(creating: folder)
        let time = now.rfc3339.filter { $0 != "-" && $0 != ":" }
        let aside = "\(name).damaged-\(time)"
        for suffix in ["-wal", "-shm", ""] where try directory.status(of: name + suffix) != nil {
            try directory.rename(name + suffix, to: aside + suffix)
        }
        return aside
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        let cut = path.lastIndex(of: "/") ?? path.startIndex
        return (String(path[..<cut]), String(path[cut...].drop { $0 == "/" }))
    }

    /// Makes the database's file where it is missing, so that it never was open to others; SQLite gives the files beside
    /// it the same permissions (sqlite.org/atomiccommit.html). Earlier versions let the group read them.
    static func closeToOthers(in state: String) throws(SystemError) {
        let directory = try Directory(creating: state)
        if try directory.status(of: databases[0]) == nil {
            _ = try directory.createFile(databases[0], mode: mode)
        }
        for name in databases + [ErrorFile.name, EventFile.name] {
            guard let status = try directory.status(of: name), status.kind == .file,
                status.permissions & 0o077 != 0
            else { continue }
            try directory.openFile(name).setPermissions(mode)
        }
    }
}
