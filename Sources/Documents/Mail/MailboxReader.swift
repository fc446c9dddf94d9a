/// A file of messages one after the other (RFC 4155, and mboxrd's ">From ").
enum MailboxReader {
    /// Whether bytes begin with the line that stands before a message: "From ADDRESS WEEKDAY MONTH DAY TIME YEAR".
    static func isEnvelope(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.starts(with: "From ".utf8) else { return false }
        let line = bytes.prefix(512).prefix { $0 != 0x0A && $0 != 0x0D }
        let words = line.split(separator: 0x20)
        // The year, and a time before it, perhaps with a zone between or behind.
        guard words.count >= 5, words.contains(where: { $0.contains(0x3A) }) else { return false }
        return words.suffix(3).contains { word in
            word.count == 4 && word.allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    /// The messages in their order, without the lines before them; quoted lines are as they were.
    static func messages(
        in bytes: [UInt8], _ body: (ArraySlice<UInt8>) throws(DocumentsError) -> Void
    )
        throws(DocumentsError)
    {
        var lines = LineCursor(bytes[...])
        var start: Int?
        var lineStart = 0
        var isAfterBlank = true
        while let line = lines.next() {
            if isAfterBlank, line.first == 0x46, isEnvelope(bytes[lineStart...]) {
                if let start { try body(bytes[start..<lineStart]) }
                start = lines.place
            }
            isAfterBlank = line.isEmpty
            lineStart = lines.place
        }
        if let start, start < bytes.count { try body(bytes[start...]) }
    }

    /// A message as it was before it was put into a mailbox: ">From " at the beginning of a line loses one mark.
    static func unquoted(_ message: ArraySlice<UInt8>) -> [UInt8] {
        guard Needle(">From ").stands(in: message) else { return Array(message) }
        var output: [UInt8] = []
        output.reserveCapacity(message.count)
        var lines = LineCursor(message)
        while true {
            let start = lines.place
            guard let line = lines.next() else { break }
            let isQuoted =
                line.first == 0x3E && line.drop { $0 == 0x3E }.starts(with: "From ".utf8)
            output += message[(isQuoted ? start + 1 : start)..<lines.place]
        }
        return output
    }
}
