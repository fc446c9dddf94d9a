import BriefModel
import FoundationEssentials
import LinuxIO

extension SpoolDirectory {
    static let listedQueues: [SpoolQueue] = [.corrupt, .deferred, .hold, .active, .incoming]

    /// The files in the spool: corrupt, deferred, hold, active, incoming, each by name.
    ///
    /// - Parameters:
    ///   - queue: only this one; nil for all.
    ///   - cursor: `next` of the page before; one that cannot be read starts anew.
    ///   - limit: entries on the page.
    ///   - all: whether what is left alone for its name, as litter is, is listed too.
    public func list(
        queue: SpoolQueue? = nil, after cursor: String? = nil, limit: Int = 100, all: Bool = true
    ) throws(SpoolError) -> SpoolPage {
        let start = cursor.flatMap(SpoolPosition.init(cursor:))
        var entries: [SpoolEntry] = []
        var last: SpoolPosition?
        for (rank, listed) in SpoolDirectory.listedQueues.enumerated() {
            if let queue, queue != listed { continue }
            if let start, rank < start.rank { continue }
            var files = try self.files(in: listed, all: all)
            if let start, rank == start.rank { files.removeAll { $0.location <= start.location } }
            let top = try open(listed)
            for file in files {
                if entries.count >= limit {
                    return SpoolPage(entries: entries, next: last?.cursor)
                }
                last = SpoolPosition(rank: rank, location: file.location)
                if let entry = entry(at: file.location, in: listed, top: top, file.standing) {
                    entries.append(entry)
                }
            }
        }
        guard queue == nil else { return SpoolPage(entries: entries, next: nil) }
        let rank = SpoolDirectory.listedQueues.count
        let left = leftInTrouble() + (all ? leftPassedOver() : [])
        for (location, entry) in left.sorted(by: { $0.location < $1.location }) {
            if let start, start.rank == rank, location <= start.location { continue }
            if entries.count >= limit { return SpoolPage(entries: entries, next: last?.cursor) }
            last = SpoolPosition(rank: rank, location: location)
            entries.append(entry)
        }
        return SpoolPage(entries: entries, next: nil)
    }

    /// Where the item lies whose id starts like this; looks at every file.
    func find(id: String) throws(SpoolError) -> (queue: SpoolQueue, location: FileName) {
        var found: [String: (queue: SpoolQueue, location: FileName)] = [:]
        for queue in SpoolDirectory.listedQueues where !id.isEmpty {
            try walk(queue, everything: true) { (directory, folder) throws(SpoolError) in
                for entry in folder.files {
                    guard standing(of: entry.name, in: folder, queue: queue) != nil,
                        let status = try? directory.status(of: entry.name)
                    else { continue }
                    let identity = spoolIdentity(status)
                    guard identity.hasPrefix(id.lowercased()) else { continue }
                    found[identity] = (queue, folder.path.appending(entry.name))
                }
            }
        }
        if let exact = found[id] { return exact }
        guard let only = found.first?.value else { throw .noSuchItem(id: id) }
        guard found.count == 1 else {
            throw .ambiguous(id: id, matches: found.keys.sorted())
        }
        return only
    }

    /// A path in active/ begins with the claim's own folder, which is no part of the file's name.
    private func name(of location: FileName, in queue: SpoolQueue) -> FileName {
        guard queue == .active, let claim = location.components.first else { return location }
        return FileName(bytes: Array(location.bytes.dropFirst(claim.bytes.count + 1)))
    }

    private func files(
        in queue: SpoolQueue, all: Bool
    ) throws(SpoolError) -> [(location: FileName, standing: SpoolStanding)] {
        var files: [(location: FileName, standing: SpoolStanding)] = []
        try walk(queue, everything: true) { (_, folder) throws(SpoolError) in
            for entry in folder.files {
                guard let standing = standing(of: entry.name, in: folder, queue: queue) else {
                    continue
                }
                if case .ignored = standing, !all { continue }
                files.append((folder.path.appending(entry.name), standing))
            }
        }
        return files.sorted { $0.location < $1.location }
    }

    func entry(
        at location: FileName, in queue: SpoolQueue, top: borrowing Directory,
        _ standing: SpoolStanding = .document
    ) -> SpoolEntry? {
        guard let folder = try? top.directory(location.parent),
            let status = try? folder.status(of: location.last)
        else { return nil }
        let record = record(of: location, in: queue, folder: folder, top: top)
        var entry = SpoolEntry(
            status, name: record?.file ?? name(of: location, in: queue).printable, queue: queue,
            since: record.flatMap { Date(rfc3339: $0.since) }
                ?? Date(nanoseconds: status.changed),
            attempts: record?.tries ?? 0)
        switch standing {
        case .document:
            explain(&entry, status, record)
        case .ignored(let why):
            entry.standing = .ignored
            entry.reason = why
        case .notTaken(let why, let next):
            entry.standing = .notTaken
            entry.reason = why
            entry.next = next
        }
        return entry
    }

    private func record(
        of location: FileName, in queue: SpoolQueue, folder: borrowing Directory,
        top: borrowing Directory
    ) -> SpoolRecord? {
        switch queue {
        case .incoming, .done: return nil
        case .active:
            guard let claim = location.components.first else { return nil }
            return SpoolRecord.read(SpoolRecord.beside(claim), in: top)
        case .deferred, .corrupt, .hold:
            return SpoolRecord.read(SpoolRecord.beside(location.last), in: folder)
        }
    }

    private func explain(_ entry: inout SpoolEntry, _ status: FileStatus, _ record: SpoolRecord?) {
        if let record {
            entry.reason = record.why
            entry.next = record.next
            if entry.queue == .deferred { entry.nextTry = record.retryDate }
            return
        }
        guard entry.queue == .incoming else { return }
        let (doubt, tries) = state.withLock { state in
            (state.doubts[FileKey(status)], state.tries[FileKey(status)] ?? 0)
        }
        entry.attempts = tries
        switch doubt {
        case .busy: entry.reason = "Waits: somebody has it open for writing."
        case .denied(_, _, _, let fault):
            entry.reason = fault.why
            entry.next = fault.next
        case .notBefore(let date):
            entry.reason = "The disk was full; tried again at \(date.rfc3339)."
            entry.nextTry = date
        case .unproven, nil:
            entry.reason = status.size == 0 ? "Waits: it is empty." : nil
        }
    }
}

/// A place in the list, from which the next page goes on.
private struct SpoolPosition {
    let rank: Int
    let location: FileName

    init(rank: Int, location: FileName) {
        self.rank = rank
        self.location = location
    }

    init?(cursor: String) {
        guard let colon = cursor.firstIndex(of: ":"), let rank = Int(cursor[..<colon]) else {
            return nil
        }
        self.init(rank: rank, location: FileName(printable: String(cursor[colon...].dropFirst())))
    }

    var cursor: String { "\(rank):\(location.printable)" }
}
