/// The start tags of a page that may say where its feeds are, one after the other.
struct TagScanner {
    enum Name: String, CaseIterable {
        case link, base, meta, a, area
    }

    struct Tag {
        var name: Name
        private var values: [String: String] = [:]

        init(_ name: Name, _ attributes: [AttributeScanner.Attribute], _ page: [UInt8]) {
            self.name = name
            for attribute in attributes {
                let name = page[attribute.name].string.lowercased()
                guard Tag.heard.contains(name), values[name] == nil else { continue }
                values[name] = PlainText.of(html: page[attribute.value])
            }
        }

        /// The value of an attribute that is heard; of two of a name the first counts.
        subscript(name: String) -> String? { values[name] }

        private static let heard: Set<String> = [
            "rel", "href", "type", "title", "hreflang", "http-equiv", "content", "itemprop",
            "aria-label",
        ]
    }

    let page: [UInt8]
    /// The place behind the last tag.
    private(set) var index = 0
    private let wanted: [Name]
    /// Open `<template>`s: nothing in them is part of the page.
    private var templates = 0

    init(_ page: [UInt8], wanted: [Name] = Name.allCases) {
        self.page = page
        self.wanted = wanted
    }

    /// What readers see of the link whose start tag was last.
    func words(of tag: Tag) -> AnchorWords {
        AnchorWords(in: page, behind: index, title: tag["title"], label: tag["aria-label"])
    }

    mutating func next() -> Tag? {
        while index < page.count, let tag = page[index...].firstIndex(of: .lessThan) {
            index = tag + 1
            if page[tag...].starts(with: "<!--".utf8) {
                index = page.index(after: "-->", from: tag + 4) ?? page.count
                continue
            }
            if page[tag...].hasPrefix("</template") {
                templates = max(0, templates - 1)
                continue
            }
            var end = index
            while end < page.count, page[end].isNamePart { end += 1 }
            let name = page[index..<end]
            if name.equalsLowercase("template") {
                templates += 1
            } else if let close = TagScanner.rawText(name) {
                index = behind(close, from: end)
            } else if templates == 0,
                let known = wanted.first(where: { name.equalsLowercase($0.rawValue) })
            {
                var scanner = AttributeScanner(bytes: page[...], position: end, isHTML: true)
                let attributes = scanner.all()
                guard scanner.isComplete else { return nil }
                index = scanner.position
                return Tag(known, attributes, page)
            }
        }
        return nil
    }

    /// Elements whose content is no markup (HTML §13.1.2).
    private static func rawText(_ name: ArraySlice<UInt8>) -> String? {
        raw.first { name.equalsLowercase($0) }.map { "</" + $0 }
    }

    private static let raw = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    ]

    private func behind(_ close: String, from: Int) -> Int {
        var index = from
        while index < page.count, let tag = page[index...].firstIndex(of: .lessThan) {
            if page[tag...].hasPrefix(close) { return tag + close.utf8.count }
            index = tag + 1
        }
        return page.count
    }
}
