import FoundationEssentials
import Spooling
import Storage

/// Remembers, in the feeds' state, what was read in watched folders where files are left.
struct WatchedFiles: WatchMemory {
    let state: FeedStateStore

    /// A record that cannot be read is set aside, and told of: its file is read again, and recognised.
    func records(in folder: String) throws(SpoolError) -> [WatchRecord] {
        do throws(StorageError) {
            var found: [WatchRecord] = []
            var broken: [(path: String, why: String)] = []
            for (path, json) in try state.watchedRecords(in: folder) {
                do {
                    found.append(
                        try JSONDecoder().decode(WatchRecord.self, from: Data((json ?? "").utf8)))
                } catch {
                    broken.append((path, "its record cannot be read"))
                }
            }
            if !broken.isEmpty { try state.setAsideWatched(broken, folder: folder) }
            return found
        } catch {
            throw .memory(folder: folder, why: error.description)
        }
    }

    func save(_ record: WatchRecord) throws(SpoolError) {
        guard let json = try? JSONEncoder().encode(record) else {
            throw .memory(folder: record.folder, why: "its record has no JSON")
        }
        do throws(StorageError) {
            try state.saveWatched(
                String(decoding: json, as: UTF8.self), folder: record.folder, path: record.path)
        } catch {
            throw .memory(folder: record.folder, why: error.description)
        }
    }
}
