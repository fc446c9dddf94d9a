/// Lays two texts beside each other and finds what only one of them has.
///
/// From the beginning on both are followed while they agree; where they part, the nearest five words in a row that both
/// have are looked for. Time grows with the length of the texts: what was looked at is passed over.
struct TextAlignment {
    /// Words that stand in one place of each text where the two differ; one of the ranges may be empty.
    struct Gap: Equatable {
        var left: Range<Int>
        var right: Range<Int>
    }

    /// Words of a run that both texts have in one place only, of scripts whose letters are words a sentence's part.
    private let width: Int
    private static let widthOfLetters = 20
    /// Words that stand in one text alone are moved by so many at most.
    private static let farthest = 50

    /// In order; what lies between two of them is the same in both texts.
    private(set) var gaps: [Gap] = []

    init(_ left: WordSequence, _ right: WordSequence) {
        width = left.isOfLetters || right.isOfLetters ? Self.widthOfLetters : WordSequence.runLength
        let places = places(in: right)
        var (one, other) = (0, 0)
        while true {
            while one < left.count, other < right.count, left.numbers[one] == right.numbers[other] {
                one += 1
                other += 1
            }
            guard one < left.count || other < right.count else { return }
            let next = meeting(left, right, places, one, other)
            split(Gap(left: one..<next.0, right: other..<next.1), left, right)
            (one, other) = next
        }
    }

    /// What lies between the gaps, the same words in both texts.
    func agreements(_ left: WordSequence, _ right: WordSequence) -> [Gap] {
        var (one, other) = (0, 0)
        var found: [Gap] = []
        for gap in gaps + [Gap(left: left.count..<left.count, right: right.count..<right.count)] {
            if one < gap.left.lowerBound {
                found.append(
                    Gap(left: one..<gap.left.lowerBound, right: other..<gap.right.lowerBound))
            }
            (one, other) = (gap.left.upperBound, gap.right.upperBound)
        }
        return found
    }

    /// Where each run of five words stands in a text, ascending.
    private func places(in text: WordSequence) -> [UInt64: [Int32]] {
        var places: [UInt64: [Int32]] = [:]
        guard text.count >= width else { return places }
        places.reserveCapacity(text.count)
        for start in 0...(text.count - width) {
            places[text.run(at: start, length: width), default: []].append(Int32(start))
        }
        return places
    }

    /// The nearest place from which both texts go on alike; their ends where there is none.
    private func meeting(
        _ left: WordSequence, _ right: WordSequence, _ places: [UInt64: [Int32]], _ one: Int,
        _ other: Int
    ) -> (Int, Int) {
        var best = (left.count, right.count)
        var cost = Int.max
        var start = one
        while start - one < cost, start + width <= left.count {
            if let found = places[left.run(at: start, length: width)],
                let place = Self.first(found, from: other),
                start - one + place - other < cost
            {
                cost = start - one + place - other
                best = (start, place)
            }
            start += 1
        }
        guard cost < Int.max else { return Self.endings(left, right, one, other) }
        while best.0 > one, best.1 > other, left.numbers[best.0 - 1] == right.numbers[best.1 - 1] {
            best.0 -= 1
            best.1 -= 1
        }
        return best
    }

    /// Where nothing agrees any more but perhaps the last words.
    private static func endings(
        _ left: WordSequence, _ right: WordSequence, _ one: Int, _ other: Int
    ) -> (Int, Int) {
        var ends = (left.count, right.count)
        while ends.0 > one, ends.1 > other, left.numbers[ends.0 - 1] == right.numbers[ends.1 - 1] {
            ends.0 -= 1
            ends.1 -= 1
        }
        return ends
    }

    private static func first(_ places: [Int32], from place: Int) -> Int? {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low < places.count ? Int(places[low]) : nil
    }

    /// Takes out of a gap the whole blocks that both sides have: short ones are no run of five words.
    private mutating func split(_ gap: Gap, _ left: WordSequence, _ right: WordSequence) {
        var rest = gap
        if !gap.left.isEmpty, !gap.right.isEmpty {
            let ours = Array(left.blocks(of: gap.left)).filter { gap.left.contains($0.words) }
            let theirs = Array(right.blocks(of: gap.right)).filter { gap.right.contains($0.words) }
            var next = 0
            for block in ours.prefix(200) {
                let wanted = left.numbers[block.words]
                guard
                    let place = theirs.indices.dropFirst(next).prefix(200).first(where: {
                        right.numbers[theirs[$0].words] == wanted
                    })
                else { continue }
                append(
                    Gap(
                        left: rest.left.lowerBound..<block.words.lowerBound,
                        right: rest.right.lowerBound..<theirs[place].words.lowerBound), left, right)
                rest.left = block.words.upperBound..<rest.left.upperBound
                rest.right = theirs[place].words.upperBound..<rest.right.upperBound
                next = place + 1
            }
        }
        append(rest, left, right)
    }

    private mutating func append(_ gap: Gap, _ left: WordSequence, _ right: WordSequence) {
        var gap = gap
        switch (gap.left.isEmpty, gap.right.isEmpty) {
        case (true, true): return
        case (false, true):
            let steps = Self.steps(toWhole: gap.left, in: left)
            gap = Gap(left: gap.left.moved(by: steps), right: gap.right.moved(by: steps))
        case (true, false):
            let steps = Self.steps(toWhole: gap.right, in: right)
            gap = Gap(left: gap.left.moved(by: steps), right: gap.right.moved(by: steps))
        case (false, false): break
        }
        gaps.append(gap)
    }

    /// How far words that only one text has can be moved, while the texts still agree around them, so that they are whole
    /// blocks: "Tags: ferry" before "Tags today …" may as well be ": ferry Tags". 0 where they cannot.
    private static func steps(toWhole words: Range<Int>, in text: WordSequence) -> Int {
        if text.areWhole(words) { return 0 }
        let numbers = text.numbers
        var back = 0
        while back < farthest, words.lowerBound - back > 0,
            numbers[words.lowerBound - back - 1] == numbers[words.upperBound - back - 1]
        {
            back += 1
            if text.areWhole(words.moved(by: -back)) { return -back }
        }
        var on = 0
        while on < farthest, words.upperBound + on < numbers.count,
            numbers[words.lowerBound + on] == numbers[words.upperBound + on]
        {
            on += 1
            if text.areWhole(words.moved(by: on)) { return on }
        }
        return 0
    }
}

extension Range<Int> {
    fileprivate func moved(by steps: Int) -> Range<Int> {
        lowerBound + steps..<upperBound + steps
    }

    fileprivate func contains(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
