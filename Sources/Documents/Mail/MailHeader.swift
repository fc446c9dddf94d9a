/// The fields before a message or a part of one (RFC 5322 §2.2, RFC 2045 §3), unfolded, otherwise as they came.
struct MailHeader: Sendable {
    struct Field: Sendable {
        /// In small letters.
        var name: String
        var value: [UInt8]
    }

    private(set) var fields: [Field] = []
    /// Where the body begins.
    private(set) var bodyStart: Int
    /// Whether a blank line, or the end, closes the fields; not a line that is none.
    private(set) var isClosed = true

    /// More fields, or longer ones, no honest message has.
    private static let mostFields = 2_000
    private static let longestValue = 256 << 10
    private static let longestName = 100

    static let empty = MailHeader([], skipsEnvelope: false)

    /// - Parameter skipsEnvelope: whether a first line "From ADDRESS DATE" is passed over, as mailboxes have it.
    init(_ bytes: ArraySlice<UInt8>, skipsEnvelope: Bool) {
        var rest = LineCursor(bytes)
        bodyStart = bytes.startIndex
        if skipsEnvelope { _ = rest.next() }
        while let line = rest.next() {
            if line.isEmpty {
                bodyStart = rest.place
                return
            }
            if let first = line.first, first == 0x20 || first == 9, !fields.isEmpty {
                append(line)
            } else if let field = Self.field(line), fields.count < Self.mostFields {
                fields.append(field)
            } else {
                // A message without the blank line: what follows is its body.
                bodyStart = line.startIndex
                isClosed = false
                return
            }
        }
        bodyStart = bytes.endIndex
    }

    /// The first field of this name, decoded as RFC 2047 says and in one line; nil where it is missing or empty.
    func text(_ name: String) -> String? {
        first(name).flatMap { EncodedWords.text(of: $0) }
    }

    /// The first field of this name, as it came.
    func first(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

    func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

    /// Where the text begins: behind a byte order mark and blank lines.
    static func start(in bytes: [UInt8]) -> Int {
        var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while place < bytes.count, place < 4_096, bytes[place] == 0x0A || bytes[place] == 0x0D {
            place += 1
        }
        return place
    }

    /// Whether these are the fields of a message; a note that begins with "From:" and "Date:" has none of those that
    /// only programs write.
    ///
    /// - Parameter promised: whether the file's name says that it is one.
    func isMail(promised: Bool) -> Bool {
        let names = Set(fields.map(\.name))
        if promised { return !names.isDisjoint(with: Self.common) }
        return isClosed && fields.count >= 3 && !names.isDisjoint(with: ["from", "sender"])
            && !names.isDisjoint(with: ["date", "subject"])
            && !names.isDisjoint(with: Self.machines)
    }

    /// Whether these are the fields of a page that a browser saved (RFC 2557).
    func isSavedPage(promised: Bool) -> Bool {
        if has("snapshot-content-location") { return true }
        guard let type = first("content-type") else { return false }
        let kind = ContentType(type)
        guard kind.name == "multipart/related" || promised && kind.name == "text/html" else {
            return false
        }
        if promised { return true }
        return !has("to") && !has("received") && !has("message-id") && has("mime-version")
    }

    private static let common: Set<String> = [
        "from", "subject", "date", "message-id", "mime-version", "content-type", "received",
        "return-path", "to",
    ]
    private static let machines: Set<String> = [
        "message-id", "mime-version", "received", "return-path", "delivered-to",
        "content-transfer-encoding", "dkim-signature", "list-id", "x-mailer",
    ]

    private mutating func append(_ line: ArraySlice<UInt8>) {
        let last = fields.count - 1
        guard fields[last].value.count + line.count < Self.longestValue else { return }
        fields[last].value += line
    }

    /// A name of printable ASCII, blanks before the colon (RFC 5322 §4.5), and what follows.
    private static func field(_ line: ArraySlice<UInt8>) -> Field? {
        guard let colon = line.prefix(longestName + 1).firstIndex(of: 0x3A) else { return nil }
        var name = line[..<colon]
        while name.last == 0x20 || name.last == 9 { name.removeLast() }
        guard !name.isEmpty, name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        let value = line[(colon + 1)...].prefix(longestValue)
        return Field(
            name: String(decoding: name.map(Needle.lowered), as: UTF8.self), value: Array(value))
    }
}

/// Goes through bytes line by line; a line ends with CR LF, LF or CR, and goes without its end.
struct LineCursor {
    private let bytes: ArraySlice<UInt8>
    /// Where the next line begins.
    private(set) var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    mutating func next() -> ArraySlice<UInt8>? {
        guard place < bytes.endIndex else { return nil }
        let start = place
        var end = start
        while end < bytes.endIndex, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        place = end
        if place < bytes.endIndex {
            place += 1
            if bytes[end] == 0x0D, place < bytes.endIndex, bytes[place] == 0x0A { place += 1 }
        }
        return bytes[start..<end]
    }
}
