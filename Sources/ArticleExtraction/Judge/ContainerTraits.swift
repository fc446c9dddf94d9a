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
    /// The figures of the containers around the block, a row each, and the passages of each. They are the same for all
    /// passages of the block, but for the place within.
    private var rows: [Float] = []
    private var ranges: [Range<Int>] = []
    private static let width = names.count / levels
    /// Where in a row the place stands.
    private static let placeColumn = 7

    init(_ page: Page, _ prose: ProseSums, _ anchors: PageAnchors) {
        self.prose = prose
        self.anchors = anchors
        whole = max(1, page.sum(of: 0).length)
    }

    mutating func append(_ index: Int, of page: Page, to row: inout OutputSpan<Float>) {
        let passage = page.passages[index]
        if passage.block != block {
            block = passage.block
            read(block, page)
        }
        var place = row.count + Self.placeColumn
        for figure in rows { row.append(figure) }
        for range in ranges {
            row[place] = Float(index - range.lowerBound) / Float(max(1, range.count - 1))
            place += Self.width
        }
    }

    private mutating func read(_ start: Int, _ page: Page) {
        rows.removeAll(keepingCapacity: true)
        ranges.removeAll(keepingCapacity: true)
        var node = start
        var up: Float = 0
        var last: Float = 0
        while ranges.count < Self.levels {
            let range = page.passages(of: node)
            let length = page.sum(range).length
            if ranges.isEmpty
                ? range.count > 1 || node == 0 : length > Self.growth * last || node == 0
            {
                ranges.append(range)
                add(node, range, up, page)
                last = length
            }
            if node > 0 {
                node = page.parent(node)
                up += 1
            }
        }
    }

    private mutating func add(_ node: Int, _ range: Range<Int>, _ up: Float, _ page: Page) {
        let sum = page.sum(range)
        let length = max(0.5, sum.length)
        let tag = page.tag(node)
        rows.append(sum.length)
        rows.append(sum.length / whole)
        rows.append(sum.linkDensity)
        rows.append(Float(range.count))
        rows.append(sum.sentenceEnds / length)
        rows.append(prose.length(range) / length)
        rows.append(Float(prose.count(range)))
        rows.append(0)
        rows.append(Furnishing.weight(page.roles[node]))
        rows.append(tag == .article || tag == .main ? 1 : 0)
        rows.append(up)
        rows.append(PageAnchors.holds(range, anchors.title))
        rows.append(PageAnchors.holds(range, anchors.h1))
        rows.append(PageAnchors.holds(range, anchors.description))
    }
}
