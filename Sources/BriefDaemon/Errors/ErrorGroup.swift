import FoundationEssentials

/// All that went wrong with one thing for one cause: a line of `errors`, and of errors.jsonl.
struct ErrorGroup: Sendable, Equatable, Codable {
    /// What makes two errors one group.
    struct Key: Sendable, Hashable {
        var kind: EventKind
        var subject: String
        var cause: String
    }

    /// Longer texts are cut: bytes. It bounds the file, and the memory.
    static let textLimit = 2_000

    /// The number of its latest event: a later group has a greater one.
    var id: Int
    var kind: EventKind
    var subject: String
    /// As it was told last.
    var what: String
    var first: Date
    var last: Date
    var count: Int

    init(_ event: DaemonStatus.Event) {
        id = event.number
        kind = event.kind
        subject = Self.cut(event.subject)
        what = Self.cut(event.what)
        first = event.when
        last = event.when
        count = 1
    }

    var key: Key { Key(kind: kind, subject: subject, cause: Self.cause(what, kind)) }

    /// The text without what differs from one time to the next: words with digits, as sizes, times and names of
    /// temporary files have them. What was not taken is told apart to the letter: each is a thing of its own.
    private static func cause(_ what: String, _ kind: EventKind) -> String {
        guard kind != .notTaken else { return what }
        return what.split(separator: " ", omittingEmptySubsequences: false)
            .map { $0.utf8.contains { (0x30...0x39).contains($0) } ? "#" : $0 }
            .joined(separator: " ")
    }

    private static func cut(_ text: String) -> String {
        guard text.utf8.count > textLimit else { return text }
        return String(decoding: text.utf8.prefix(textLimit), as: UTF8.self) + "…"
    }
}

extension EventKind: Codable {}
