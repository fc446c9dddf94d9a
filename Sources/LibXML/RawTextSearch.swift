/// Finds where comments, scripts and other text that holds no markup end.
///
/// Each page is searched once: that there is no such end further on is remembered, and so is where the next
/// end of a comment is, so that pages that begin a thing very often and never end it cost no more than others.
struct RawTextSearch {
    /// Elements of which nothing but their own end tag ends the text.
    enum Element: Int {
        case script, style, textarea, xmp

        var name: StaticString {
            switch self {
            case .script: "script"
            case .style: "style"
            case .textarea: "textarea"
            case .xmp: "xmp"
            }
        }
    }

    private var isMissing = [false, false, false, false]
    private var heedsEscapes = true
    /// The `-->` that was found last, and from where it was looked for.
    private var arrow = 0..<0

    /// One past the end of a comment (WHATWG HTML §13.2.5.43 to §13.2.5.52); the end of the page where it has none.
    ///
    /// - Parameter start: after `<!--`.
    func commentEnd(from start: Int, in page: HTMLBytes) -> Int {
        var end = page.find(0x3E, from: start)
        while end < page.count {
            let isAbrupt = end == start || end == start + 1 && page[start] == 0x2D
            let isArrow = end >= start + 2 && page[end - 1] == 0x2D && page[end - 2] == 0x2D
            let isBang =
                end >= start + 3 && page[end - 1] == 0x21 && page[end - 2] == 0x2D
                && page[end - 3] == 0x2D
            if isAbrupt || isArrow || isBang { return end + 1 }
            end = page.find(0x3E, from: end + 1)
        }
        return page.count
    }

    /// Where the end tag of an element begins; nil where there is none.
    mutating func exactEnd(of element: Element, from start: Int, in page: HTMLBytes) -> Int? {
        guard !isMissing[element.rawValue] else { return nil }
        var index = page.find(0x3C, from: start)
        while index < page.count {
            if page[index + 1] == 0x2F, isNamed(element, at: index + 2, in: page) { return index }
            index = page.find(0x3C, from: index + 1)
        }
        isMissing[element.rawValue] = true
        return nil
    }

    /// Where the end tag of an element begins; where there is none, the next end tag of any.
    mutating func end(of element: Element, from start: Int, in page: HTMLBytes) -> Int {
        if let end = exactEnd(of: element, from: start, in: page) { return end }
        var index = page.find(0x3C, from: start)
        while index < page.count, page[index + 1] != 0x2F || !page[index + 2].isLetter {
            index = page.find(0x3C, from: index + 1)
        }
        return index
    }

    /// Where the end tag of a script begins (§13.2.5.15 to §13.2.5.31): one that stands in a comment and
    /// belongs to a script begun there does not count.
    mutating func scriptEnd(from start: Int, in page: HTMLBytes) -> Int {
        if heedsEscapes {
            if let end = escapedScriptEnd(from: start, in: page) { return end }
            heedsEscapes = false
        }
        return end(of: .script, from: start, in: page)
    }

    private mutating func escapedScriptEnd(from start: Int, in page: HTMLBytes) -> Int? {
        var index = page.find(0x3C, from: start)
        /// Until here the script is in a comment.
        var commentEnd = start
        var isNested = false
        while index < page.count {
            if index >= commentEnd { isNested = false }
            if page[index + 1] == 0x2F, isNamed(.script, at: index + 2, in: page) {
                if !isNested { return index }
                isNested = false
            } else if index < commentEnd {
                if isNamed(.script, at: index + 1, in: page) { isNested = true }
            } else if page[index + 1] == 0x21, page[index + 2] == 0x2D, page[index + 3] == 0x2D {
                commentEnd = nextArrow(from: index + 2, in: page)
            }
            index = page.find(0x3C, from: index + 1)
        }
        return nil
    }

    private mutating func nextArrow(from start: Int, in page: HTMLBytes) -> Int {
        if arrow.contains(start) { return arrow.upperBound }
        var end = page.find(0x3E, from: start)
        while end < page.count,
            end < start + 2 || page[end - 1] != 0x2D || page[end - 2] != 0x2D
        {
            end = page.find(0x3E, from: end + 1)
        }
        arrow = start..<end
        return end
    }

    private func isNamed(_ element: Element, at index: Int, in page: HTMLBytes) -> Bool {
        guard page.has(element.name, at: index) else { return false }
        let after = index + element.name.utf8CodeUnitCount
        return after < page.count && page[after].endsTagName
    }
}
