/// Finds many literals in one walk through a text, in time that does not grow with their number (Aho and Corasick,
/// "Efficient String Matching", 1975).
struct LiteralSearch: Sendable {
    /// Places in a text at which a literal begins.
    struct Hit: Equatable {
        /// The number that `enter` gave.
        var literal: Int
        var place: Int
    }

    private(set) var literals: [[UInt32]] = []
    private var numbers: [[UInt32]: Int] = [:]
    /// The node behind a node and a character.
    private var next: [UInt64: Int32] = [:]
    /// The literal that ends at a node, or -1.
    private var ending: [Int32] = [-1]
    /// The node of the longest ending of what leads to a node that leads to a node too.
    private var fallback: [Int32] = [0]
    /// The nearest node of that kind at which a literal ends, or 0.
    private var shorter: [Int32] = [0]

    /// Enters a literal; `finish` comes behind the last one. Returns its number: the same one's is the same.
    mutating func enter(_ literal: [UInt32]) -> Int {
        if let known = numbers[literal] { return known }
        var node: Int32 = 0
        for scalar in literal {
            let key = Self.key(node, scalar)
            if let child = next[key] {
                node = child
                continue
            }
            let child = Int32(ending.count)
            next[key] = child
            ending.append(-1)
            node = child
        }
        ending[Int(node)] = Int32(literals.count)
        numbers[literal] = literals.count
        literals.append(literal)
        return literals.count - 1
    }

    func knows(_ literal: [UInt32]) -> Bool { numbers[literal] != nil }

    /// Links each node with the one where the walk goes on if no character leads farther.
    mutating func finish() {
        fallback = [Int32](repeating: 0, count: ending.count)
        shorter = fallback
        // Node by node away from the root, so that what a link leads to has its own.
        var children = [[(UInt32, Int32)]](repeating: [], count: ending.count)
        for (key, child) in next {
            children[Int(key >> 32)].append((UInt32(truncatingIfNeeded: key), child))
        }
        var row: [Int32] = [0]
        while !row.isEmpty {
            var below: [Int32] = []
            for node in row {
                for (scalar, child) in children[Int(node)] {
                    let link = node == 0 ? 0 : step(fallback[Int(node)], scalar)
                    fallback[Int(child)] = link
                    shorter[Int(child)] = ending[Int(link)] >= 0 ? link : shorter[Int(link)]
                    below.append(child)
                }
            }
            row = below
        }
    }

    /// All places of all literals, in the order of their ends.
    func hits(in scalars: [UInt32]) -> [Hit] {
        var hits: [Hit] = []
        var node: Int32 = 0
        for (place, scalar) in scalars.enumerated() {
            node = step(node, scalar)
            var found = ending[Int(node)] >= 0 ? node : shorter[Int(node)]
            while found != 0 {
                let literal = Int(ending[Int(found)])
                hits.append(Hit(literal: literal, place: place + 1 - literals[literal].count))
                found = shorter[Int(found)]
            }
        }
        return hits
    }

    private func step(_ node: Int32, _ scalar: UInt32) -> Int32 {
        var node = node
        while true {
            if let child = next[Self.key(node, scalar)] { return child }
            if node == 0 { return 0 }
            node = fallback[Int(node)]
        }
    }

    private static func key(_ node: Int32, _ scalar: UInt32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar)
    }

    /// The places of one literal, without more ado.
    static func places(of literal: [UInt32], in scalars: [UInt32]) -> [Int] {
        guard let first = literal.first, scalars.count >= literal.count else { return [] }
        var places: [Int] = []
        for place in 0...(scalars.count - literal.count)
        where scalars[place] == first
            && (1..<literal.count).allSatisfy({ scalars[place + $0] == literal[$0] })
        {
            places.append(place)
        }
        return places
    }
}
