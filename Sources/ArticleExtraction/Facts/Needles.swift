/// Words of ASCII that are looked for anywhere in a text, whatever the case of its letters: of most texts each byte is
/// looked at once, however many words there are.
struct Needles: Sendable {
    private let words: [[UInt8]]
    /// For each byte whether a word begins with it, in either case: most texts are told by that.
    private var firsts = [Bool](repeating: false, count: 256)
    /// By a number for two bytes: whether a word begins with them.
    private var begins = [Bool](repeating: false, count: 1_024)

    /// - Parameter words: in lower case, each of two bytes at least.
    init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }.filter { $0.count > 1 }
        for word in self.words {
            begins[Self.number(word[0], word[1])] = true
            for byte in UInt8.min...UInt8.max where byte.asciiLowered == word[0] {
                firsts[Int(byte)] = true
            }
        }
    }

    /// Whether one of the words stands in a text.
    func stand(in text: Span<UInt8>) -> Bool {
        guard text.count > 1 else { return false }
        let firsts = firsts.span
        let begins = begins.span
        for index in 0..<text.count - 1 where firsts[Int(text[index])] {
            let number = Self.number(text[index].asciiLowered, text[index + 1].asciiLowered)
            if begins[number], isWord(at: index, in: text) { return true }
        }
        return false
    }

    private func isWord(at start: Int, in text: Span<UInt8>) -> Bool {
        words.contains { word in
            guard text.count - start >= word.count else { return false }
            for index in word.indices where text[start + index].asciiLowered != word[index] {
                return false
            }
            return true
        }
    }

    @inline(__always)
    private static func number(_ first: UInt8, _ second: UInt8) -> Int {
        (Int(first) &* 37 &+ Int(second)) & 1_023
    }
}

extension UInt8 {
    /// Of ASCII letters the small one; any other byte as it is.
    @inline(__always)
    var asciiLowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
