/// Tells feeds from other documents by their beginning, without parsing them.
public enum FeedSniffer {
    /// What a document looks like.
    public enum Kind: Sendable, Equatable {
        /// RSS, RDF, Atom or CDF.
        case xmlFeed
        case jsonFeed
        case html
        /// XML that is no feed, by the name of its root.
        case xml(root: String)
        case json
        case other
    }

    /// Whether the bytes are a feed in XML or a JSON Feed.
    public static func isFeed(_ bytes: [UInt8]) -> Bool {
        switch kind(of: bytes) {
        case .xmlFeed, .jsonFeed: true
        default: false
        }
    }

    /// Looks at no more than the first 64 KiB; wide encodings are looked at without their zero bytes.
    public static func kind(of bytes: [UInt8]) -> Kind {
        var head = Array(bytes.prefix(65_536))
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            head.removeFirst(2)
        }
        if head.prefix(64).contains(0) { head.removeAll { $0 == 0 } }
        guard let first = head.first(where: { !$0.isSpace }) else { return .other }
        if first == 0x7B { return json(head) }
        return markup(head)
    }

    private static func json(_ head: [UInt8]) -> Kind {
        let text = String(decoding: head, as: UTF8.self)
        if text.contains("jsonfeed.org/version") || text.contains("jsonfeed.org\\/version") {
            return .jsonFeed
        }
        let hasItems = text.contains("\"items\"")
        let hasFeed = text.contains("\"home_page_url\"") || text.contains("\"feed_url\"")
        return hasItems && hasFeed ? .jsonFeed : .json
    }

    /// A feed's root decides where it is the first element, or follows an XML declaration (servers put
    /// warnings before it); else the first element does.
    private static func markup(_ head: [UInt8]) -> Kind {
        var index = 0
        var first: ArraySlice<UInt8>?
        var isDeclared = false
        let beginsWithMarkup = head[...].trimmed.first == .lessThan
        while index < head.count, let tag = head[index...].firstIndex(of: .lessThan) {
            index = tag + 1
            guard index < head.count else { break }
            if head[tag...].starts(with: "<!--".utf8) {
                index = head.index(after: "-->", from: tag + 4) ?? head.count
            } else if head[tag...].hasPrefix("<!doctype") {
                var entities = DeclaredEntities(budget: 0)
                index = entities.readDocumentType(in: head, at: tag)
            } else if head[tag...].hasPrefix("<?xml") {
                isDeclared = true
            } else if head[index].isNameStart {
                var end = index
                while end < head.count, head[end].isNamePart { end += 1 }
                let name = head[index..<end]
                let isRoot = isDeclared || (first == nil && beginsWithMarkup)
                if isRoot, FeedRoot(name) != nil { return .xmlFeed }
                if isHTML(name), first.map(HTMLNames.isElement) ?? true { return .html }
                first = first ?? name
                index = end
            }
        }
        guard let first, beginsWithMarkup || isDeclared else { return .other }
        if isDeclared { return .xml(root: first.string) }
        return HTMLNames.isElement(first) ? .html : .other
    }

    private static func isHTML(_ name: ArraySlice<UInt8>) -> Bool {
        name.equalsLowercase("html") || name.equalsLowercase("head")
            || name.equalsLowercase("body")
    }
}
