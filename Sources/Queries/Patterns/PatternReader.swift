/// Reads a regular expression: characters, `.`, classes, `\d \w \s \b` and their opposites, groups, `|`, `* + ? {m,n}`,
/// `^` and `$`. What needs a memory or looks ahead (back references, look-around) is refused, for it cannot be bounded
/// in time.
struct PatternReader {
    private static let deepest = 32
    private static let mostRepeats = 200

    private let text: [Unicode.Scalar]
    private var place = 0
    private var depth = 0

    /// What is wrong, and at which character from 0.
    struct Fault: Error {
        var offset: Int
        var what: String
        var next: String
    }

    private init(_ text: String) { self.text = Array(text.unicodeScalars) }

    static func read(_ text: String) throws(Fault) -> PatternNode {
        var reader = PatternReader(text)
        let node = try reader.choice()
        guard reader.place == reader.text.count else {
            throw reader.fault("\")\" closes nothing", "write \\) for the bracket itself")
        }
        return node
    }

    private func fault(_ what: String, _ next: String, back: Int = 0) -> Fault {
        Fault(offset: max(0, place - back), what: what, next: next)
    }

    private var current: Unicode.Scalar? { place < text.count ? text[place] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        place += 1
        return true
    }

    private mutating func choice() throws(Fault) -> PatternNode {
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(Fault) -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            let atom = try self.atom()
            let part = try repeated(atom)
            // Nothing, however often, is nothing: it would take time and no step.
            if case .empty = part { continue }
            parts.append(part)
        }
        return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func repeated(_ atom: PatternNode) throws(Fault) -> PatternNode {
        var node = atom
        var isEmpty = false
        if case .empty = atom { isEmpty = true }
        var count = 0
        while let scalar = current {
            switch scalar {
            case "*": node = .repeated(node, least: 0, most: nil)
            case "+": node = .repeated(node, least: 1, most: nil)
            case "?": node = .repeated(node, least: 0, most: 1)
            case "{":
                guard let (least, most) = try bounds() else { return node }
                node = .repeated(node, least: least, most: most)
            default: return node
            }
            if isEmpty { node = .empty }
            place += 1
            count += 1
            // "*?" asks for the shortest match: whether there is one makes no difference here.
            if take("?") { continue }
            guard count <= 2 else {
                throw fault("a repetition of a repetition", "write one of * + ?", back: 1)
            }
        }
        return node
    }

    /// "{2}", "{2,}", "{2,5}", up to its closing bracket; nil where it is none, and stands for itself.
    private mutating func bounds() throws(Fault) -> (Int, Int?)? {
        let begin = place
        guard let close = text[begin...].firstIndex(of: "}") else { return nil }
        let inner = String(String.UnicodeScalarView(text[(begin + 1)..<close]))
        let parts = inner.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count <= 2, let least = Int(parts[0]), least >= 0 else { return nil }
        var most: Int? = least
        if parts.count == 2 {
            if parts[1].isEmpty { most = nil } else { most = Int(parts[1]) }
            if !parts[1].isEmpty, most == nil { return nil }
        }
        guard least <= Self.mostRepeats, most ?? 0 <= Self.mostRepeats, most ?? least >= least
        else {
            throw fault(
                "{\(inner)} repeats more than \(Self.mostRepeats) times, or less than no time",
                "write fewer repetitions")
        }
        place = close
        return (least, most)
    }

    private mutating func atom() throws(Fault) -> PatternNode {
        guard let scalar = current else { return .empty }
        switch scalar {
        case "(": return try group()
        case "[":
            place += 1
            return .set(try among())
        case ".":
            place += 1
            return .set(.any)
        case "^":
            place += 1
            return .start
        case "$":
            place += 1
            return .end
        case "*", "+", "?":
            throw fault("\"\(scalar)\" repeats nothing", "write \\\(scalar) for the sign itself")
        case "\\": return try escape()
        default:
            place += 1
            return literal(scalar)
        }
    }

    private mutating func group() throws(Fault) -> PatternNode {
        place += 1
        if take("?") {
            guard take(":") else {
                throw fault(
                    "(?… is not known here", "no pattern looks ahead or back; write (…) or (?:…)",
                    back: 2)
            }
        }
        depth += 1
        guard depth <= Self.deepest else {
            throw fault("more than \(Self.deepest) brackets in one another", "write a simpler one")
        }
        let node = try choice()
        depth -= 1
        guard take(")") else {
            throw fault("a \"(\" of the pattern is not closed", "add a \")\"")
        }
        return node
    }

    private mutating func escape() throws(Fault) -> PatternNode {
        place += 1
        guard let scalar = current else {
            throw fault("a \"\\\" ends the pattern", "write \\\\ for the sign itself", back: 1)
        }
        place += 1
        if let set = Self.named(scalar) { return .set(set) }
        switch scalar {
        case "b": return .border(isNegated: false)
        case "B": return .border(isNegated: true)
        default:
            return literal(
                try Self.plain(
                    scalar,
                    fault: fault(
                        "\\\(scalar) is not known here",
                        "known are \\d \\w \\s \\b and \\ before a sign; no pattern refers back",
                        back: 2)))
        }
    }

    private static func named(_ scalar: Unicode.Scalar) -> ScalarSet? {
        switch scalar {
        case "d": .digit
        case "D": ScalarSet.digit.negated
        case "w": .word
        case "W": ScalarSet.word.negated
        case "s": .space
        case "S": ScalarSet.space.negated
        default: nil
        }
    }

    private static func plain(
        _ scalar: Unicode.Scalar, fault: @autoclosure () -> Fault
    ) throws(Fault) -> Unicode.Scalar {
        switch scalar {
        case "n": return "\n"
        case "t": return "\t"
        default: break
        }
        let isSign =
            !(scalar.isASCII
            && (scalar.properties.isAlphabetic
                || (48...57).contains(scalar.value)))
        guard isSign else { throw fault() }
        return scalar
    }

    private func literal(_ scalar: Unicode.Scalar) -> PatternNode {
        let folded = FoldedText.fold(scalar)
        return folded == 1 ? .empty : .set(ScalarSet(ranges: [folded...folded]))
    }

    /// What stands in square brackets, whose opening one is taken.
    private mutating func among() throws(Fault) -> ScalarSet {
        var set = ScalarSet(ranges: [])
        let isNegated = take("^")
        var isFirst = true
        while let scalar = current {
            if scalar == "]", !isFirst {
                place += 1
                set.isNegated = isNegated
                return set
            }
            isFirst = false
            place += 1
            if scalar == "\\", let next = current, let named = Self.named(next) {
                guard !named.isNegated else {
                    throw fault("\\\(next) in square brackets", "write [^…] around the others")
                }
                place += 1
                set.ranges += named.ranges
                continue
            }
            let low = FoldedText.fold(try single(scalar))
            guard current == "-", place + 1 < text.count, text[place + 1] != "]" else {
                set.ranges.append(low...low)
                continue
            }
            place += 2
            let high = FoldedText.fold(try single(text[place - 1]))
            guard low <= high else {
                throw fault("a range that ends before it begins", "write for example a-z", back: 3)
            }
            set.ranges.append(low...high)
        }
        throw fault("a \"[\" of the pattern is not closed", "add a \"]\"")
    }

    private mutating func single(_ scalar: Unicode.Scalar) throws(Fault) -> Unicode.Scalar {
        guard scalar == "\\" else { return scalar }
        guard let next = current else {
            throw fault("a \"\\\" ends the pattern", "write \\\\ for the sign itself", back: 1)
        }
        place += 1
        return try Self.plain(
            next, fault: fault("\\\(next) is not known in square brackets", "leave the \\ out"))
    }
}
