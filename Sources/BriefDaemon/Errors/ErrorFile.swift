import FoundationEssentials
import LinuxIO

/// errors.jsonl in the state folder: a group or the totals a line; of several lines about one group the last counts.
///
/// It is a help for operators, not a truth that anything rests on: it is not synced, a line that cannot be read is
/// passed over, and where nothing can be written the book goes on in memory.
struct ErrorFile: Sendable {
    static let name = "errors.jsonl"
    /// What is read at most: bytes. Twice what a full book takes.
    private static let readLimit = 128 << 20

    private enum Line {
        case group(ErrorGroup)
        case totals(ErrorBook.Totals)
    }

    let folder: String

    /// Reads what an earlier life left, as far as it can be read.
    ///
    /// - Returns: the book, how many lines the file has, and whether the last one has no end.
    func read(limit: Int) -> (book: ErrorBook, lines: Int, isTorn: Bool) {
        var book = ErrorBook(limit: limit)
        guard let directory = try? Directory(creating: folder),
            let file = try? directory.openFile(FileName(Self.name)),
            let bytes = try? file.readAll(limit: Self.readLimit)
        else { return (book, 0, false) }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        var totals = ErrorBook.Totals()
        for bytes in lines {
            switch Self.line(bytes) {
            case .group(let group): book.restore(group)
            case .totals(let new): totals = new
            case nil: continue
            }
        }
        totals.dropped = max(totals.dropped, book.totals.dropped)
        book.restore(totals)
        return (book, lines.count, !bytes.isEmpty && bytes.last != UInt8(ascii: "\n"))
    }

    /// Adds lines at the end.
    func append(_ groups: [ErrorGroup], _ totals: ErrorBook.Totals) throws {
        let file = try Directory(creating: folder).appendFile(FileName(Self.name), mode: 0o600)
        try file.write(try Self.bytes(groups, totals))
    }

    /// Puts a new file in the place of the old one, with a line a group.
    func replace(with groups: [ErrorGroup], _ totals: ErrorBook.Totals) throws {
        try Directory(creating: folder).replace(
            FileName(Self.name), with: try Self.bytes(groups, totals),
            by: FileName(".\(Self.name).new"), mode: 0o600)
    }

    private static func bytes(
        _ groups: [ErrorGroup], _ totals: ErrorBook.Totals
    ) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .secondsSince1970
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let end = Data([UInt8(ascii: "\n")])
        var data = Data()
        for group in groups { data += try encoder.encode(group) + end }
        data += try encoder.encode(totals) + end
        return Array(data)
    }

    private static func line(_ bytes: ArraySlice<UInt8>) -> Line? {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .secondsSince1970
        let data = Data(bytes)
        if let group = try? decoder.decode(ErrorGroup.self, from: data) { return .group(group) }
        return (try? decoder.decode(ErrorBook.Totals.self, from: data)).map { .totals($0) }
    }
}
