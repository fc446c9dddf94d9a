import LibXML

/// Where on the page a passage stands, and how much it repeats the title or another passage.
struct PositionTraits {
    static let names = [
        "place", "words before", "prose before", "prose after", "place from end", "title overlap",
        "title share", "from title", "from h1", "from description", "description share",
        "description peak", "copies", "articles before", "article length",
        "article rank", "comments before", "footer before",
        "h1 before", "h2 before", "dates before", "dates",
    ]

    private let prose: ProseSums
    private let whole: Float
    private let anchors: PageAnchors
    /// For each passage the number of its text, and for each text how many passages bear it.
    private var textOf: [Int32] = []
    private var copies: [Float] = []
    /// For each passage the outermost element of posts that it stands in, counted from 1; 0 where none.
    private var post: [Int32]
    private var postLength: [Float] = [0]
    private var postsBefore: [Int32]
    private var commentsBefore: [Int32]
    private var footerBefore: [Int32]
    private var headingsBefore: [(h1: Int32, h2: Int32)] = []
    private var datesBefore: [Int32] = []

    init(_ page: Page, _ prose: ProseSums, _ anchors: PageAnchors) {
        self.anchors = anchors
        self.prose = prose
        whole = max(1, page.sum(of: 0).length)
        post = [Int32](repeating: 0, count: page.passages.count)
        postsBefore = post
        commentsBefore = post
        footerBefore = post
        readCopies(page)
        readElements(page)
        readHeads(page)
    }

    private mutating func readCopies(_ page: Page) {
        var texts = KeyNumbers()
        textOf.reserveCapacity(page.passages.count)
        for index in page.passages.indices {
            let text = texts.number(BytesHash.of(page.bytes(index).span))
            textOf.append(Int32(text))
            if text == copies.count { copies.append(1) } else { copies[text] += 1 }
        }
    }

    private mutating func readElements(_ page: Page) {
        var node = 0
        while node < page.tree.nodes.count {
            let range = page.passages(of: node)
            let isPost = page.tag(node) == .article && !range.isEmpty
            if isPost {
                let rank = Int32(postLength.count)
                postLength.append(page.sum(range).length)
                for index in range { post[index] = rank }
                node = Int(page.tree.nodes[node].end)
            } else {
                node += 1
            }
        }
        var comments: Int32 = 0
        var footers: Int32 = 0
        var starts = page.tree.nodes.indices.makeIterator()
        var next = starts.next()
        for index in page.passages.indices {
            while let node = next, node < page.passages[index].nodes.lowerBound {
                if page.roles[node].contains(.comments) { comments += 1 }
                if page.tag(node) == .footer || page.roles[node].contains(.footer) { footers += 1 }
                next = starts.next()
            }
            commentsBefore[index] = comments
            footerBefore[index] = footers
            postsBefore[index] = max(index > 0 ? postsBefore[index - 1] : 0, post[index])
        }
    }

    /// A second headline with its date begins another article.
    private mutating func readHeads(_ page: Page) {
        var h1: Int32 = 0
        var h2: Int32 = 0
        var dates: Int32 = 0
        for passage in page.passages {
            headingsBefore.append((h1, h2))
            datesBefore.append(dates)
            switch page.tag(passage.block).headingLevel {
            case 1: h1 += 1
            case 2: h2 += 1
            default:
                let census = passage.census
                if census.length < 12, census.digits >= 4, census.sentenceEnds == 0 { dates += 1 }
            }
        }
        datesBefore.append(dates)
    }

    func append(_ index: Int, of page: Page, to row: inout OutputSpan<Float>) {
        let before = page.sum(0..<index).length
        row.append(Float(index) / Float(max(1, page.passages.count - 1)))
        row.append(before / whole)
        row.append(prose.length(0..<index))
        row.append(prose.length(index..<page.passages.count))
        row.append(Float(page.passages.count - index))
        row.append(anchors.titleOverlap[index])
        row.append(anchors.titleShare[index])
        row.append(anchors.title.map { Float(index - $0) } ?? -100)
        row.append(anchors.h1.map { Float(index - $0) } ?? -100)
        row.append(anchors.description.map { Float(index - $0) } ?? -100)
        row.append(anchors.descriptionShare[index])
        row.append(anchors.descriptionPeak)
        row.append(copies[Int(textOf[index])])
        row.append(Float(postsBefore[index]))
        row.append(postLength[Int(post[index])])
        row.append(Float(post[index]))
        row.append(Float(commentsBefore[index]))
        row.append(Float(footerBefore[index]))
        row.append(Float(headingsBefore[index].h1))
        row.append(Float(headingsBefore[index].h2))
        row.append(Float(datesBefore[index]))
        row.append(Float(datesBefore[page.passages.count]))
    }
}
