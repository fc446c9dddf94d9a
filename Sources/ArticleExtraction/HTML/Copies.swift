import LibXML

/// Drops what a page says twice for its looks: pull quotes, and copies for screens of another size.
struct Copies {
    let page: Page

    private static let maxQuotes = 24
    private static let shortestQuote: Float = 5
    private static let longestQuote: Float = 70
    /// A quotation without a name is a copy only of a paragraph as near as this many passages.
    private static let reach = 8

    func drop(from kept: inout [Bool]) {
        dropScreens(&kept)
        dropTwins(&kept)
        TableCards(page: page).drop(from: &kept)
        dropPullQuotes(&kept)
        dropBeginning(&kept)
    }

    /// A summary, or the first paragraphs, that the page says again elsewhere in the same words: what stands there goes on.
    private func dropBeginning(_ kept: inout [Bool]) {
        let body = page.passages.indices.filter { kept[$0] }
        var repeated: [Int] = []
        var twin = 0
        for (place, index) in body.prefix(Self.longestBeginning).enumerated() {
            let later = body.indices.dropFirst(max(place, twin) + 1)
            guard let next = later.first(where: { isElsewhere(body[$0], than: index) }) else {
                break
            }
            twin = next
            repeated.append(index)
        }
        // Short lines recur by chance.
        while let last = repeated.last, page.passages[last].census.length < Self.leastRepeated {
            repeated.removeLast()
        }
        for index in repeated { kept[index] = false }
    }

    /// Whether it says the same in another part of the page, and neither is an item of a list or a cell.
    private func isElsewhere(_ other: Int, than index: Int) -> Bool {
        let blocks = (page.passages[index].block, page.passages[other].block)
        return page.bytes(other) == page.bytes(index)
            && page.parent(blocks.0) != page.parent(blocks.1)
            && [blocks.0, blocks.1].allSatisfy { ![.li, .td, .th].contains(page.tag($0)) }
    }

    /// Words.
    private static let leastRepeated: Float = 12
    /// Passages.
    private static let longestBeginning = 40

    /// The second of two passages of one text, where one of them is for some screens only.
    private func dropScreens(_ kept: inout [Bool]) {
        var first: [UInt64: Int] = [:]
        for index in page.passages.indices where kept[index] {
            let passage = page.passages[index]
            guard passage.census.length >= 4 else { continue }
            let hash = BytesHash.of(page.bytes(index).span)
            guard let earlier = first[hash] else {
                first[hash] = index
                continue
            }
            guard page.bytes(index) == page.bytes(earlier) else { continue }
            let screens = (screens(of: index), screens(of: earlier))
            // Both are shown at once where the same screens are named around both, but for what stands side by side.
            if screens.0 != screens.1 || index == earlier + 1 && !screens.0.isEmpty {
                kept[index] = false
                first[hash] = index
                dropTwin(of: earlier, around: index, &kept)
            }
        }
    }

    /// Where all of the element for some screens says what the other one says, its short lines go as well.
    private func dropTwin(of earlier: Int, around index: Int, _ kept: inout [Bool]) {
        guard let copy = element(around: index), let other = element(around: earlier), copy != other
        else { return }
        let passages = (page.passages(of: copy), page.passages(of: other))
        guard passages.0.count == passages.1.count,
            zip(passages.0, passages.1).allSatisfy({ page.bytes($0) == page.bytes($1) })
        else { return }
        for passage in passages.0 { kept[passage] = false }
    }

    /// The second of two elements that say the same in several lines, however short, each for other screens.
    private func dropTwins(_ kept: inout [Bool]) {
        var first: [Int: Int] = [:]
        for node in page.tree.nodes.indices where page.signs[node].contains(.screens) {
            let passages = page.passages(of: node)
            guard passages.count > 1, kept[passages.lowerBound] else { continue }
            let length = page.sum(passages).length
            guard (Self.shortestTwin...Self.longestTwin).contains(length) else { continue }
            let key = Int(length * 8) << 12 | min(passages.count, 4_095)
            guard let earlier = first[key] else {
                first[key] = node
                continue
            }
            // One in the other is one.
            guard Int(page.tree.nodes[earlier].end) <= node, isTwin(node, of: earlier) else {
                continue
            }
            for passage in passages { kept[passage] = false }
        }
    }

    private static let shortestTwin: Float = 4
    private static let longestTwin: Float = 1_500

    private func isTwin(_ node: Int, of earlier: Int) -> Bool {
        let (own, other) = (screens(namedBy: node), screens(namedBy: earlier))
        guard !own.isEmpty, !other.isEmpty, own != other else { return false }
        let (one, two) = (page.passages(of: node), page.passages(of: earlier))
        return one.count == two.count
            && zip(one, two).allSatisfy { page.bytes($0) == page.bytes($1) }
    }

    private func screens(namedBy node: Int) -> Set<Substring> {
        guard let names = page.tree.attribute(.class, of: node), names.utf8.count < 300 else {
            return []
        }
        return Set(names.lowercased().split(separator: " ").filter(Self.isOfScreens))
    }

    /// The outermost element around a line that names screens.
    private func element(around index: Int) -> Int? {
        var found: Int?
        _ = names(of: index, levels: 8, bearing: .screens) { names, node in
            if names.split(separator: " ").contains(where: Self.isOfScreens) { found = node }
            return false
        }
        return found
    }

    /// "mobile-only", and what frameworks write: "md:hidden" (Tailwind), "d-lg-none" (Bootstrap).
    private static func isOfScreens(_ name: Substring) -> Bool {
        if screens.contains(where: name.contains) { return true }
        let words = name.split { $0 == ":" || $0 == "-" }
        return words.contains { ["sm", "md", "lg", "xl", "xxl", "2xl"].contains($0) }
            && words.contains {
                ["hidden", "none", "block", "flex", "inline", "grid"].contains($0)
            }
    }

    private static let screens = [
        "mobile", "desktop", "tablet", "phone", "hidden-", "visible-", "show-for", "hide-for",
        "d-none", "-only",
    ]

    /// The names around a line that name screens.
    private func screens(of index: Int) -> Set<Substring> {
        var found: Set<Substring> = []
        _ = names(of: index, levels: 8, bearing: .screens) { names, _ in
            for name in names.split(separator: " ")
            where Self.isOfScreens(name) {
                found.insert(name)
            }
            return false
        }
        return found
    }

    /// Whether the class names of one of the elements around a line are what is looked for, the innermost first.
    ///
    /// - Parameter signs: elements that bear none of these are passed over.
    private func names(
        of index: Int, levels: Int, bearing signs: NameSigns? = nil,
        _ matches: (_ names: String, _ node: Int) -> Bool
    ) -> Bool {
        var node = page.passages[index].block
        for _ in 0..<levels where node > 0 {
            if page.tag(node) == .body || page.tag(node) == .article { return false }
            let isAsked = signs.map { !page.signs[node].isDisjoint(with: $0) } ?? true
            if isAsked, let name = page.tree.bytes(.class, of: node), name.count < 300,
                matches(String(decoding: name, as: UTF8.self).lowercased(), node)
            {
                return true
            }
            node = page.parent(node)
        }
        return false
    }

    private static let pull = Needles(["pull"])

    private func dropPullQuotes(_ kept: inout [Bool]) {
        var quotes: [(index: Int, isNamed: Bool)] = []
        for index in page.passages.indices where kept[index] {
            let length = page.passages[index].census.length
            guard (Self.shortestQuote...Self.longestQuote).contains(length),
                quotes.count < Self.maxQuotes,
                isQuotation(index)
            else { continue }
            let isNamed = names(of: index, levels: 4) { name, _ in
                ["pull", "callout", "tweetable", "click-to-tweet", "highlight"].contains(
                    where: name.contains)
            }
            if isNamed || length >= 8 { quotes.append((index, isNamed)) }
        }
        for (index, isNamed) in quotes {
            let words = Self.bare(page.bytes(index))
            let range = isNamed ? 0...Int.max : max(0, index - Self.reach)...(index + Self.reach)
            let isCopy = page.passages.indices.contains { other in
                other != index && kept[other] && range.contains(other)
                    && page.passages[other].text.count >= words.count && !isQuotation(other)
                    && Self.bare(page.bytes(other)).span.holds(words.span)
            }
            if isCopy { kept[index] = false }
        }
    }

    /// Within a quotation, an aside or a figure.
    private func isQuotation(_ index: Int) -> Bool {
        var node = page.passages[index].block
        for _ in 0..<4 where node > 0 {
            switch page.tag(node) {
            case .blockquote, .aside, .figure: return true
            case .body, .article, .main, .td, .li: return false
            default: break
            }
            if page.signs[node].contains(.pullQuote), let name = page.tree.bytes(.class, of: node),
                name.count < 300, Self.pull.stand(in: name.span)
            {
                return true
            }
            node = page.parent(node)
        }
        return false
    }

    /// Letters and digits of ASCII in lower case, other characters as they are, no spaces and no marks.
    private static func bare(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == 0xE2, index + 2 < bytes.endIndex, bytes[index + 1] == 0x80 {
                index += 3
                continue
            }
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x80...: out.append(byte)
            case 0x41...0x5A: out.append(byte | 0x20)
            default: break
            }
            index += 1
        }
        return out
    }
}
