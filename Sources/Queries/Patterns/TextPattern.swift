/// A regular expression that is found in a text in time proportional to pattern times text, whatever both are: all ways
/// through it are followed at once (Thompson 1968; Russ Cox, "Regular Expression Matching Can Be Simple And Fast").
///
/// Case makes no difference, nor do accents on Latin letters. It has at most 400 steps, and looks at the first 100,000
/// characters of a text.
public struct TextPattern: Sendable, Equatable {
    static let mostSteps = 400

    enum Step: Sendable, Equatable {
        /// The number of a set.
        case set(Int)
        case split(Int, Int)
        case jump(Int)
        case start, end
        case border(isNegated: Bool)
        case found
    }

    /// As it was written, without the slashes.
    public let text: String
    private let steps: [Step]
    private let sets: [QuickSet]
    /// Every match holds one of them at least; none where nothing is known.
    let literals: [RequiredLiteral]
    /// And one at least of each of these sets.
    let others: [[RequiredLiteral]]
    /// The character that every match begins with, where that is one.
    private let lead: UInt32?

    init(_ text: String) throws(PatternReader.Fault) {
        self.text = text
        let node = try PatternReader.read(text)
        var writer = StepWriter()
        writer.write(node)
        writer.steps.append(.found)
        guard writer.steps.count <= Self.mostSteps else {
            throw PatternReader.Fault(
                offset: 0, what: "the pattern takes more than \(Self.mostSteps) steps",
                next: "repeat less, or make two of it")
        }
        steps = writer.steps
        sets = writer.sets.map(QuickSet.init)
        let required = RequiredLiterals.of(node)
        literals = required.first ?? []
        others = Array(required.dropFirst())
        if case .set(let set) = steps.first { lead = writer.sets[set].only } else { lead = nil }
    }

    func isFound(in text: FoldedText) -> Bool {
        var run = PatternRun()
        return isFound(in: text, from: [0...text.scalars.count], &run)
    }

    /// Whether a match is found where one of its literals stands.
    ///
    /// - Parameter places: of each literal, where it begins, ascending.
    func isFound(in text: FoldedText, at places: [[Int]], _ run: inout PatternRun) -> Bool {
        var starts: [ClosedRange<Int>] = []
        for (literal, found) in zip(literals, places) {
            guard let before = literal.before else {
                if let last = found.last { starts.append(0...last) }
                continue
            }
            for place in found { starts.append(max(0, place - before)...place) }
        }
        guard !starts.isEmpty else { return false }
        if literals.count > 1 { starts.sort { $0.lowerBound < $1.lowerBound } }
        return isFound(in: text, from: starts, &run)
    }

    /// - Parameter starts: where a match may begin; in the order of their beginnings.
    private func isFound(
        in text: FoldedText, from starts: [ClosedRange<Int>], _ run: inout PatternRun
    ) -> Bool {
        run.begin()
        let scalars = text.scalars
        var place = 0
        var window = 0
        while true {
            while window < starts.count, starts[window].upperBound < place { window += 1 }
            if run.nowCount == 0 {
                // Nothing is under way: on to where something may begin.
                guard window < starts.count else { return false }
                place = max(place, starts[window].lowerBound)
                if let lead {
                    let end = min(starts[window].upperBound + 1, scalars.count)
                    while place < end, scalars[place] != lead { place += 1 }
                    if place > starts[window].upperBound { continue }
                }
            }
            if window < starts.count, starts[window].contains(place),
                lead == nil || place < scalars.count && scalars[place] == lead,
                add(0, at: place, of: scalars, &run)
            {
                return true
            }
            guard place < scalars.count else { return false }
            let scalar = scalars[place]
            run.turn()
            for index in 0..<run.beforeCount {
                let step = run.before[index]
                if case .set(let set) = steps[step], sets[set].contains(scalar),
                    add(step + 1, at: place + 1, of: scalars, &run)
                {
                    return true
                }
            }
            place += 1
        }
    }

    /// Follows all ways that take no character. Says whether one of them is through.
    private func add(_ first: Int, at place: Int, of scalars: [UInt32], _ run: inout PatternRun)
        -> Bool
    {
        run.waiting.append(first)
        while let step = run.waiting.popLast() {
            guard run.visit(step) else { continue }
            switch steps[step] {
            case .found:
                run.waiting.removeAll(keepingCapacity: true)
                return true
            case .jump(let next): run.waiting.append(next)
            case .split(let one, let other):
                run.waiting.append(other)
                run.waiting.append(one)
            case .start:
                if place == 0 || scalars[place - 1] == 10 { run.waiting.append(step + 1) }
            case .end:
                if place == scalars.count || scalars[place] == 10 { run.waiting.append(step + 1) }
            case .border(let isNegated):
                let before = place > 0 && QuickSet.word.contains(scalars[place - 1])
                let after = place < scalars.count && QuickSet.word.contains(scalars[place])
                if (before != after) != isNegated { run.waiting.append(step + 1) }
            case .set: run.stand(at: step)
            }
        }
        return false
    }
}

/// Which steps a search stands at. One after the other may use it; for one thread.
struct PatternRun {
    private var now = [Int](repeating: 0, count: TextPattern.mostSteps)
    private(set) var nowCount = 0
    private(set) var before = [Int](repeating: 0, count: TextPattern.mostSteps)
    private(set) var beforeCount = 0
    var waiting: [Int] = []
    private var visited = [Int](repeating: 0, count: TextPattern.mostSteps)
    private var round = 1

    mutating func begin() {
        nowCount = 0
        beforeCount = 0
        round += 1
    }

    /// Goes on by one character.
    mutating func turn() {
        swap(&now, &before)
        beforeCount = nowCount
        nowCount = 0
        round += 1
    }

    mutating func stand(at step: Int) {
        now[nowCount] = step
        nowCount += 1
    }

    mutating func visit(_ step: Int) -> Bool {
        if visited[step] == round { return false }
        visited[step] = round
        return true
    }
}

/// Makes steps of what was read.
private struct StepWriter {
    var steps: [TextPattern.Step] = []
    var sets: [ScalarSet] = []

    mutating func write(_ node: PatternNode) {
        // More than is allowed is not written out.
        guard steps.count <= TextPattern.mostSteps else { return }
        switch node {
        case .empty: break
        case .set(let set):
            steps.append(.set(sets.count))
            sets.append(set)
        case .start: steps.append(.start)
        case .end: steps.append(.end)
        case .border(let isNegated): steps.append(.border(isNegated: isNegated))
        case .sequence(let parts): for part in parts { write(part) }
        case .choice(let branches): writeChoice(branches)
        case .repeated(let part, let least, let most): writeRepeated(part, least, most)
        }
    }

    private mutating func writeChoice(_ branches: [PatternNode]) {
        var jumps: [Int] = []
        for (index, branch) in branches.enumerated() {
            guard index < branches.count - 1 else {
                write(branch)
                break
            }
            let split = steps.count
            steps.append(.split(split + 1, 0))
            write(branch)
            jumps.append(steps.count)
            steps.append(.jump(0))
            steps[split] = .split(split + 1, steps.count)
        }
        for jump in jumps { steps[jump] = .jump(steps.count) }
    }

    private mutating func writeRepeated(_ part: PatternNode, _ least: Int, _ most: Int?) {
        for _ in 0..<least { write(part) }
        guard let most else {
            let split = steps.count
            steps.append(.split(split + 1, 0))
            write(part)
            steps.append(.jump(split))
            steps[split] = .split(split + 1, steps.count)
            return
        }
        var splits: [Int] = []
        for _ in least..<max(least, most) {
            splits.append(steps.count)
            steps.append(.split(steps.count + 1, 0))
            write(part)
        }
        for split in splits { steps[split] = .split(split + 1, steps.count) }
    }
}
