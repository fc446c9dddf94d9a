import FoundationEssentials
import GRDB
import LinuxIO

/// Opens feeds.sqlite, or makes it. One that is damaged is set aside: without it feeds are asked anew, spread over their
/// interval, and their entries meet the store by key, URL and content.
struct FeedStateOpening {
    typealias Opened = (
        queue: DatabaseQueue, isNew: Bool, damaged: (name: String, why: String)?,
        mended: [SetAsideRow]
    )

    let path: String

    func open() throws -> Opened {
        do {
            return try openSound()
        } catch let error {
            guard case .feedStateCorrupt(let why) = StorageError(feedState: error) else {
                throw error
            }
            let name = try setAside()
            var opened = try openSound()
            opened.damaged = (name, why)
            return opened
        }
    }

    private func openSound() throws -> Opened {
        let queue = try DatabaseQueue(path: path, configuration: FeedStateSchema.configuration)
        do {
            // Before anything else: what is read out of a damaged page may be of any type.
            let fault = try queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
            // "NULL value in feeds.state", "TEXT value in …": a matter of the row, which is set aside when it is read.
            if let fault, fault != "ok", !fault.contains(" value in ") {
                throw StorageError.feedStateCorrupt(fault)
            }
            let isNew = try FeedStateSchema.prepare(queue)
            return (queue, isNew, nil, try FeedStateSchema.mend(queue))
        } catch {
            // The connection is given up either way.
            try? queue.close()
            throw error
        }
    }

    /// Renames the database, and its log after it. Says the new name.
    private func setAside() throws -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = try Directory(at: parts.dropLast().joined(separator: "/"))
        let file = String(parts.last ?? "")
        let time = Date().rfc3339.filter { $0 != "-" && $0 != ":" }
        var name = "\(file).damaged-\(time)"
        var number = 2
        while try folder.status(of: FileName(name)) != nil {
            name = "\(file).damaged-\(time)-\(number)"
            number += 1
        }
        for suffix in ["-wal", "-shm", ""]
        where try folder.status(of: FileName(file + suffix)) != nil {
            try folder.rename(file + suffix, to: name + suffix)
        }
        // Feeds' addresses may hold secrets; SQLite itself would go by the umask.
        _ = try folder.createFile(FileName(file), mode: 0o600)
        try folder.sync()
        return name
    }
}
