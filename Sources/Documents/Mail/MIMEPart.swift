/// One part of a message, and those within it (RFC 2046 §5): a tree of bounded size.
struct MIMEPart {
    let header: MailHeader
    let type: ContentType
    /// As it came, with its transfer encoding.
    let body: ArraySlice<UInt8>
    private(set) var parts: [MIMEPart] = []

    /// How its end is known.
    private enum End {
        /// By a delimiter of its own or of what stands around it.
        case delimited
        /// By none, though one must be there (RFC 2046 §5.1.1).
        case missing
        /// It is the whole message.
        case unsaid
    }
    private let end: End

    /// Parts of one message; more are made to do harm.
    static let mostParts = 2_000
    /// Parts within parts.
    private static let deepest = 20

    /// - Throws: `tooLarge` for too many parts.
    init(_ bytes: ArraySlice<UInt8>, skipsEnvelope: Bool = false) throws(DocumentsError) {
        var count = 0
        try self.init(bytes, skipsEnvelope, .unsaid, fallback: .plainText, depth: 0, &count)
    }

    private init(
        _ bytes: ArraySlice<UInt8>, _ skipsEnvelope: Bool, _ end: End, fallback: ContentType,
        depth: Int, _ count: inout Int
    ) throws(DocumentsError) {
        self.end = end
        count += 1
        guard count <= Self.mostParts else {
            throw DocumentsError(.tooLarge, "the message has more than \(Self.mostParts) parts")
        }
        header = MailHeader(bytes, skipsEnvelope: skipsEnvelope)
        body = bytes[header.bodyStart...]
        let stated = header.first("content-type").map { ContentType($0) }
        type = stated.flatMap { $0.name.contains("/") ? $0 : nil } ?? fallback
        guard type.isMultipart, depth < Self.deepest else { return }
        let inner: ContentType = type.name == "multipart/digest" ? .message : .plainText
        let (pieces, isEnded) = Self.pieces(of: body, boundary: type.parameters["boundary"])
        for (place, piece) in pieces.enumerated() {
            let isOpen = !isEnded && place == pieces.count - 1 && end != .delimited
            parts.append(
                try MIMEPart(
                    piece, false, isOpen ? .missing : .delimited, fallback: inner,
                    depth: depth + 1, &count))
        }
    }

    /// Whether its end is missing: a delimiter, the rest of a line of its encoding, or the end tag of its page.
    var isCut: Bool {
        switch end {
        case .delimited: return false
        case .missing: return true
        case .unsaid:
            if encoding == "base64", Base64Code.isCut(body) { return true }
            // A soft break at the very end is made by honest programs.
            let isHalf = body.suffix(2).contains(UInt8(ascii: "="))
            if encoding == "quoted-printable", isHalf { return true }
            return type.name == "text/html" && MarkupEnd.isMissing(in: content)
        }
    }

    var encoding: String {
        header.text("content-transfer-encoding")?.lowercased().filter { !$0.isWhitespace } ?? ""
    }

    var disposition: ContentType? { header.first("content-disposition").map { ContentType($0) } }

    /// What it is called, where it is a file.
    var fileName: String? {
        disposition?.fileName("filename") ?? type.fileName("name")
    }

    var isAttachment: Bool { disposition?.name == "attachment" }

    /// Its content without the transfer encoding.
    var content: [UInt8] {
        switch encoding {
        case "base64": Base64Code.decoded(body)
        case "quoted-printable": QuotedPrintable.decoded(body)
        case "x-uuencode", "uuencode", "x-uue": UUCode.decoded(body) ?? Array(body)
        default: Array(body)
        }
    }

    /// The pieces between delimiter lines; what stands before the first and behind the last is not the message's. A
    /// delimiter that never comes makes one piece of all.
    ///
    /// - Returns: the pieces, and whether the last one has its end.
    private static func pieces(
        of body: ArraySlice<UInt8>, boundary stated: String?
    ) -> ([ArraySlice<UInt8>], isEnded: Bool) {
        let boundary = stated.map { Array(trimmed($0).utf8) } ?? guessed(body)
        guard let boundary, !boundary.isEmpty else { return ([body], true) }
        let mark = [0x2D, 0x2D] + boundary
        var pieces: [ArraySlice<UInt8>] = []
        var start: Int?
        var lines = LineCursor(body)
        var lineStart = lines.place
        while let line = lines.next() {
            if line.first == 0x2D, let isLast = delimits(line, mark) {
                if let start { pieces.append(withoutLastBreak(body[start..<lineStart])) }
                start = isLast ? nil : lines.place
                if isLast { break }
            }
            lineStart = lines.place
        }
        if let start { pieces.append(body[start...]) }
        return pieces.isEmpty ? ([body], true) : (pieces, start == nil)
    }

    /// Whether a line is the delimiter, and the last one; blanks behind it are allowed (RFC 2046 §5.1.1).
    private static func delimits(_ line: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool? {
        guard line.starts(with: mark) else { return nil }
        var rest = line.dropFirst(mark.count)
        let isLast = rest.starts(with: [0x2D, 0x2D])
        if isLast { rest = rest.dropFirst(2) }
        return rest.allSatisfy { $0 == 0x20 || $0 == 9 } ? isLast : nil
    }

    /// The line end before a delimiter belongs to that.
    private static func withoutLastBreak(_ piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var piece = piece
        if piece.last == 0x0A { piece.removeLast() }
        if piece.last == 0x0D { piece.removeLast() }
        return piece
    }

    /// The first line that looks like a delimiter, where none is stated.
    private static func guessed(_ body: ArraySlice<UInt8>) -> [UInt8]? {
        var lines = LineCursor(body)
        for _ in 0..<200 {
            guard let line = lines.next() else { return nil }
            if line.starts(with: [0x2D, 0x2D]), line.count > 8, !line.contains(0x20) {
                return Array(line.dropFirst(2))
            }
        }
        return nil
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}
