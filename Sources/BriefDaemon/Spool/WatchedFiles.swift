import FoundationEssentials
import Spooling
import Storage

/// Remembers, in the feeds' state, what was read in watched folders where files are left.
struct WatchedFiles: WatchMemory {
    let state: FeedStateStore

    /// A record that cannot be read is left out: its file is read again, and recognised.
    func records(in folder: String) throws(SpoolError) -> [WatchRecord] {
        do throws(StorageError) {
            return try state.watchedRecords(in: folder).compactMap {
                try? JSONDecoder().decode(WatchRecord.self, from: Data($0.utf8))
            }
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
