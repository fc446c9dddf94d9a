/// The words within ASCII of a text whose bytes above 0x7F are still to be understood; tags are passed over.
struct LatinWords {
    private var counts: [UInt64: Int] = [:]
    private var total = 0

    /// Words longer than this are in no list.
    private static let longest = 8

    /// A number for a word of ASCII: its letters, a byte each; nil for one that is longer than those in the lists.
    static func key(of word: some Collection<UInt8>) -> UInt64? {
        word.count > longest ? nil : word.reduce(0) { $0 << 8 | UInt64($1) }
    }

    init(_ sample: ArraySlice<UInt8>) {
        var word: [UInt8] = []
        var isWhole = true
        var inTag = false
        for byte in sample {
            if byte == 0x3C || byte == 0x3E && inTag {
                end(&word, isWhole)
                inTag = byte == 0x3C
            } else if inTag {
                continue
            } else if (0x61...0x7A).contains(byte | 0x20) {
                if word.count <= Self.longest { word.append(byte | 0x20) }
            } else if byte > 0x7F {
                isWhole = false
            } else {
                end(&word, isWhole)
                isWhole = true
            }
        }
        end(&word, isWhole)
    }

    private mutating func end(_ word: inout [UInt8], _ isWhole: Bool) {
        guard !word.isEmpty else { return }
        if isWhole {
            total += 1
            if let key = Self.key(of: word) { counts[key, default: 0] += 1 }
        }
        word.removeAll(keepingCapacity: true)
    }

    /// The share of a language's commonest words, as far as there are enough words to tell.
    func share(of language: LatinLanguage) -> Double {
        let hits = language.words.reduce(0) { $0 + counts[$1, default: 0] }
        return Double(hits) / Double(total + 6)
    }
}
