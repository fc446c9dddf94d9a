/// What an `HTMLScanner` has read of a page.
struct ScannedPage {
    /// The tags without attributes, and one byte for each run of text.
    var skeleton: [UInt8] = []
    var tokens: [HTMLToken] = []
    /// Texts and values, in the order of the page.
    var utf8: [UInt8] = []
    var attributes: [HTMLAttribute] = []
    /// A text or value begins within a character.
    var isCut = false

    /// Whether texts and values are UTF-8, without control characters but tab, line feed and carriage return.
    ///
    /// Only what is kept of the page is looked at, which is a third of it.
    ///
    /// - Parameter isUTF8: whether the page is known to be UTF-8.
    func isClean(isUTF8: Bool) -> Bool {
        guard !isCut, isUTF8 || (try? UTF8Span(validating: utf8.span)) != nil else { return false }
        return !hasControls
    }

    /// Eight bytes at once: those in which one is less than 32 are looked at one by one.
    private var hasControls: Bool {
        let topBits: UInt64 = 0xE0E0_E0E0_E0E0_E0E0
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits: UInt64 = 0x8080_8080_8080_8080
        return unsafe utf8.withUnsafeBytes { raw in
            let words = raw.count / 8
            for word in 0..<words {
                let top =
                    unsafe raw.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self) & topBits
                guard (top &- ones) & ~top & highBits != 0 else { continue }
                for index in word * 8..<word * 8 + 8 where unsafe raw[index].isControl {
                    return true
                }
            }
            for index in words * 8..<raw.count where unsafe raw[index].isControl { return true }
            return false
        }
    }
}

extension UInt8 {
    /// A control character that neither text nor values may hold.
    @inline(__always)
    var isControl: Bool { self < 0x20 && self != 0x0A && self != 0x09 && self != 0x0D }
}

/// A start tag or a run of text of a page.
struct HTMLToken {
    /// Where libxml2 stands in the skeleton as it tells of this token: at the end of a tag, after a text.
    let place: Int32
    /// `text`, or that of the element.
    let tag: HTMLTag
    /// Text: in `utf8`. Elements: in `attributes`.
    var content: Range<Int32>
}
