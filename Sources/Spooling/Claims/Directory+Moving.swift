import Glibc
import LinuxIO

extension Directory {
    /// Folders within a saved folder that are copied; browsers make one or two levels.
    private static let maximumDepth = 32

    /// Renames a file into another directory; where that is another file system: copies, makes the copy durable,
    /// renames it into place and removes the original. EEXIST where the name is taken.
    func move(
        _ name: FileName, into target: borrowing Directory, as newName: FileName
    ) throws(SystemError) {
        do throws(SystemError) {
            try rename(name, into: target, as: newName)
        } catch  where error.isOtherFileSystem {
            try copy(name, into: target, as: newName)
            try remove(name)
        }
    }

    /// Copies a regular file, durably, under a name that appears only when all is there.
    func copy(
        _ name: FileName, into target: borrowing Directory, as newName: FileName
    ) throws(SystemError) {
        let source = try openFile(name)
        guard try source.status().kind == .file else {
            throw SystemError(
                call: "copy", path: source.path, errno: EXDEV)
        }
        let temporary = FileName(
            Directory.copyMark + "\(UInt64.random(in: 0 ... .max)).tmp")
        let copy = try target.createFile(temporary, mode: 0o640)
        do throws(SystemError) {
            try source.copy(to: copy)
            try copy.sync()
            try target.rename(temporary, into: target, as: newName)
            try target.sync()
        } catch {
            try? target.remove(temporary)
            throw error
        }
    }

    /// Moves a folder with all that is in it. To another file system, regular files are copied; links and the
    /// like are not, for nothing there follows them.
    func moveTree(
        _ name: FileName, into target: borrowing Directory, as newName: FileName
    ) throws(SystemError) {
        do throws(SystemError) {
            try rename(name, into: target, as: newName)
            return
        } catch  where error.isOtherFileSystem {
        }
        guard try target.makeNewDirectory(newName, mode: 0o770) else {
            throw SystemError(call: "mkdir", path: newName.printable, errno: EEXIST)
        }
        var pending: [FileName] = [.none]
        while let path = pending.popLast() {
            let from = try directory(name.appending(path))
            let to = try target.directory(newName.appending(path))
            for entry in try from.entries() {
                switch try from.kind(of: entry) {
                case .directory where path.components.count < Directory.maximumDepth:
                    _ = try to.makeNewDirectory(entry.name, mode: 0o770)
                    pending.append(path.appending(entry.name))
                case .file: try from.copy(entry.name, into: to, as: entry.name)
                default: break
                }
            }
        }
        try removeTree(name)
    }

    /// The start of a copy's name while it is being made; the original is still there.
    static let copyMark = ".copy."

    /// Marks folders that are on their way to being removed.
    static let discardMark = ".discard-"

    /// Removes a folder with all that is in it, however deep, at constant depth: folders found within are
    /// first renamed to the top.
    func removeTree(_ name: FileName) throws(SystemError) {
        var pending = [name]
        var number = 0
        while let current = pending.popLast() {
            let folder = try directory(current)
            for entry in try folder.entries() {
                guard try folder.kind(of: entry) == .directory else {
                    try folder.remove(entry.name)
                    continue
                }
                var fresh = FileName(Directory.discardMark + String(number))
                while try status(of: fresh) != nil {
                    number += 1
                    fresh = FileName(Directory.discardMark + String(number))
                }
                try folder.rename(entry.name, into: self, as: fresh)
                pending.append(fresh)
            }
            try removeDirectory(current)
        }
    }

    /// Whether two regular files have the same content.
    func isSame(
        _ name: FileName, as otherName: FileName, in other: borrowing Directory
    ) throws(SystemError) -> Bool {
        let one = try openFile(name)
        let two = try other.openFile(otherName)
        let (first, second) = (try one.status(), try two.status())
        guard first.kind == .file, second.kind == .file, first.size == second.size else {
            return false
        }
        let piece = 256 * 1024
        for offset in stride(from: 0, to: first.size, by: piece)
        where try one.read(piece, at: offset) != two.read(piece, at: offset) {
            return false
        }
        return true
    }

    /// Renames into the folder of a path beneath another directory; EEXIST where the name is taken.
    func rename(
        _ name: FileName, beneath top: borrowing Directory, at path: FileName
    ) throws(SystemError) {
        try rename(name, into: try top.directory(path.parent), as: path.last)
    }
}
