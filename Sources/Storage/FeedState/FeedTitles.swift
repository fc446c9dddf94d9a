import GRDB
import LinuxIO

/// What feeds call themselves, read from feeds.sqlite beside a daemon that may run.
public enum FeedTitles {
    private static let name = "feeds.sqlite"

    /// Addresses and titles, by the ids of the feeds. Empty where nothing is remembered yet.
    ///
    /// - Parameter folder: the state folder.
    public static func read(in folder: String) throws(StorageError) -> [String: [String]] {
        try remembering {
            guard try FolderPlace.exists(folder),
                try Directory(at: folder).status(of: FileName(name)) != nil
            else { return [:] }
            let sql = """
                SELECT id, url, CASE WHEN typeof(state) = 'text' AND json_valid(state)
                    THEN json_extract(state, '$.title') END FROM feeds
                """
            let rows = try StoreBackup.reader(of: folder + "/" + name).read {
                try Row.fetchAll($0, sql: sql)
            }
            return rows.reduce(into: [:]) { names, row in
                guard let id = row.text(0) else { return }
                names[id] = [row.text(1), row.text(2)].compactMap(\.self)
            }
        }
    }
}
