import LibXML

/// Passages that stand at the same kind of place: how many there are, and what they are like together. Items
/// of lists and cards repeat; the paragraphs of an article do too, and are longer.
struct GroupTraits {
    static let names: [String] =
        ["path", "class"].flatMap { kind in
            ["count", "length", "share", "links", "prose", "place"].map { "same \(kind) \($0)" }
        } + [
            "siblings", "sibling place", "items", "item length", "item links", "item place",
            "item up",
            "posts", "post length", "post share", "post links", "post rank", "post own length",
            "post prose", "post title", "post description", "post h1",
        ]

    private struct Group {
        var count: Float = 0
        var length: Float = 0
        var linked: Float = 0
        var prose: Float = 0
        var seen: Float = 0

        mutating func add(_ passage: Passage) {
            count += 1
            length += passage.census.length
            linked += passage.linked.length
            if ProseSums.isProse(passage) { prose += passage.census.length }
        }
    }

    /// A node among the children of its parent that have its tag and class.
    private struct Place {
        var count: Int32 = 0
        var length: Float = 0
        var linked: Float = 0
        var prose: Float = 0
    }

    private let prose: ProseSums
    private let anchors: PageAnchors
    private let whole: Float
    /// For each passage the groups it belongs to.
    private var groupOf: [(path: Int32, named: Int32)] = []
    private var groups: [Group] = []
    private var places: [Place] = []
    private var placeOf: [Int32]
    /// The same for nodes whose class says the same of their role: posts bear classes in turn.
    private var postOf: [Int32]
    private var rankOf: [Int32]
    private var postRankOf: [Int32]

    init(_ page: Page, _ prose: ProseSums, _ anchors: PageAnchors) {
        self.prose = prose
        self.anchors = anchors
        whole = max(1, page.sum(of: 0).length)
        let count = page.tree.nodes.count
        placeOf = [Int32](repeating: -1, count: count)
        postOf = placeOf
        rankOf = [Int32](repeating: 0, count: count)
        postRankOf = rankOf
        var tagPath = [UInt64](repeating: 0, count: count)
        var classPath = [UInt64](repeating: 0, count: count)
        var keys = KeyNumbers()
        for node in page.tree.nodes.indices where page.tag(node) != .text {
            let parent = page.parent(node)
            let tag = UInt64(page.tag(node).rawValue)
            let own = Self.mix(tag, Self.classHash(node, page.tree))
            tagPath[node] = Self.mix(tagPath[parent], tag)
            classPath[node] = Self.mix(classPath[parent], own)
            guard !page.passages(of: node).isEmpty else { continue }
            let brothers = UInt64(parent) &+ 1
            (placeOf[node], rankOf[node]) = join(node, key: Self.mix(own, brothers), page, &keys)
            let alike = Self.mix(tag &+ 1_000, UInt64(page.roles[node].rawValue))
            (postOf[node], postRankOf[node]) = join(
                node, key: Self.mix(alike, brothers), page, &keys)
        }
        group(page, tagPath, classPath)
    }

    private mutating func join(
        _ node: Int, key: UInt64, _ page: Page, _ keys: inout KeyNumbers
    ) -> (place: Int32, rank: Int32) {
        let number = keys.number(key)
        var place = number < places.count ? places[number] : Place()
        let range = page.passages(of: node)
        let sum = page.sum(range)
        place.count += 1
        place.length += sum.length
        place.linked += sum.linked
        place.prose += prose.length(range)
        if number < places.count { places[number] = place } else { places.append(place) }
        return (Int32(number), place.count - 1)
    }

    private mutating func group(_ page: Page, _ tagPath: [UInt64], _ classPath: [UInt64]) {
        var keys = KeyNumbers()
        for passage in page.passages {
            let path = slot(tagPath[passage.block], &keys)
            let named = slot(classPath[passage.block] ^ 1, &keys)
            groupOf.append((path, named))
            groups[Int(path)].add(passage)
            groups[Int(named)].add(passage)
        }
    }

    private mutating func slot(_ key: UInt64, _ keys: inout KeyNumbers) -> Int32 {
        let number = keys.number(key)
        if number == groups.count { groups.append(Group()) }
        return Int32(number)
    }

    /// Passages are asked for in order: their place in the group is counted on the way.
    mutating func append(_ index: Int, of page: Page, to row: inout OutputSpan<Float>) {
        appendGroup(Int(groupOf[index].path), &row)
        appendGroup(Int(groupOf[index].named), &row)
        appendItems(page.passages[index].block, page, &row)
        appendPosts(page.passages[index].block, page, &row)
    }

    private mutating func appendGroup(_ slot: Int, _ row: inout OutputSpan<Float>) {
        let group = groups[slot]
        let length = max(0.5, group.length)
        row.append(group.count)
        row.append(group.length / group.count)
        row.append(group.length / whole)
        row.append(group.linked / length)
        row.append(group.prose / length)
        row.append(group.seen / max(1, group.count - 1))
        groups[slot].seen += 1
    }

    private func appendItems(_ block: Int, _ page: Page, _ row: inout OutputSpan<Float>) {
        let own = placeOf[block]
        row.append(own < 0 ? 0 : Float(places[Int(own)].count))
        row.append(Float(rankOf[block]))
        var node = block
        var up: Float = 0
        while node > 0 {
            let index = Int(placeOf[node])
            if index >= 0, places[index].count >= 3, page.tag(node) != .p {
                let place = places[index]
                row.append(Float(place.count))
                row.append(place.length / Float(place.count))
                row.append(place.linked / max(0.5, place.length))
                row.append(Float(rankOf[node]))
                row.append(up)
                return
            }
            node = page.parent(node)
            up += 1
        }
        row.append(repeating: 0, count: 4)
        row.append(30)
    }

    /// The outermost of several long siblings of one kind: posts of a forum, articles one after another.
    private func appendPosts(_ block: Int, _ page: Page, _ row: inout OutputSpan<Float>) {
        var node = block
        var found = -1
        while node > 0 {
            let index = Int(postOf[node])
            if index >= 0, places[index].count >= 2, page.tag(node) != .p,
                places[index].prose > 0.2 * whole,
                places[index].length > 30 * Float(places[index].count)
            {
                found = node
            }
            node = page.parent(node)
        }
        guard found >= 0 else {
            row.append(repeating: 0, count: 7)
            row.append(repeating: -1, count: 3)
            return
        }
        let place = places[Int(postOf[found])]
        row.append(Float(place.count))
        row.append(place.length / Float(place.count))
        row.append(place.length / whole)
        row.append(place.linked / max(0.5, place.length))
        row.append(Float(postRankOf[found]))
        row.append(page.sum(of: found).length)
        row.append(place.prose / max(0.5, place.length))
        let range = page.passages(of: found)
        row.append(PageAnchors.holds(range, anchors.title))
        row.append(PageAnchors.holds(range, anchors.description))
        row.append(PageAnchors.holds(range, anchors.h1))
    }

    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = (left ^ right &+ 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
        return product ^ product >> 29
    }

    private static func classHash(_ node: Int, _ tree: HTMLTree) -> UInt64 {
        tree.bytes(.class, of: node).map { BytesHash.of($0.span) } ?? 0
    }
}
