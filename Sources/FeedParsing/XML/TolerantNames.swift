/// What the tolerant reader knows of elements by their names as written.
extension ArraySlice<UInt8> {
    /// Elements of HTML that never have an end tag (WHATWG HTML §13.1.2), as far as no feed has one of that name.
    var isVoidHTML: Bool {
        guard count <= 5 else { return false }
        return ["br", "img", "hr", "input", "wbr", "embed", "param", "col", "area"]
            .contains { equalsLowercase($0) }
    }

    /// RSS items and Atom entries.
    var isItemName: Bool {
        let name = localName
        return name.equalsLowercase("item") || name.equalsLowercase("entry")
    }

    /// Fields that hold text and nothing else.
    var isPlainField: Bool {
        let name = localName
        return name.count <= 13
            && [
                "title", "link", "guid", "pubdate", "date", "creator", "category", "comments",
                "updated", "published", "id", "lastbuilddate", "language", "copyright",
            ].contains { name.equalsLowercase($0) }
    }

    /// Fields that hold markup, where any element may stand.
    var isMarkupHolder: Bool {
        let name = localName
        return name.count <= 11
            && ["description", "content", "encoded", "summary", "body", "div", "fullitem"]
                .contains { name.equalsLowercase($0) }
    }

    /// Markup holders that are fields of an item, and no element of XHTML.
    var isMarkupField: Bool {
        isMarkupHolder && !equalsLowercase("div") && !equalsLowercase("body")
    }

    private var localName: ArraySlice<UInt8> {
        guard let colon = lastIndex(of: .colon) else { return self }
        return self[(colon + 1)...]
    }
}
