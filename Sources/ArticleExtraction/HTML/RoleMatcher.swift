/// Finds the words of `RoleVocabulary` and `NameSigns` in class names, in one pass over the bytes (Aho–Corasick).
struct RoleMatcher: Sendable {
    static let shared = RoleMatcher()

    /// For each state its successors: letters a to z, the hyphen, anything else, 1 or 9; three are never used.
    private var next: [UInt16] = []
    /// What the words that end in a state say, as `NameWords`.
    private var anywhere: [UInt64] = []
    private var whole: [[(length: Int, roles: UInt32)]] = []
    /// Whether a word of `whole` ends in a state: few do.
    private var endsWhole: [Bool] = []
    private static let width = 32
    private let symbols: [UInt8] = (0...255).map(symbol)

    private init() {
        addState()
        for (roles, words) in RoleVocabulary.anywhere {
            for word in words.split(separator: " ") {
                anywhere[insert(Array(word.utf8))] |= NameWords(roles: roles).rawValue
            }
        }
        for (signs, words) in NameSigns.words {
            for word in words.split(separator: " ") {
                anywhere[insert(Array(word.utf8))] |= NameWords(signs: signs).rawValue
            }
        }
        for (roles, words) in RoleVocabulary.whole {
            for word in words.split(separator: " ") {
                whole[insert(Array(word.utf8))].append((word.utf8.count, roles.rawValue))
            }
        }
        link()
        endsWhole = whole.map { !$0.isEmpty }
    }

    /// What the words in a name stand for.
    func words(in bytes: Span<UInt8>) -> NameWords {
        var found: UInt64 = 0
        var state = 0
        let next = next.span
        let anywhere = anywhere.span
        let endsWhole = endsWhole.span
        let symbols = symbols.span
        for offset in bytes.indices {
            state = Int(next[state &* Self.width &+ Int(symbols[Int(bytes[offset])])])
            found |= anywhere[state]
            guard endsWhole[state] else { continue }
            for word in whole[state] where isWhole(bytes, offset, word.length) {
                found |= UInt64(word.roles)
            }
        }
        return NameWords(rawValue: found)
    }

    private func isWhole(_ name: Span<UInt8>, _ last: Int, _ length: Int) -> Bool {
        let first = last - length + 1
        let startsWord =
            first == 0 || !Self.isLetter(name[first - 1])
            || (Self.isUpper(name[first]) && !Self.isUpper(name[first - 1]))
        let endsWord =
            last + 1 == name.count || !Self.isLetter(name[last + 1])
            || (Self.isUpper(name[last + 1]) && !Self.isUpper(name[last]))
        return startsWord && endsWord
    }

    private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func symbol(_ byte: UInt8) -> UInt8 {
        if isLetter(byte) { return (byte | 0x20) - 0x61 }
        switch byte {
        case 0x2D, 0x5F: return 26
        case 0x31, 0x39: return 28
        default: return 27
        }
    }

    private mutating func addState() {
        next += [UInt16](repeating: .max, count: Self.width)
        anywhere.append(0)
        whole.append([])
    }

    private mutating func insert(_ word: [UInt8]) -> Int {
        var state = 0
        for byte in word {
            let slot = state * Self.width + Int(Self.symbol(byte))
            if next[slot] == .max {
                next[slot] = UInt16(anywhere.count)
                addState()
            }
            state = Int(next[slot])
        }
        return state
    }

    /// Breadth first: a missing successor is that of the longest suffix that is a prefix of some word.
    private mutating func link() {
        var fail = [Int](repeating: 0, count: anywhere.count)
        var queue: [Int] = []
        for symbol in 0..<Self.width {
            if next[symbol] == .max { next[symbol] = 0 } else { queue.append(Int(next[symbol])) }
        }
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            anywhere[state] |= anywhere[fail[state]]
            whole[state] += whole[fail[state]]
            for symbol in 0..<Self.width {
                let slot = state * Self.width + symbol
                let inherited = next[fail[state] * Self.width + symbol]
                if next[slot] == .max {
                    next[slot] = inherited
                } else {
                    fail[Int(next[slot])] = Int(inherited)
                    queue.append(Int(next[slot]))
                }
            }
        }
    }
}
