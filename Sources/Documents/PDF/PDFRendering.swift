/// What poppler's programs say of a PDF: the text that travels to a worker in the PDF's place.
///
/// `words` is the output of `pdftotext -bbox-layout`: each word with its box. `fonts` is that of `pdftohtml -xml`: runs of
/// text with their fonts and links; it may be empty. Both as they came, unread: the daemon parses nothing.
public struct PDFRendering: Sendable, Equatable {
    /// The first bytes of a rendering, and of nothing else.
    public static let magic = "%briefd-rendering 1\n"

    public var words: [UInt8]
    public var fonts: [UInt8]

    public init(words: [UInt8], fonts: [UInt8] = []) {
        self.words = words
        self.fonts = fonts
    }

    /// - Parameter bytes: as `bytes` writes them; nil for all else.
    public init?(bytes: [UInt8]) {
        let magic = Array(Self.magic.utf8)
        guard bytes.count >= magic.count + 8, bytes.starts(with: magic) else { return nil }
        let length = bytes[magic.count..<magic.count + 8].reversed().reduce(0) {
            $0 << 8 | UInt64($1)
        }
        let start = magic.count + 8
        guard length <= UInt64(bytes.count - start) else { return nil }
        let middle = start + Int(length)
        words = Array(bytes[start..<middle])
        fonts = Array(bytes[middle...])
    }

    /// The magic, eight bytes of the length of `words`, little endian, the words, the fonts.
    public var bytes: [UInt8] {
        var result = Array(Self.magic.utf8)
        result.reserveCapacity(result.count + 8 + words.count + fonts.count)
        for shift in stride(from: 0, to: 64, by: 8) {
            result.append(UInt8(truncatingIfNeeded: UInt64(words.count) >> UInt64(shift)))
        }
        result += words
        result += fonts
        return result
    }
}
