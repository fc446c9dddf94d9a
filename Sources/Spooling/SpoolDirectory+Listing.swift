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
    public func list(
        queue: SpoolQueue? = nil, after cursor: String? = nil, limit: Int = 100
    ) throws(SpoolError) -> SpoolPage {
        let start = cursor.flatMap(SpoolPosition.init(cursor:))
        var entries: [SpoolEntry] = []
        var last: SpoolPosition?
        for (rank, listed) in SpoolDirectory.listedQueues.enumerated() {
            if let queue, queue != listed { continue }
            if let start, rank < start.rank { continue }
            var locations = try self.locations(in: listed)
            if let start, rank == start.rank { locations.removeAll { $0 <= start.location } }
            let top = try open(listed)
            for location in locations {
                if entries.count >= limit {
                    return SpoolPage(entries: entries, next: last?.cursor)
                }
                last = SpoolPosition(rank: rank, location: location)
                if let entry = entry(at: location, in: listed, top: top) { entries.append(entry) }
            }
        }
        return SpoolPage(entries: entries, next: nil)
    }

    /// Where the item with this id lies; looks at every file.
    func find(id: String) throws(SpoolError) -> (queue: SpoolQueue, location: FileName) {
        for queue in SpoolDirectory.listedQueues {
            var found: FileName?
            try walk(queue) { (directory, folder) throws(SpoolError) in
                for entry in folder.files where found == nil {
                    guard isDocument(entry.name, in: queue),
                        let status = try? directory.status(of: entry.name),
                        spoolIdentity(status) == id
                    else { continue }
                    found = folder.path.appending(entry.name)
                }
            }
            if let found { return (queue, found) }
        }
        throw .noSuchItem(id: id)
    }

    /// A path in active/ begins with the claim's own folder, which is no part of the file's name.
    private func name(of location: FileName, in queue: SpoolQueue) -> FileName {
        guard queue == .active, let claim = location.components.first else { return location }
        return FileName(bytes: Array(location.bytes.dropFirst(claim.bytes.count + 1)))
    }

    /// Records are not documents, and hidden files are nobody's business; others are listed, with the reason why
    /// they wait.
    func isDocument(_ name: FileName, in queue: SpoolQueue) -> Bool {
        if name.bytes.first == UInt8(ascii: ".") { return false }
        return queue == .incoming || !SpoolRecord.isRecord(name)
    }

    private func locations(in queue: SpoolQueue) throws(SpoolError) -> [FileName] {
        var locations: [FileName] = []
        try walk(queue) { (_, folder) throws(SpoolError) in
            for entry in folder.files where isDocument(entry.name, in: queue) {
                locations.append(folder.path.appending(entry.name))
            }
        }
        return locations.sorted()
    }

    func entry(
        at location: FileName, in queue: SpoolQueue, top: borrowing Directory
    ) -> SpoolEntry? {
        guard let folder = try? top.directory(location.parent),
            let status = try? folder.status(of: location.last)
        else { return nil }
        let name = name(of: location, in: queue)
        var record: SpoolRecord?
        switch queue {
        case .incoming, .done: break
        case .active:
            if let claim = location.components.first {
                record = SpoolRecord.read(SpoolRecord.beside(claim), in: top)
            }
        case .deferred, .corrupt, .hold:
            record = SpoolRecord.read(SpoolRecord.beside(location.last), in: folder)
        }
        return SpoolEntry(
            id: spoolIdentity(status), name: record?.file ?? name.printable, queue: queue,
            since: record.flatMap { Date(rfc3339: $0.since) }
                ?? Date(nanoseconds: status.changed),
            size: status.size, attempts: record?.attempts ?? 0,
            reason: reason(of: status, location, queue, record))
    }

    private func reason(
        of status: FileStatus, _ location: FileName, _ queue: SpoolQueue, _ record: SpoolRecord?
    ) -> String? {
        if let record { return record.why }
        guard queue == .incoming else { return nil }
        if let why = SpoolNaming.reasonToLeave(location.last) { return "Left alone: \(why)." }
        switch state.withLock({ $0.doubts[FileKey(status)] }) {
        case .busy: return "Waits: somebody has it open for writing."
        case .denied(_, _, let why): return why
        case .notBefore(let date): return "The disk was full; tried again at \(date.rfc3339)."
        case .unproven, nil: return status.size == 0 ? "Waits: it is empty." : nil
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
