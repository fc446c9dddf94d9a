import BriefModel

/// What two texts state where they differ: short sentences, items of lists and headings that only one of them has.
///
/// Two copies of an article differ in furniture there. What both say in one place, and each otherwise, was edited, however
/// short it is: "He walked free."
struct GapStatements {
    private let left: WordSequence
    private let right: WordSequence

    /// More blocks of a gap are not looked at, nor more gaps for blocks that moved.
    private static let most = 60

    init(_ left: WordSequence, _ right: WordSequence) {
        (self.left, self.right) = (left, right)
    }

    /// Whether both texts have something to say in a gap that the other does not say word for word.
    func areOpposed(in gap: TextAlignment.Gap) -> Bool {
        guard !gap.left.isEmpty, !gap.right.isEmpty else { return false }
        let isFirst = gap.left.lowerBound == 0 || gap.right.lowerBound == 0
        let isLast = gap.left.upperBound == left.count || gap.right.upperBound == right.count
        let ours = statements(left, gap.left, unless: right)
        guard !ours.isEmpty else { return false }
        let theirs = statements(right, gap.right, unless: left)
        if ours.contains(where: \.isSentence), theirs.contains(where: \.isSentence) { return true }
        // Names, headlines and days stand before a text.
        if isFirst || theirs.isEmpty { return false }
        if !isLast { return true }
        // Behind it a list has as many items as its other version.
        return ours.count >= 2 && ours.count == theirs.count
    }

    /// Fewer words say little: "It rained again."
    private static let leastAddition = 5

    /// The sentences that only the left text has before or behind what both have, but for furniture.
    func additions(in alignment: TextAlignment) -> [String] {
        alignment.gaps.flatMap { gap -> [String] in
            let isFirst = gap.left.lowerBound == 0 && gap.right.lowerBound == 0
            let isLast =
                gap.left.upperBound == left.count && gap.right.upperBound == right.count
            guard isFirst || isLast, !gap.left.isEmpty else { return [] }
            return statements(left, gap.left, unless: right)
                .filter { $0.isSentence && $0.words.count >= Self.leastAddition }
                .map { String($0.text) }
        }
    }

    private func statements(
        _ text: WordSequence, _ words: Range<Int>, unless other: WordSequence
    ) -> [WordSequence.Block] {
        text.blocks(of: words).prefix(Self.most).filter { block in
            words.lowerBound <= block.words.lowerBound && block.words.upperBound <= words.upperBound
                && !FurnitureLine.isFurniture(block)
                && !other.says(text.numbers[block.words])
        }
    }

    /// Whether blocks of a list stand in another order: a ranking. What moves over a paragraph, or at the beginning, is a
    /// caption or a byline.
    func areReordered(in alignment: TextAlignment) -> Bool {
        var (ours, theirs): ([UInt64: Int], [UInt64: Int]) = ([:], [:])
        for gap in alignment.gaps where gap.left.isEmpty != gap.right.isEmpty {
            let isLeft = gap.right.isEmpty
            let (text, words) = isLeft ? (left, gap.left) : (right, gap.right)
            guard text.areWhole(words) else { continue }
            for block in text.blocks(of: words).prefix(Self.most) {
                let hash = Shingling.hash(of: text.numbers[block.words])
                // The word of the left text that it stands before.
                let place = gap.left.lowerBound
                if isLeft { ours[hash] = place } else { theirs[hash] = place }
                guard let from = ours[hash], let to = theirs[hash],
                    !FurnitureLine.isFurniture(block), areItems(from, to)
                else { continue }
                return true
            }
        }
        return false
    }

    /// Whether the blocks between two words of the left text are no prose, and prose stands before them.
    private func areItems(_ one: Int, _ other: Int) -> Bool {
        let words = min(one, other)..<max(one, other)
        let blocks = left.blocks(of: words)
        guard let first = blocks.first, blocks.count <= Self.most,
            !blocks.contains(where: TextComparison.isProse)
        else { return false }
        return left.blocks.prefix(left.blockOfWord[first.words.lowerBound])
            .contains(where: TextComparison.isProse)
    }
}

extension WordSequence {
    /// Whether words stand in a row somewhere.
    fileprivate func says(_ words: ArraySlice<UInt64>) -> Bool {
        guard let first = words.first, words.count <= count else { return false }
        for start in 0...(count - words.count) where numbers[start] == first {
            if numbers[start..<start + words.count] == words { return true }
        }
        return false
    }
}
