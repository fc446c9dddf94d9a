import LibXML

/// The containers around a passage, each much larger than the one before: what else they hold.
struct ContainerTraits {
    private static let levels = 4
    /// A container counts as another one when it holds so many times the words.
    private static let growth: Float = 1.3

    static let names: [String] = (0..<levels).flatMap { level in
        [
            "length", "share", "links", "passages", "sentences", "prose", "proses", "place",
            "roles",
            "article", "up", "title", "h1", "description",
        ].map { "container \(level) \($0)" }
    }

    private let prose: ProseSums
    private let anchors: PageAnchors
    private let whole: Float
    private var block = -1
    private var chain: [(range: Range<Int>, favour: Float, isArticle: Bool, up: Float)] = []

    init(_ page: Page, _ prose: ProseSums, _ anchors: PageAnchors) {
        self.prose = prose
        self.anchors = anchors
        whole = max(1, page.sum(of: 0).length)
    }

    mutating func append(_ index: Int, of page: Page, to row: inout [Float]) {
        let passage = page.passages[index]
        if passage.block != block {
            block = passage.block
            read(block, page)
        }
        for (range, favour, isArticle, up) in chain {
            let sum = page.sum(range)
            let length = max(0.5, sum.length)
            row.append(sum.length)
            row.append(sum.length / whole)
            row.append(sum.linkDensity)
            row.append(Float(range.count))
            row.append(sum.sentenceEnds / length)
            row.append(prose.length(range) / length)
            row.append(Float(prose.count(range)))
            row.append(Float(index - range.lowerBound) / Float(max(1, range.count - 1)))
            row.append(favour)
            row.append(isArticle ? 1 : 0)
            row.append(up)
            for anchor in [anchors.title, anchors.h1, anchors.description] {
                row.append(PageAnchors.holds(range, anchor))
            }
        }
    }

    private mutating func read(_ start: Int, _ page: Page) {
        chain.removeAll(keepingCapacity: true)
        var node = start
        var up: Float = 0
        var last: Float = 0
        while chain.count < Self.levels {
            let range = page.passages(of: node)
            let length = page.sum(range).length
            if chain.isEmpty
                ? range.count > 1 || node == 0 : length > Self.growth * last || node == 0
            {
                let tag = page.tag(node)
                chain.append(
                    (
                        range, Furnishing.weight(page.roles[node]),
                        tag == .article || tag == .main, up
                    ))
                last = length
            }
            if node > 0 {
                node = page.parent(node)
                up += 1
            }
        }
    }
}
