/// What an `HTMLScanner` has read of a page.
struct ScannedPage {
    /// The tags without attributes, and one byte for each run of text.
    var skeleton: [UInt8] = []
    var tokens: [HTMLToken] = []
    /// Texts and values, in the order of the page.
    var utf8: [UInt8] = []
    var attributes: [HTMLAttribute] = []
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
