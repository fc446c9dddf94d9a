import Charsets

/// Reads what a page says, and leaves to libxml2 only how its elements nest.
///
/// libxml2 goes through a page character by character and allocates for every attribute. So it is given a
/// skeleton instead: the tags without attributes, and one byte for each run of text, in order. The texts, with
/// character references replaced, and the attributes that `HTMLAttribute` lists go into the buffers of the tree;
/// `tokens` says which belongs where. Comments, declarations, code and style sheets are left out, and so is
/// what is within a drawing. One pass, linear in the page; tokens as in WHATWG HTML §13.2.5.
struct HTMLScanner {
    let page: HTMLBytes
    /// Where the next byte to read stands.
    var at = 0

    var skeleton: [UInt8] = []
    var tokens: [HTMLToken] = []
    var utf8: [UInt8] = []
    var attributes: [HTMLAttribute] = []

    /// Elements that have been started: an end tag of any other ends nothing.
    var started = [Bool](repeating: false, count: 256)
    var drawing: Drawing?
    /// Names that no table lists, as far as they stand in the skeleton as they are.
    var otherNames: Set<UInt64> = []
    var rawText = RawTextSearch()
    /// A piece that is kept begins within a character: with this, texts are UTF-8 if `utf8` is.
    private var isCut = false
    /// Where the last value of the last tag ended, that of an attribute.
    var lastValueEnd = 0
    let tags = HTMLTag.byHash
    let attributeNames = HTMLAttribute.byHash

    /// Longer values are left out.
    static let maxValueBytes = 65_536
    private static let amp: UInt8 = 0x26
    private static let less: UInt8 = 0x3C
    private static let greater: UInt8 = 0x3E

    /// Whether each text and each value is made stream-safe.
    private let mendsRows: Bool

    init(_ page: HTMLBytes, mendsRows: Bool) {
        self.page = page
        self.mendsRows = mendsRows
        skeleton.reserveCapacity(page.count / 4)
        utf8.reserveCapacity(page.count / 2)
        tokens.reserveCapacity(page.count / 64)
        attributes.reserveCapacity(page.count / 96)
        for tag in [HTMLTag.html, .head, .body, .p, .unknown, .custom] {
            started[Int(tag.rawValue)] = true
        }
    }

    mutating func scan() -> ScannedPage {
        if page[0] == 0xEF, page[1] == 0xBB, page[2] == 0xBF { at = 3 }
        while at < page.count, tokens.count < HTMLTree.maxNodes {
            let next = page.find(Self.less, from: at)
            text(to: next)
            if next < page.count { markup() }
        }
        return ScannedPage(
            skeleton: skeleton, tokens: tokens, utf8: utf8, attributes: attributes, isCut: isCut)
    }

    /// What begins with `<`: §13.2.5.6, tag open state.
    private mutating func markup() {
        let next = page[at + 1]
        if next.isLetter {
            startTag()
        } else if next == 0x2F, page[at + 2].isLetter {
            endTag()
        } else if next == 0x2F, page[at + 2] == Self.greater {
            at += 3
        } else if next == 0x21, page[at + 2] == 0x2D, page[at + 3] == 0x2D {
            at = rawText.commentEnd(from: at + 4, in: page)
        } else if next == 0x21 || next == 0x3F || next == 0x2F && at + 2 < page.count {
            at = page.find(Self.greater, from: at + 2) + 1
        } else {
            text(to: at + 1)
        }
    }

    /// Text up to a place, its character references replaced.
    mutating func text(to end: Int) {
        if skeleton.isEmpty { skipBlanks(to: end) }
        guard end > at else { return }
        let start = utf8.count
        let isBlank = isBlank(at..<end)
        appendReplacing(at..<end)
        at = end
        addText(from: start, isBlank: isBlank)
    }

    /// Text up to a place, as it stands there.
    mutating func verbatim(to end: Int) {
        guard end > at else { return }
        let start = utf8.count
        keep(at..<end)
        if mendsRows { StreamSafeText.mend(&utf8, from: start) }
        at = end
        addText(from: start, isBlank: false)
    }

    @inline(__always)
    private mutating func keep(_ range: Range<Int>) {
        if page[range.lowerBound] & 0xC0 == 0x80, !range.isEmpty { isCut = true }
        page.append(range, to: &utf8)
    }

    /// To libxml2 blank text matters less, in a head for instance, and any other text is like any other.
    private mutating func addText(from start: Int, isBlank: Bool) {
        guard utf8.count > start else { return }
        if let last = tokens.last, last.tag == .text, Int(last.content.upperBound) == start,
            Int(last.place) == skeleton.count
        {
            tokens[tokens.count - 1].content = last.content.lowerBound..<Int32(utf8.count)
            if !isBlank { skeleton[skeleton.count - 1] = 0x78 }
            return
        }
        skeleton.append(isBlank ? 0x20 : 0x78)
        tokens.append(
            HTMLToken(
                place: Int32(skeleton.count), tag: .text, content: Int32(start)..<Int32(utf8.count))
        )
    }

    /// A page begins with its first character that shows.
    private mutating func skipBlanks(to end: Int) {
        while at < end, page[at].isHTMLSpace { at += 1 }
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        for index in range where !page[index].isHTMLSpace { return false }
        return true
    }

    /// Stream-safe, whatever the references stand for and whatever markup stood between two texts.
    mutating func appendReplacing(_ range: Range<Int>) {
        let start = utf8.count
        defer { if mendsRows { StreamSafeText.mend(&utf8, from: start) } }
        var from = range.lowerBound
        while true {
            let mark = page.find(Self.amp, from: from, to: range.upperBound)
            keep(from..<mark)
            guard mark < range.upperBound else { return }
            let reference = CharacterReference(at: mark, before: range.upperBound, in: page)
            guard let reference else {
                utf8.append(Self.amp)
                from = mark + 1
                continue
            }
            if let scalar = reference.scalar {
                utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
            from = reference.end
        }
    }
}
