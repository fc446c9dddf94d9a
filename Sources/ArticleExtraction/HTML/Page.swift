import LibXML

/// A page as extraction sees it: the tree, its passages in order, and what class names say.
struct Page: Sendable {
    let tree: HTMLTree
    let passages: [Passage]
    /// The clean text of all passages, one after another.
    let text: [UInt8]
    /// For every node, and one past the last, how many passages begin before it.
    let passageAt: [Int32]
    /// For every node what its class, id and role say; empty for text.
    let roles: [Roles]
    /// For every node which rules have to look closer at its names; empty for text.
    let signs: [NameSigns]
    /// The elements that bear `itemprop` or `rel`, in order.
    let labelled: [Int]
    /// The elements that class names or styles hide, beyond those that bear `unseen`.
    let hidden: Set<Int>
    /// The inline elements whose words are for those who have the page read aloud: no text of the page.
    let spoken: Set<Int>
    /// Sums over the passages before each index.
    private let sums: [Sum]

    struct Sum: Sendable {
        var length: Float = 0
        var linked: Float = 0
        var commas: Float = 0
        var sentenceEnds: Float = 0

        var linkDensity: Float { length > 0 ? linked / length : 0 }
    }

    init(
        tree: HTMLTree, passages: [Passage], text: [UInt8], passageAt: [Int32], roles: [Roles],
        signs: [NameSigns], labelled: [Int], hidden: Set<Int> = [], spoken: Set<Int> = []
    ) {
        self.tree = tree
        self.passages = passages
        self.text = text
        self.passageAt = passageAt
        self.roles = roles
        self.signs = signs
        self.labelled = labelled
        self.hidden = hidden
        self.spoken = spoken
        var sum = Sum()
        var sums = [sum]
        sums.reserveCapacity(passages.count + 1)
        for passage in passages {
            sum.length += passage.census.length
            sum.linked += passage.linked.length
            sum.commas += Float(passage.census.commas)
            sum.sentenceEnds += Float(passage.census.sentenceEnds)
            sums.append(sum)
        }
        self.sums = sums
    }

    /// The passages that begin below a node.
    func passages(of node: Int) -> Range<Int> {
        Int(passageAt[node])..<Int(passageAt[Int(tree.nodes[node].end)])
    }

    /// Whether all words of a passage stand in one element of its block that has one of these tags.
    func stands(_ passage: Passage, in tags: Set<HTMLTag>) -> Bool {
        var node = parent(passage.nodes.lowerBound)
        // Nobody nests deeper what a line stands in.
        for _ in 0..<8 where node > passage.block {
            if tags.contains(tag(node)) {
                return Int(tree.nodes[node].end) >= passage.nodes.upperBound
            }
            node = parent(node)
        }
        return false
    }

    func sum(_ range: Range<Int>) -> Sum {
        let low = sums[range.lowerBound]
        let high = sums[range.upperBound]
        return Sum(
            length: high.length - low.length, linked: high.linked - low.linked,
            commas: high.commas - low.commas, sentenceEnds: high.sentenceEnds - low.sentenceEnds)
    }

    func sum(of node: Int) -> Sum { sum(passages(of: node)) }

    /// The outermost elements that bear one of these roles; one with the tag `besides` is passed over, not what stands in
    /// it.
    func outermost(bearing wanted: Roles, besides: HTMLTag? = nil) -> [Int] {
        var found: [Int] = []
        var node = 0
        while node < tree.nodes.count {
            if !roles[node].isDisjoint(with: wanted), tag(node) != besides {
                found.append(node)
                node = Int(tree.nodes[node].end)
            } else {
                node += 1
            }
        }
        return found
    }

    /// The length of the passages that are kept, in words.
    func length(of kept: [Bool]) -> Float {
        var length: Float = 0
        for index in passages.indices where kept[index] { length += passages[index].census.length }
        return length
    }

    /// The text of the passages that are kept, one after another.
    func lines(_ kept: [Bool]) -> some Sequence<ArraySlice<UInt8>> {
        passages.indices.lazy.filter { kept[$0] }.map { bytes($0) }
    }

    func bytes(_ passage: Int) -> ArraySlice<UInt8> { text[passages[passage].text] }

    func string(_ passage: Int) -> String { String(decoding: bytes(passage), as: UTF8.self) }

    /// The addresses of the links among some nodes, in their order.
    func links(among nodes: some Sequence<Int>) -> [String] {
        nodes.filter { tag($0) == .a }.compactMap { tree.attribute(.href, of: $0) }
    }

    /// Whether a passage is the text of `<h1>` to `<h6>`.
    func isHeading(_ passage: Int) -> Bool { tag(passages[passage].block).headingLevel != nil }

    /// Whether a passage stands in a cell beside the head of its row: "Built | 4 May 1911".
    func isHeadedCell(_ passage: Int) -> Bool {
        var node = passages[passage].block
        for _ in 0..<3 where node > 0 && tag(node) != .td { node = parent(node) }
        guard tag(node) == .td else { return false }
        return (parent(node)..<node).contains { tag($0) == .th && parent($0) == parent(node) }
    }

    func tag(_ node: Int) -> HTMLTag { tree.nodes[node].tag }

    func parent(_ node: Int) -> Int { Int(tree.nodes[node].parent) }

    /// The nearest element that is no inline element, the node itself included.
    func block(around node: Int) -> Int {
        var node = node
        while node > 0, tree.nodes[node].tag.isInline { node = parent(node) }
        return node
    }
}
