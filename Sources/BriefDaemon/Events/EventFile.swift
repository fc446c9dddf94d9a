import FoundationEssentials
import LinuxIO

/// events.jsonl in the state folder: the latest events, a line each.
///
/// It is not synced: what is filed is safe in the store, and after a life that did not end in order the store tells which
/// articles it holds that no line speaks of. A line that cannot be read is passed over, and where nothing can be written
/// events go on in memory.
struct EventFile: Sendable {
    static let name = "events.jsonl"
    /// What is read at most: bytes.
    private static let readLimit = 64 << 20

    /// What an earlier life left.
    struct Found {
        var book: EventBook
        var lines = 0
        /// Whether that life wrote all that it had told before it ended; true where there was none.
        var endedInOrder = true
    }

    /// A line that is no event: the first of a file, or the last of a life that ended in order.
    private struct Mark: Codable {
        var floor: Int?
        var end: Int?
    }

    let folder: String

    func read(limit: Int) -> Found {
        let bytes: [UInt8]
        do {
            bytes = try Directory(creating: folder).openFile(FileName(Self.name))
                .readAll(limit: Self.readLimit)
        } catch {
            // What cannot be read may hold numbers that were told.
            return Found(book: EventBook(limit: limit), endedInOrder: error.isNotFound)
        }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .secondsSince1970
        var floor = 0
        var events: [ToldEvent] = []
        var isEnd = false
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        for line in lines {
            let data = Data(line)
            isEnd = false
            if let event = try? decoder.decode(ToldEvent.self, from: data) {
                if event.number > events.last?.number ?? floor { events.append(event) }
            } else if let mark = try? decoder.decode(Mark.self, from: data) {
                floor = max(floor, mark.floor ?? 0)
                isEnd = mark.end != nil
            }
        }
        var book = EventBook(limit: limit, floor: floor)
        for event in events { book.append(event) }
        return Found(book: book, lines: lines.count, endedInOrder: isEnd)
    }

    func append(_ events: [ToldEvent], end: Int? = nil) throws {
        let file = try Directory(creating: folder).appendFile(FileName(Self.name), mode: 0o600)
        try file.write(try Self.bytes(events, [], end.map { [Mark(end: $0)] } ?? []))
    }

    /// Puts a new file in the place of the old one.
    func replace(with book: EventBook, end: Int? = nil) throws {
        let bytes = try Self.bytes(
            Array(book.events), [Mark(floor: book.floor)], end.map { [Mark(end: $0)] } ?? [])
        try Directory(creating: folder).replace(
            FileName(Self.name), with: bytes, by: FileName(".\(Self.name).new"), mode: 0o600)
    }

    private static func bytes(
        _ events: [ToldEvent], _ before: [Mark], _ behind: [Mark]
    ) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .secondsSince1970
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let newline = Data([UInt8(ascii: "\n")])
        var data = Data()
        // A line that a crash has cut short ends here.
        if before.isEmpty { data += newline }
        for mark in before { data += try encoder.encode(mark) + newline }
        for event in events { data += try encoder.encode(event) + newline }
        for mark in behind { data += try encoder.encode(mark) + newline }
        return Array(data)
    }
}
