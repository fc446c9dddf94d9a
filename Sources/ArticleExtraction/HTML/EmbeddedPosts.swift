import LibXML

/// Posts of other sites that an article shows: their words, their author and their day are the article's.
struct EmbeddedPosts {
    let page: Page

    /// The elements that hold one and are no quotation in markup: "tweet" boxes that a server wrote.
    let boxes: Set<Int>
    private let quotes: [Int]
    /// Cards that lead elsewhere, which the writer of an article put into it.
    private let bookmarks: [Int]
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
        var bookmarks: [Int] = []
        var node = 0
        while node < page.tree.nodes.count {
            let tag = page.tag(node)
            if tag == .a, let box = Self.box(ofPost: node, in: page), boxes.insert(box).inserted {
                quotes.append(box)
                node = max(node + 1, Int(page.tree.nodes[box].end))
            } else if tag == .text || !page.signs[node].contains(.post) {
                node += 1
            } else if tag == .blockquote, Self.isPost(node, in: page.tree) {
                if Self.bears(Self.marks, node, page.tree) {
                    quotes.append(node)
                } else {
                    links.append(node)
                }
                node = Int(page.tree.nodes[node].end)
            } else if tag == .figure, Self.isBookmark(node, in: page.tree) {
                bookmarks.append(node)
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
        self.bookmarks = bookmarks
    }

    /// Whether an element is a card that leads elsewhere: Notion, Ghost and others name it so.
    static func isBookmark(_ node: Int, in tree: HTMLTree) -> Bool {
        tree.attribute(.class, of: node)?.lowercased().contains("bookmark") ?? false
    }

    /// The box that a server wrote around a post, with any names: it links to the post, and says whose it is.
    private static func box(ofPost link: Int, in page: Page) -> Int? {
        // Posts stand at other sites.
        guard let address = page.tree.bytes(.href, of: link), (20..<300).contains(address.count),
            address.starts(with: "http".utf8), postPaths.stand(in: address.span)
        else { return nil }
        let parts = MediaAddress.parts(
            of: String(decoding: address, as: UTF8.self).lowercased())
        guard MediaAddress.isPost(parts.host, parts.path) else { return nil }
        var found: Int?
        var node = page.parent(link)
        for _ in 0..<6 where node > 0 {
            let passages = page.passages(of: node)
            guard passages.count <= longest, page.sum(passages).length <= longestBox else { break }
            switch page.tag(node) {
            case .div: if holdsPost(passages, in: page) { found = node }
            case .span, .p, .time: break
            default: return found
            }
            node = page.parent(node)
        }
        return found
    }

    /// Whether one of some lines is a handle, and others say something.
    private static func holdsPost(_ passages: Range<Int>, in page: Page) -> Bool {
        let handles = passages.filter { isHandle($0, in: page) }
        let said =
            passages.lazy.filter { !handles.contains($0) }
            .map { page.passages[$0].census.length }.max() ?? 0
        return !handles.isEmpty && handles.count <= 2 && said >= leastSaid
    }

    private static let leastSaid: Float = 5

    /// "Bay Ferry @bayferry"
    private static func isHandle(_ index: Int, in page: Page) -> Bool {
        guard page.passages[index].census.length <= 8 else { return false }
        let bytes = page.bytes(index)
        return bytes.indices.contains {
            bytes[$0] == 0x40
                && ($0 == bytes.startIndex || bytes[$0 - 1] == 0x20 || bytes[$0 - 1] == 0x28)
                && $0 + 2 < bytes.endIndex && bytes[$0 + 1] > 0x2F
        }
    }

    private static let postPaths = Needles([
        "/status/", "/post", "/p/", "/permalink", "/comments/", "/feed/update/",
    ])
    private static let longestBox: Float = 90

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
        for node in bookmarks {
            let range = page.passages(of: node)
            guard let title = range.first, range.count <= Self.longest,
                !range.contains(where: { kept[$0] }),
                kept[..<title].suffix(3).contains(true)
                    || kept[range.upperBound...].prefix(3).contains(true)
            else { continue }
            kept[title] = true
        }
        for node in links {
            let range = page.passages(of: node)
            let sum = page.sum(range)
            // "View this post", and below it whose it is.
            guard isLink(range) || sum.linked > 0 && sum.length <= Self.fewWords else { continue }
            for index in range { kept[index] = false }
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
        guard passage.census.length <= Self.longestAction else { return false }
        if passage.census.digits > 0, isCount(page.string(index)) { return true }
        guard passage.linked.length > 0 else {
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

    /// "12 Likes 3 Retweets"
    private func isCount(_ text: String) -> Bool {
        let line = FoldedLine(text)
        return line.words.indices.contains { !line.isNumber($0) }
            && line.words.indices.allSatisfy {
                line.isNumber($0) || Self.counted.contains(line.word($0))
            }
    }

    private static let counted: Set<String> = [
        "like", "likes", "retweet", "retweets", "repost", "reposts", "reply", "replies", "quote",
        "quotes", "view", "views", "share", "shares", "comment", "comments", "bookmarks", "boosts",
        "favorites", "favourites",
    ]

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
