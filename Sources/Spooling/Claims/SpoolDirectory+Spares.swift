import LinuxIO

extension SpoolDirectory {
    /// So many empty folders are kept in active/, for claims when the disk or its table of inodes is full: else a spool
    /// that somebody filled to the brim could never be emptied again. A document in sub-folders takes several.
    private static let spareCount = 12
    private static let spareMark = ".spare-"

    static func isSpare(_ name: FileName) -> Bool {
        name.bytes.starts(with: spareMark.utf8)
    }

    /// Makes the spare folders that are missing, as far as there is room.
    func keepSpares() {
        let known = state.withLock { $0.spares }
        guard known.count < SpoolDirectory.spareCount, let active = try? open(.active) else {
            return
        }
        for number in 0..<SpoolDirectory.spareCount {
            let spare = FileName(SpoolDirectory.spareMark + String(number))
            if known.contains(spare) { continue }
            // One that is there already is as good.
            guard (try? active.makeNewDirectory(spare, mode: 0o750)) != nil else { return }
            giveBack(spare)
        }
    }

    private func giveBack(_ spare: FileName) {
        state.withLock { state in
            state.spares.insert(spare)
            state.lentSpares = max(0, state.lentSpares - 1)
        }
    }

    /// Takes one of the spare folders, where there is one.
    private func takeSpare() -> FileName? {
        state.withLock { state in
            guard let spare = state.spares.popFirst() else { return nil }
            state.lentSpares += 1
            return spare
        }
    }

    /// Makes one folder beneath active/; false where the name is taken.
    func makeFolder(
        _ path: FileName, in active: borrowing Directory
    ) throws(SystemError) -> Bool {
        do throws(SystemError) {
            return try active.makeNewDirectory(path, mode: 0o750)
        } catch  where error.isOutOfSpace {
            guard let spare = takeSpare() else { throw error }
            do throws(SystemError) {
                try active.rename(spare, into: active, as: path)
                return true
            } catch  where error.isTaken {
                giveBack(spare)
                return false
            }
        }
    }

    /// Removes a claim's folders, from the innermost on, as far as they are empty; what is missing among the spare ones
    /// is made up of them.
    func removeFolders(_ path: FileName, in active: borrowing Directory) {
        keepSpares()
        SpoolDirectory.prune(path, in: active)
        keepSpares()
    }
}
