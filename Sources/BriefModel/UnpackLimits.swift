/// What a book is: `[spool] epub`.
public enum BookParts: String, Sendable, Codable, CaseIterable {
    /// Each chapter is a document.
    case chapters
    /// The book is one.
    case whole = "book"
}

/// What may come out of one file, however small it is and whatever it says of itself.
public struct UnpackLimits: Sendable, Codable, Equatable {
    /// Bytes of one document; larger ones are left out.
    public var file: Int
    /// Bytes of all that is unpacked; a file that holds more is refused.
    public var total: Int
    /// Documents of one file; a file that holds more is refused.
    public var parts = 10_000
    /// How deep files are unpacked that stand in others.
    public var depth = 2
    /// What is made of a book.
    public var book = BookParts.chapters
    /// Bytes that are handed over in one turn, or one document of any size.
    public var turn = 32 << 20

    /// As many as one worker has memory for.
    private static let largest = 256 << 20

    /// - Parameters:
    ///   - file: bytes of one document, `[spool] max_file`.
    ///   - book: what is made of a book.
    public init(file: Int, book: BookParts = .chapters) {
        self.book = book
        self.file = max(0, file)
        total = min(Self.largest, self.file > Self.largest / 8 ? Self.largest : 8 * self.file)
    }

    /// As many as are read where nobody has said otherwise.
    public static let standard = UnpackLimits(file: 32 << 20)
}
