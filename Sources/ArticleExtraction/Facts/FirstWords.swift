// Most lines are no furniture: their first word tells, before they are folded.

extension FoldedLine {
    /// False where the first word that is no number is surely none of some words.
    ///
    /// - Parameter line: well-formed UTF-8.
    static func mayBegin(_ line: Span<UInt8>, with firstWords: KeyNumbers) -> Bool {
        var hash = ByteHash.seed
        var isNumber = true
        for index in line.indices {
            let byte = line[index].asciiLowered
            switch byte {
            case 0x30...0x39: hash = ByteHash.next(hash, byte)
            case 0x61...0x7A, 0x27, 0x2D:
                hash = ByteHash.next(hash, byte)
                isNumber = false
            case 0x80...: return true
            case _ where isNumber: hash = ByteHash.seed
            default: return firstWords.known(hash) != nil
            }
        }
        return !isNumber && firstWords.known(hash) != nil
    }
}

extension KeyNumbers {
    /// The hashes of the words that lines begin with.
    init(firstWordsOf lines: some Sequence<String>) {
        self.init()
        for line in lines.map(FoldedLine.init) where !line.words.isEmpty {
            _ = number(line.hash(0))
        }
    }
}

extension String {
    /// The phrases of a table in the source, with bars between them and one language or two a line.
    var phrases: [String] {
        split(whereSeparator: { $0 == "|" || $0 == "\n" }).map(String.init)
    }
}
