import FoundationEssentials
import LinuxIO

/// The sightings' files: appended to by the group commit, read again at start-up and by rebuild.
///
/// A line that is no sighting (torn by a crash or a full disk) is passed over by whoever reads.
struct SightingLog {
    private static let piece = 1 << 20
    /// A line longer than this is none of ours.
    private static let longestLine = 1 << 20

    /// What was appended to one file, so that it can be taken back.
    struct Appended {
        var file: String
        /// The file's size before and after, bytes.
        var before: Int
        var after: Int
    }

    /// Appends the lines, each to the file of its month. Syncs each file itself where `sync` is set.
    static func append(
        _ sightings: [Sighting], in root: borrowing Directory, sync: Bool
    ) throws -> [Appended] {
        var lines: [String: [UInt8]] = [:]
        for sighting in sightings { lines[sighting.file, default: []] += try sighting.line() }
        var appended: [Appended] = []
        do {
            for (name, bytes) in lines.sorted(by: { $0.key < $1.key }) {
                let before = try root.status(of: name)?.size ?? 0
                appended.append(Appended(file: name, before: before, after: before))
                let file = try root.appendFile(name)
                // A crash may have left a line without its end; ours must not become part of it.
                let torn = try before > 0 && endsTorn(root, name, size: before)
                try file.write((torn ? [UInt8(ascii: "\n")] : []) + bytes)
                if sync { try file.sync() }
                appended[appended.count - 1].after = before + bytes.count + (torn ? 1 : 0)
            }
        } catch {
            takeBack(appended, in: root)
            throw error
        }
        return appended
    }

    private static func endsTorn(
        _ root: borrowing Directory, _ name: String, size: Int
    ) throws -> Bool {
        try root.openFile(name).read(1, at: size - 1) != [UInt8(ascii: "\n")]
    }

    /// Cuts off what a batch appended that was abandoned. Where this fails too the lines stay; they name
    /// articles that do not exist, or note an arrival twice.
    static func takeBack(_ appended: [Appended], in root: borrowing Directory) {
        for piece in appended {
            if let file = try? root.appendFile(piece.file) { try? file.truncate(to: piece.before) }
        }
    }

    /// The names of all files, in order of time.
    static func files(in root: borrowing Directory) throws(SystemError) -> [String] {
        guard try root.status(of: "sightings") != nil else { return [] }
        return try root.directory("sightings").names().names
            .filter { $0.hasSuffix(".jsonl") }.sorted().map { "sightings/" + $0 }
    }

    /// Reads one file from `offset` on, in pieces, and gives each sighting to `body`. Returns the offset
    /// behind the last whole line, and how many lines were no sightings.
    static func read(
        _ name: String, from offset: Int, in root: borrowing Directory,
        _ body: (Sighting) throws -> Void
    ) throws -> (offset: Int, unreadable: Int) {
        try readLines(name, from: offset, in: root) { sighting, _ in try body(sighting) }
    }

    /// The same with the bytes of each line, without its end.
    static func readLines(
        _ name: String, from offset: Int, in root: borrowing Directory,
        _ body: (Sighting, ArraySlice<UInt8>) throws -> Void
    ) throws -> (offset: Int, unreadable: Int) {
        let file = try root.openFile(name)
        let decoder = JSONDecoder()
        var done = offset
        var unreadable = 0
        var pending: [UInt8] = []
        while true {
            let bytes = try file.read(piece, at: done + pending.count)
            if bytes.isEmpty { return (done, unreadable) }
            pending += bytes
            var start = 0
            while let end = pending[start...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = pending[start..<end]
                if let sighting = try? decoder.decode(Sighting.self, from: Data(line)) {
                    try body(sighting, line)
                } else if !line.isEmpty {
                    unreadable += 1
                }
                start = end + 1
            }
            if start == 0, pending.count > longestLine { start = pending.count }
            done += start
            pending.removeFirst(start)
        }
    }
}
