import BriefModel

extension TextComparison {
    /// At the beginning stand a standfirst, a byline and a date at most: so many words.
    private static let head = 90
    /// A block of fewer words is no prose; nor is one of fewer than `caption` that does not end as a sentence.
    private static let phrase = 8
    private static let caption = 25

    /// Compares two texts, one block a line.
    public init(of text: String, with other: String) {
        let (left, right) = (WordSequence(text), WordSequence(other))
        let alignment = TextAlignment(left, right)
        self.init(
            lengthRatio: Double(min(left.count, right.count))
                / Double(max(1, left.count, right.count)),
            words: min(left.count, right.count))
        let statements = GapStatements(left, right)
        isEdited =
            !alignment.agreements(left, right).allSatisfy {
                left.writes($0.left, as: $0.right, of: right)
            } || statements.areReordered(in: alignment)
        for gap in alignment.gaps where !isEdited { judge(gap, left, right, statements) }
    }

    private mutating func judge(
        _ gap: TextAlignment.Gap, _ left: WordSequence, _ right: WordSequence,
        _ statements: GapStatements
    ) {
        // Words that are joined in one of them and not in the other: hyphens at line ends, numbers with exponents.
        if left.letters(of: gap.left) == right.letters(of: gap.right) {
            // 1.5 is not 15.
            isEdited = !left.writes(gap.left, as: gap.right, of: right)
            return
        }
        let isFirst = gap.left.lowerBound == 0 && gap.right.lowerBound == 0
        let isLast = gap.left.upperBound == left.count && gap.right.upperBound == right.count
        let isPair = !gap.left.isEmpty && !gap.right.isEmpty
        let isRetold =
            isPair && left.blocks(of: gap.left).contains(where: Self.isProse)
            && right.blocks(of: gap.right).contains(where: Self.isProse)
        if isRetold || isPair && Self.isReworded(gap, left, right)
            || statements.areOpposed(in: gap)
        {
            isEdited = true
            return
        }
        for (words, text) in [(gap.left, left), (gap.right, right)] where !words.isEmpty {
            if text.areWhole(words), text.blocks(of: words).contains(where: { text.states($0) }) {
                isEdited = true
            }
            if isFirst || isLast {
                judge(words, in: text, isFirst: isFirst, isPair: isPair)
            } else {
                judge(words, between: text, isPair: isPair)
            }
        }
    }

    /// Whether both sides of a gap are one block in two wordings, or state figures that differ.
    private static func isReworded(
        _ gap: TextAlignment.Gap, _ left: WordSequence, _ right: WordSequence
    ) -> Bool {
        let isMidway = gap.left.lowerBound > 0 && gap.left.upperBound < left.count
        // Numbers one a line are a result, wherever they stand.
        if areFigures(gap.left, in: left), areFigures(gap.right, in: right) { return true }
        if isMidway, left.hasDigit(gap.left), right.hasDigit(gap.right) { return true }
        let (ours, theirs) = (
            Set(left.numbers[gap.left]), Set(right.numbers[gap.right])
        )
        let common = ours.intersection(theirs).count
        return common >= 3 && common * 2 >= min(ours.count, theirs.count)
    }

    /// Whether words are whole lines of figures: a number that both pages of one text bear at their ends has words around.
    private static func areFigures(_ words: Range<Int>, in text: WordSequence) -> Bool {
        text.hasDigit(words)
            && text.blocks(of: words).allSatisfy { !$0.text.contains(where: \.isLetter) }
    }

    /// What only one text has at its beginning or end: blocks, or a few words before the first sentence (a dateline).
    private mutating func judge(
        _ words: Range<Int>, in text: WordSequence, isFirst: Bool, isPair: Bool
    ) {
        let blocks = text.blocks(of: words)
        proseAtEnds += blocks.filter(Self.isProse).reduce(0) { $0 + $1.length }
        if !text.areWhole(words) {
            isEdited = isEdited || !isFirst || isPair || words.count > 12
        }
        if isFirst {
            let prose = blocks.count { Self.isProse($0) }
            isEdited = isEdited || text.length(of: words) > Self.head || prose > 1
        }
        if blocks.contains(where: { $0.hasTime && Self.tells($0, among: blocks) }) {
            isContinued = true
        }
    }

    /// Whether an entry with a time of day tells something: in its own block, or in the next.
    private static func tells(
        _ block: WordSequence.Block, among blocks: ArraySlice<WordSequence.Block>
    ) -> Bool {
        isProse(block) || blocks.contains { isProse($0) }
    }

    /// What only one text has between blocks that both have.
    private mutating func judge(
        _ words: Range<Int>, between text: WordSequence, isPair: Bool
    ) {
        if text.areMarks(words), !isPair { return }
        guard text.areWhole(words) else {
            isEdited = true
            return
        }
        for block in text.blocks(of: words) where Self.isProse(block) {
            if isPair || block.hasQuotation || text.hasDigit(block.words) {
                isEdited = true
            } else {
                proseBetween += block.length
            }
        }
    }

    static func isProse(_ block: WordSequence.Block) -> Bool {
        block.length >= (block.isSentence ? phrase : caption)
    }
}

extension WordSequence {
    /// Whether a block is a sentence with a figure or a quotation in it: a text that has it says more, wherever it stands.
    fileprivate func states(_ block: Block) -> Bool {
        block.isSaid && (block.hasQuotation || hasFigure(block.words))
    }
}

extension IdentityRules {
    /// The rules of this module.
    public static let content = IdentityRules(
        identify: { Identity(text: $0) }, compare: { TextComparison(of: $0, with: $1) },
        liken: { TextLikeness.of($0, with: $1) },
        agree: { DocumentAgreement.holds($0, $1) },
        add: { text, other in
            let (left, right) = (WordSequence(text), WordSequence(other))
            return GapStatements(left, right).additions(in: TextAlignment(left, right))
        })
}
