import Glibc
import LinuxIO

extension SpoolDirectory {
    /// How many numbered names are tried where a name is taken.
    private static let maximumNumber = 10_000

    /// Moves a file, and the folder saved with it, into a queue, under its path or a numbered name there.
    ///
    /// The record, if any, is written first: a file is never in a queue without its reason. Then goes the
    /// saved folder, then the file, so that a death in between leaves the file where it was.
    /// - Returns: where the file is now, beneath the queue.
    func place(
        _ name: FileName, from directory: borrowing Directory, assets: FileName?,
        in queue: SpoolQueue, at path: FileName, record: SpoolRecord?
    ) throws(SpoolError) -> FileName {
        let top = try open(queue)
        return try io { () throws(SystemError) in
            let folder = SpoolDirectory.makeFolder(path.parent, in: top)
            let target = try top.directory(folder)
            for number in 1...SpoolDirectory.maximumNumber {
                let candidate = SpoolNaming.placed(
                    path.last, number: number, withRecord: record != nil)
                let move = SpoolMove(
                    name: name, assets: assets, newName: candidate,
                    record: record.map { ($0, SpoolRecord.beside(candidate)) })
                if try move.perform(from: directory, to: target) {
                    return folder.appending(candidate)
                }
            }
            throw SystemError(call: "rename", path: path.printable, errno: EEXIST)
        }
    }

    /// Makes the folders of a path. Where a file stands in the way of one, the file goes to the top.
    private static func makeFolder(_ path: FileName, in top: borrowing Directory) -> FileName {
        if path.isEmpty || exists(path, in: top) { return path }
        guard (try? top.makeDirectory(path, mode: 0o770)) != nil, exists(path, in: top) else {
            return .none
        }
        return path
    }

    private static func exists(_ path: FileName, in top: borrowing Directory) -> Bool {
        (try? top.directory(path)) != nil
    }

    /// Removes the folders of a path that have become empty, from the innermost on.
    static func prune(_ path: FileName, in top: borrowing Directory) {
        var path = path
        while !path.isEmpty, (try? top.removeDirectory(path)) != nil { path = path.parent }
    }
}

/// One file, and what belongs to it, on its way from one directory to another.
struct SpoolMove {
    let name: FileName
    let assets: FileName?
    let newName: FileName
    var record: (value: SpoolRecord, name: FileName)?

    /// - Returns: false where the name is taken at the target; then nothing has changed.
    func perform(
        from source: borrowing Directory, to target: borrowing Directory
    ) throws(SystemError) -> Bool {
        guard try target.status(of: newName) == nil else { return false }
        let newAssets = assets.map {
            SavedPages.renamed($0, toFit: newName)
        }
        if let newAssets, try target.status(of: newAssets) != nil { return false }
        if let record { try record.value.write(record.name, in: target) }
        do throws(SystemError) {
            if let assets, let newAssets {
                try source.moveTree(assets, into: target, as: newAssets)
            }
            do throws(SystemError) {
                try source.move(name, into: target, as: newName)
            } catch {
                if let assets, let newAssets {
                    try? target.moveTree(newAssets, into: source, as: assets)
                }
                throw error
            }
        } catch {
            if let record { try? target.remove(record.name) }
            if error.isTaken { return false }
            throw error
        }
        return true
    }
}
