/// A regular expression that is found in a text in time proportional to pattern times text, whatever both are: all ways
/// through it are followed at once (Thompson 1968; Russ Cox, "Regular Expression Matching Can Be Simple And Fast").
///
/// Case makes no difference, nor do accents on Latin letters. It has at most 400 steps, and looks at the first 100,000
/// characters of a text.
public struct TextPattern: Sendable, Equatable {
    static let mostSteps = 400

    enum Step: Sendable, Equatable {
        case set(ScalarSet)
        case split(Int, Int)
        case jump(Int)
        case start, end
        case border(isNegated: Bool)
        case found
    }

    /// As it was written, without the slashes.
    public let text: String
    private let steps: [Step]
    /// Runs of three characters that every match holds.
    let trigrams: [UInt64]
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
        trigrams = RequiredRun.trigrams(of: node)
        if case .set(let set) = steps.first { lead = set.only } else { lead = nil }
    }

    func isFound(in text: FoldedText) -> Bool {
        var run = PatternRun(steps: steps.count)
        let scalars = text.scalars
        var place = 0
        while true {
            if run.now.isEmpty, let lead {
                // Nothing is under way: on to where something may begin.
                while place < scalars.count, scalars[place] != lead { place += 1 }
            }
            // A match may begin anywhere.
            if lead == nil || place < scalars.count && scalars[place] == lead,
                add(0, at: place, of: scalars, &run)
            {
                return true
            }
            guard place < scalars.count else { return false }
            let scalar = scalars[place]
            run.turn()
            for step in run.before {
                if case .set(let set) = steps[step], set.contains(scalar),
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
                let before = place > 0 && ScalarSet.word.contains(scalars[place - 1])
                let after = place < scalars.count && ScalarSet.word.contains(scalars[place])
                if (before != after) != isNegated { run.waiting.append(step + 1) }
            case .set: run.now.append(step)
            }
        }
        return false
    }
}

/// Which steps a search stands at.
private struct PatternRun {
    var now: [Int] = []
    var before: [Int] = []
    var waiting: [Int] = []
    private var visited: [Int]
    private var round = 1

    init(steps: Int) { visited = [Int](repeating: 0, count: steps) }

    /// Goes on by one character.
    mutating func turn() {
        swap(&now, &before)
        now.removeAll(keepingCapacity: true)
        round += 1
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

    mutating func write(_ node: PatternNode) {
        // More than is allowed is not written out.
        guard steps.count <= TextPattern.mostSteps else { return }
        switch node {
        case .empty: break
        case .set(let set): steps.append(.set(set))
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

/// Finds characters that follow each other in every match.
private enum RequiredRun {
    /// Those of the longest run.
    static func trigrams(of node: PatternNode) -> [UInt64] {
        let parts: [PatternNode]
        switch node {
        case .sequence(let all): parts = all
        case .repeated(let part, let least, _) where least > 0: return trigrams(of: part)
        default: return []
        }
        var best: [UInt64] = []
        var run: [UInt32] = []
        func end() {
            if run.count > 2, run.count - 2 > best.count {
                best = (0..<(run.count - 2)).map {
                    FoldedText.trigram(run[$0], run[$0 + 1], run[$0 + 2])
                }
            }
            run = []
        }
        for part in parts {
            if case .set(let set) = part, let only = set.only {
                run.append(only)
            } else {
                end()
                let inner = trigrams(of: part)
                if inner.count > best.count { best = inner }
            }
        }
        end()
        return best
    }
}
