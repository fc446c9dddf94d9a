import LibXML

/// Posts of other sites that an article shows: their words, their author and their day are the article's.
struct EmbeddedPosts {
    let page: Page

    /// The elements that hold one and are no quotation in markup: "tweet" boxes that a server wrote.
    let boxes: Set<Int>
    private let quotes: [Int]
    /// Those of which a page holds little but the way there.
    private let links: [Int]

    static let marks = [
        "twitter-tweet", "twitter-video", "mastodon-embed", "bluesky-embed",
        "fb-xfbml-parse-ignore",
    ]
    static let linkMarks = [
        "instagram-media", "tiktok-embed", "fb-post", "threads-embed", "text-post-media",
        "reddit-embed", "reddit-card", "telegram-post",
    ]
    static let boxMarks = [
        "tweet", "tweet-embed", "twitter-embed", "embedded-tweet", "toot", "react-tweet-theme",
    ]
    /// Words of a post that says nothing but where it stands, and of a line of its buttons.
    private static let fewWords: Float = 14
    private static let longestAction: Float = 6
    /// A post has fewer passages.
    private static let longest = 12

    init(page: Page) {
        self.page = page
        var boxes: Set<Int> = []
        var quotes: [Int] = []
        var links: [Int] = []
        var node = 0
        while node < page.tree.nodes.count {
            let tag = page.tag(node)
            if tag == .text || !page.signs[node].contains(.post) {
                node += 1
            } else if tag == .blockquote, Self.isPost(node, in: page.tree) {
                if Self.bears(Self.marks, node, page.tree) {
                    quotes.append(node)
                } else {
                    links.append(node)
                }
                node = Int(page.tree.nodes[node].end)
            } else if tag == .div, Self.bears(Self.boxMarks, node, page.tree),
                page.passages(of: node).count <= Self.longest
            {
                boxes.insert(node)
                quotes.append(node)
                node = Int(page.tree.nodes[node].end)
            } else {
                node += 1
            }
        }
        self.boxes = boxes
        self.quotes = quotes
        self.links = links
    }

    /// Keeps a post whole that stands amid an article, or of which a part was kept.
    func restore(_ kept: inout [Bool]) {
        for node in quotes {
            let range = page.passages(of: node)
            guard !range.isEmpty, range.count <= Self.longest else { continue }
            let isAmid =
                kept[..<range.lowerBound].suffix(3).contains(true)
                && kept[range.upperBound...].prefix(3).contains(true)
            guard isAmid || range.contains(where: { kept[$0] }) else { continue }
            let isBox = boxes.contains(node)
            // What a server wrote in several lines has the words of the post, also where all of it is one link.
            let isLink = isLink(range) && !(isBox && range.count > 1)
            for index in range { kept[index] = !isLink && !(isBox && isAction(index)) }
        }
        for node in links where isLink(page.passages(of: node)) {
            for index in page.passages(of: node) { kept[index] = false }
        }
    }

    /// Of a post that a script would show the link is left (`EmbedReader`).
    private func isLink(_ range: Range<Int>) -> Bool {
        let sum = page.sum(range)
        return sum.length > 0 && sum.length <= Self.fewWords && sum.linkDensity > 0.9
    }

    /// "512 Likes", "Read 14 replies", "Follow": what one does with a post leads nowhere on the page, or to a form.
    private func isAction(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard passage.census.length <= Self.longestAction, passage.linked.length > 0 else {
            return false
        }
        let start = page.parent(passage.nodes.lowerBound)
        let links = ([start, page.parent(start)] + Array(passage.nodes)).filter {
            page.tag($0) == .a
        }
        return links.contains { link in
            guard let address = page.tree.attribute(.href, of: link) else { return true }
            return address.hasPrefix("#") || address.contains("/intent/")
        }
    }

    /// Whether a post stands in what a page shows to readers without scripts, and nothing else.
    static func stands(in noscript: Int, _ tree: HTMLTree) -> Bool {
        let inner = noscript + 1..<Int(tree.nodes[noscript].end)
        guard
            let first = inner.prefix(4).first(where: { tree.nodes[$0].tag == .blockquote }),
            isPost(first, in: tree)
        else { return false }
        return !inner.contains {
            tree.nodes[$0].tag == .text && ($0 < first || $0 >= Int(tree.nodes[first].end))
                && tree.textBytes($0).contains { $0 > 0x20 }
        }
    }

    /// Whether a quotation stands for a post of another site.
    static func isPost(_ node: Int, in tree: HTMLTree) -> Bool {
        bears(linkMarks + marks, node, tree)
    }

    /// Whether an element without words waits for a script to show a post or a film.
    static func isPlayer(_ node: Int, in tree: HTMLTree) -> Bool {
        bears(["fb-post", "fb-video"], node, tree)
    }

    private static func bears(_ marks: [String], _ node: Int, _ tree: HTMLTree) -> Bool {
        guard let bytes = tree.bytes(.class, of: node), bytes.count >= 4, bytes.count < 400 else {
            return false
        }
        return bytes.split(separator: 0x20).contains { word in
            marks.contains { word.elementsEqual($0.utf8) }
        }
    }
}
