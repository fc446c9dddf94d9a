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
    var isClean: Bool {
        guard !isCut, (try? UTF8Span(validating: utf8.span)) != nil else { return false }
        return !hasControls
    }

    /// Eight bytes at once: those in which one is less than 32 are looked at one by one.
    private var hasControls: Bool {
        let spaces: UInt64 = 0x2020_2020_2020_2020
        let highBits: UInt64 = 0x8080_8080_8080_8080
        let words = utf8.count / 8
        for word in 0..<words {
            let eight = unsafe utf8.withUnsafeBytes {
                unsafe $0.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
            }
            guard (eight &- spaces) & ~eight & highBits != 0 else { continue }
            for index in word * 8..<word * 8 + 8 where utf8[index].isControl { return true }
        }
        return utf8[(words * 8)...].contains { $0.isControl }
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
