import LinuxIO

extension SpoolDirectory {
    /// So many empty folders are kept in active/, for claims when the disk or its table of inodes is full: else a spool
    /// that somebody filled to the brim could never be emptied again. A document in sub-folders takes several.
    private static let spareCount = 12
    /// Beyond those, so many folders of claims that ended wait for the next claims. To make a folder for each document and
    /// to remove it costs more than all else that a claim does: on ext4 every new file or folder has to pass over all
    /// that were removed nearby within the last minute.
    private static let reusedCount = 64
    private static let spareMark = ".spare-"

    static func isSpare(_ name: FileName) -> Bool {
        name.bytes.starts(with: spareMark.utf8)
    }

    /// Takes up the spare folders of earlier runs. One with something in it is none: `recover` sees to that.
    func findSpares() {
        guard let active = try? open(.active), let entries = try? active.entries() else { return }
        let spares = entries.map(\.name).filter {
            SpoolDirectory.isSpare($0) && SpoolDirectory.isEmpty($0, in: active)
        }
        state.withLock { $0.spares.formUnion(spares) }
    }

    static func isEmpty(_ folder: FileName, in active: borrowing Directory) -> Bool {
        guard let folder = try? active.directory(folder) else { return false }
        return (try? folder.entries())?.isEmpty ?? false
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
            guard let isNew = try? active.makeNewDirectory(spare, mode: 0o750) else { return }
            // One that is there already is as good, unless somebody put something into it.
            if isNew || SpoolDirectory.isEmpty(spare, in: active) { giveBack(spare) }
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

    /// Makes a claim's own folder, of one that an earlier claim left where there is one; false where the name is taken.
    func makeClaimFolder(
        _ name: FileName, in active: borrowing Directory
    ) throws(SystemError) -> Bool {
        let left = state.withLock { state in
            state.spares.count > SpoolDirectory.spareCount ? state.spares.popFirst() : nil
        }
        guard let left else { return try makeFolder(name, in: active) }
        do throws(SystemError) {
            try active.rename(left, into: active, as: name)
            return true
        } catch  where error.isTaken {
            state.withLock { _ = $0.spares.insert(left) }
            return false
        } catch  where error.isNotFound {
            // Somebody removed it.
            return try makeFolder(name, in: active)
        }
    }

    /// Keeps the folder of a claim that ended for another one, unless there are enough or something is left in it.
    private func keepForReuse(_ folder: FileName, in active: borrowing Directory) -> Bool {
        let most = SpoolDirectory.spareCount + SpoolDirectory.reusedCount
        guard folder.components.count == 1, state.withLock({ $0.spares.count }) < most,
            SpoolDirectory.isEmpty(folder, in: active)
        else { return false }
        // A name that no spare folder of an earlier run has either.
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        let spare = FileName(SpoolDirectory.spareMark + digits)
        guard (try? active.rename(folder, into: active, as: spare)) != nil else { return false }
        giveBack(spare)
        return true
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

    /// Removes a claim's folders, from the innermost on, as far as they are empty, or keeps them for other claims; what is
    /// missing among the spare ones is made up of them.
    func removeFolders(_ path: FileName, in active: borrowing Directory) {
        keepSpares()
        if keepForReuse(path, in: active) { return }
        SpoolDirectory.prune(path, in: active)
        keepSpares()
    }
}
