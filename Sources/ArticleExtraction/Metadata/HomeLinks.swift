import LibXML

/// What a page calls its site: the words of its links to the front page, and the logo's alternative text.
enum HomeLinks {
    /// At most three names, in order. Links to a language's or a section's front page do not count.
    static func names(in page: Page, url: String?) -> [String] {
        let home = Array((url.flatMap { SiteNames.root(of: $0) } ?? "").utf8)
        var names: [String] = []
        for node in page.tree.nodes.indices where page.tag(node) == .a {
            guard let href = page.tree.bytes(.href, of: node), isHome(href, home) else {
                continue
            }
            for name in [CleanText(page.tree.text(of: node)).string, alternative(node, page)] {
                if (2...60).contains(name.utf8.count), !names.contains(name) { names.append(name) }
            }
            if names.count >= 3 { break }
        }
        return names
    }

    private static func isHome(_ href: ArraySlice<UInt8>, _ home: [UInt8]) -> Bool {
        let slash: UInt8 = 0x2F
        if href.count == 1 { return href.first == slash }
        guard !home.isEmpty, href.count == home.count || href.count == home.count + 1 else {
            return false
        }
        return href.starts(with: home) && (href.count == home.count || href.last == slash)
    }

    private static func alternative(_ node: Int, _ page: Page) -> String {
        for inner in node..<Int(page.tree.nodes[node].end) where page.tag(inner) == .img {
            return CleanText(page.tree.attribute(.alt, of: inner) ?? "").string
        }
        return ""
    }
}
