import LibXML

/// Posts of other sites that an article shows: their words, their author and their day are the article's.
struct EmbeddedPosts {
    let page: Page

    /// The elements that hold one and are no quotation in markup: "tweet" boxes that a server wrote.
    let boxes: Set<Int>
    private let quotes: [Int]

    static let marks = [
        "twitter-tweet", "twitter-video", "mastodon-embed", "bluesky-embed",
        "fb-xfbml-parse-ignore",
    ]
    static let linkMarks = [
        "instagram-media", "tiktok-embed", "fb-post", "threads-embed", "text-post-media",
        "reddit-embed", "reddit-card", "telegram-post",
    ]
    static let boxMarks = [
        "tweet", "tweet-embed", "twitter-embed", "embedded-tweet", "toot",
    ]
    /// A post has fewer passages.
    private static let longest = 12

    init(page: Page) {
        self.page = page
        var boxes: Set<Int> = []
        var quotes: [Int] = []
        var node = 0
        while node < page.tree.nodes.count {
            let tag = page.tag(node)
            if tag == .text || !page.signs[node].contains(.post) {
                node += 1
            } else if tag == .blockquote, Self.bears(Self.marks, node, page.tree) {
                quotes.append(node)
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
            for index in range { kept[index] = true }
        }
    }

    /// Whether a quotation stands for a post of another site.
    static func isPost(_ node: Int, in tree: HTMLTree) -> Bool {
        bears(linkMarks + marks, node, tree)
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
