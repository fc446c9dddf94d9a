import BriefModel

extension TextLikeness {
    /// A recurring part is set aside where so much is left: words, and of each text.
    private static let leastLeft = (words: 20, share: 0.1)
    /// What both have around other text is set aside where so much is left of each.
    private static let leastFramed = 0.3
    /// A block of more words is no heading.
    private static let heading = 10
    /// Of others that have more bytes in all, one after another is taken to pieces, twice: the pieces of a text take
    /// fifty times its room.
    static let held = 1 << 20

    /// How a text hangs together with each of others, one block a line; nil where the two are not nearly the same.
    ///
    /// What stands in two of the others besides the one that is compared recurs in their source: the About of a firm, the
    /// rules below a bulletin. It is set aside, unless next to nothing is left then, as of the copies of one release.
    public static func of(_ text: String, with others: [String]) -> [TextLikeness?] {
        of(text, with: others, holding: held)
    }

    /// - Parameter holding: bytes of the others that may be in pieces at once; nothing else depends on it.
    static func of(_ text: String, with others: [String], holding: Int) -> [TextLikeness?] {
        let left = RunText(WordSequence(text))
        let isHeld = others.reduce(0) { $0 + $1.utf8.count } <= holding
        let texts = isHeld ? others.map { RunText(WordSequence($0)) } : []
        let own = left.words.blockHashes
        let blocks =
            isHeld
            ? texts.map(\.words.blockHashes) : others.map { WordSequence($0).blockHashes }
        var count: [UInt64: Int] = [:]
        for theirs in blocks { for block in theirs { count[block, default: 0] += 1 } }
        return others.indices.map { index in
            let right = isHeld ? texts[index] : RunText(WordSequence(others[index]))
            let theirs = blocks[index]
            guard let whole = judge(left, right), !areFramed(left.words, right.words) else {
                return nil
            }
            let recurring = own.union(theirs).filter { block in
                count[block, default: 0] - (theirs.contains(block) ? 1 : 0) >= 2
            }
            if recurring.isEmpty { return whole }
            let rest = (left.words.without(recurring), right.words.without(recurring))
            let isOther =
                isEnough(rest.0, of: left.words) && isEnough(rest.1, of: right.words)
                && judge(RunText(rest.0), RunText(rest.1)) == nil
            return isOther ? nil : whole
        }
    }

    /// Whether two texts begin and end with the same blocks, and what stands between is other text: releases with one About,
    /// columns with one introduction.
    private static func areFramed(_ left: WordSequence, _ right: WordSequence) -> Bool {
        let most = min(left.blocks.count, right.blocks.count)
        let first = (0..<most).first { left.numbers(of: $0) != right.numbers(of: $0) } ?? most
        var last = 0
        while last < most - first,
            left.numbers(of: left.blocks.count - 1 - last)
                == right.numbers(of: right.blocks.count - 1 - last)
        {
            last += 1
        }
        guard first + last > 0 else { return false }
        let own = left.only(first..<left.blocks.count - last)
        let other = right.only(first..<right.blocks.count - last)
        let below = last > 0 ? left.blocks[left.blocks.count - last] : nil
        let isHeaded = below.map { !$0.isSentence && $0.words.count <= heading } ?? false
        let least = isHeaded ? leastLeft.share : leastFramed
        return isEnough(own, of: left, share: least) && isEnough(other, of: right, share: least)
            && judge(RunText(own), RunText(other)) == nil
    }

    private static func isEnough(
        _ rest: WordSequence, of text: WordSequence, share: Double = leastLeft.share
    ) -> Bool {
        rest.count >= leastLeft.words && Double(rest.count) >= share * Double(text.count)
    }

    private static func judge(_ left: RunText, _ right: RunText) -> TextLikeness? {
        let isShorter = left.words.count <= right.words.count
        let shared = SharedWords(isShorter ? left : right, isShorter ? right : left)
        guard let found = shared.likeness else { return nil }
        return isShorter ? found : found.reversed
    }
}

/// A text with the numbers of its runs of words, which each comparison asks for.
private struct RunText {
    let words: WordSequence
    /// In order.
    let runs: [UInt64]
    let all: Set<UInt64>

    init(_ words: WordSequence) {
        self.words = words
        let length = WordSequence.runLength
        runs = words.count < length ? [] : (0...(words.count - length)).map { words.run(at: $0) }
        all = Set(runs)
    }
}

/// What a shorter and a longer text have in common.
private struct SharedWords {
    private let shorter: Side
    private let longer: Side

    init(_ shorter: RunText, _ longer: RunText) {
        var (one, other) = (Side(shorter, longer.all), Side(longer, shorter.all))
        one.compare(with: other)
        other.compare(with: one)
        (self.shorter, self.longer) = (one, other)
    }

    /// As the shorter text sees it.
    var likeness: TextLikeness? {
        guard !isFilledIn else { return nil }
        let share = shorter.share
        if shorter.foreign <= 0.15, share >= 0.85, shorter.isRetold(or: 0.1) {
            // Of one text and an edited copy neither has much less than the other.
            let ratio = Double(shorter.count) / Double(longer.count)
            let isPart = ratio < 0.75 || ratio < 0.9 && longer.share < 0.9
            let kind: TextLikeness.Kind = isPart ? .excerptOf : .edited
            return TextLikeness(kind: kind, share: share)
        }
        if shorter.foreign <= 0.1, longer.foreign <= 0.1, share >= 0.6, longer.share >= 0.6,
            shorter.isRetold(or: 0), longer.isRetold(or: 0)
        {
            return TextLikeness(kind: .edited, share: share)
        }
        let common = Double(min(shorter.kept, longer.kept))
        guard common >= 0.6 * (Double(shorter.count + longer.count) - common) else { return nil }
        return TextLikeness(kind: .overlaps, share: share)
    }

    /// Whether a program filled other figures into the same words: the weather of two days, the results of two quarters.
    private var isFilledIn: Bool { shorter.hasOtherFigures && longer.hasOtherFigures }
}

/// One of the texts, as the other one has it.
private struct Side {
    /// A block of fewer words is no prose.
    private static let phrase = 8

    private let text: WordSequence
    /// Whether a word stands in a run of five that the other text has too.
    private var isShared: [Bool]
    let shared: Int
    /// Words in blocks of which the other text has next to all.
    private(set) var kept = 0
    /// How much the other text has of all other blocks, in words.
    private var retold = 1.0
    /// Words in blocks of which the other text has next to nothing, by all words.
    private(set) var foreign = 0.0
    private(set) var hasOtherFigures = false

    var count: Int { text.count }
    var share: Double { count == 0 ? 0 : Double(shared) / Double(count) }

    init(_ own: RunText, _ theirs: Set<UInt64>) {
        text = own.words
        var isShared = [Bool](repeating: false, count: text.count)
        var end = 0
        for start in own.runs.indices where theirs.contains(own.runs[start]) {
            let behind = start + WordSequence.runLength
            for word in max(start, end)..<behind { isShared[word] = true }
            end = behind
        }
        self.isShared = isShared
        shared = isShared.count { $0 }
        for block in text.blocks {
            let common = block.words.count { isShared[$0] }
            if common * 10 >= block.words.count * 9 { kept += block.words.count }
        }
        if kept < count {
            let common = text.blocks.reduce(0) { sum, block in
                let common = block.words.count { isShared[$0] }
                return common * 10 >= block.words.count * 9 ? sum : sum + common
            }
            retold = Double(common) / Double(count - kept)
        }
    }

    /// Whether what is not the same is other wording of the same, or no more than that part of the text. The reports of one
    /// desk share phrases, and no more.
    func isRetold(or part: Double) -> Bool {
        retold >= 0.5 || Double(count - kept) <= part * Double(count)
    }

    /// The words that the other text has not in a run.
    private var ownWords: [UInt64] {
        text.numbers.indices.lazy.filter { !isShared[$0] }.map { text.numbers[$0] }
    }

    private var ownFigures: [UInt64] {
        text.numbers.indices.lazy.filter { !isShared[$0] && text.hasDigit($0..<$0 + 1) }
            .map { text.numbers[$0] }
    }

    mutating func compare(with other: Side) {
        let theirs = Set(other.ownWords)
        var words = 0
        for block in text.blocks where block.words.count >= Self.phrase {
            let own = block.words.filter { !isShared[$0] }
            guard own.count * 10 >= block.words.count * 7 else { continue }
            let common = own.count { theirs.contains(text.numbers[$0]) }
            if common * 10 < own.count * 7 { words += block.words.count }
        }
        foreign = count == 0 ? 0 : Double(words) / Double(count)
        hasOtherFigures = Self.differ(ownFigures, other.ownFigures, self)
    }

    /// Whether at least three figures are others, and these are most of what differs, or many of all figures.
    private static func differ(_ own: [UInt64], _ theirs: [UInt64], _ side: Side) -> Bool {
        var left = Dictionary(theirs.map { ($0, 1) }, uniquingKeysWith: +)
        var others = 0
        for figure in own {
            if let count = left[figure], count > 0 { left[figure] = count - 1 } else { others += 1 }
        }
        guard others >= 3 else { return false }
        let all = side.text.numbers.indices.count { side.text.hasDigit($0..<$0 + 1) }
        return others * 10 >= all * 4 || others * 2 >= side.count - side.shared
    }
}
