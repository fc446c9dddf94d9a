/// A text as its words in order, each known by a number, and the blocks that they stand in: one a line.
struct WordSequence {
    /// One block.
    struct Block {
        /// Its words, as places in the sequence.
        var words: Range<Int>
        /// Its words as other scripts would count them: of Thai, Lao, Khmer and Burmese each letter is one in the sequence.
        var length = 0
        /// Whether it ends as a sentence does.
        var isSentence = false
        var hasQuotation = false
        /// Whether it gives a time of day, and no year beside it.
        var hasTime = false
        /// The line.
        var text: Substring = ""

        /// Whether it is a sentence, of more than "Read more."
        var isSaid: Bool { isSentence && words.count >= 4 }
    }

    /// Words in a run.
    static let runLength = 5

    private(set) var numbers: [UInt64] = []
    private(set) var blocks: [Block] = []
    /// The block of each word.
    private(set) var blockOfWord: [Int] = []
    /// The words' characters without what lies between them, UTF-8.
    private var letters: [UInt8] = []
    /// Where each word begins in `letters`, and the end of the last.
    private var starts: [Int] = [0]
    /// The marks that make a figure of each word another one.
    private var signs: [FigureSigns] = []

    var count: Int { numbers.count }

    init(_ text: String) {
        for line in text.split(separator: "\n") { add(line) }
    }

    private mutating func add(_ line: Substring) {
        let first = numbers.count
        var reader = FigureReader()
        Shingling.forEachWord(of: String(line)) { number, scalars in
            numbers.append(number)
            blockOfWord.append(blocks.count)
            for scalar in scalars { letters.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
            starts.append(letters.count)
            reader.take(word: scalars)
        } between: {
            reader.take(mark: $0)
        }
        signs += reader.signs()
        guard numbers.count > first else { return }
        var block = Block(words: first..<numbers.count)
        block.text = line
        block.length = length(of: block.words)
        let marks = BlockMarks(of: line)
        block.isSentence = marks.isSentence
        block.hasQuotation = marks.hasQuotation
        block.hasTime = marks.hasTime
        blocks.append(block)
    }

    /// The characters of some words, as if nothing stood between them.
    func letters(of words: Range<Int>) -> ArraySlice<UInt8> {
        letters[starts[words.lowerBound]..<starts[words.upperBound]]
    }

    /// Whether some words are written as some of another text: the same letters, however they are parted into words, and
    /// figures with the same marks. Only the groups of thousands may be parted in one of them.
    func writes(_ words: Range<Int>, as others: Range<Int>, of other: WordSequence) -> Bool {
        letters(of: words) == other.letters(of: others)
            && figureSigns(of: words) == other.figureSigns(of: others)
            && partsFigures(words, as: others, of: other)
            && other.partsFigures(others, as: words, of: self)
    }

    private struct PlacedSign: Equatable {
        var place: Int
        var sign: UInt64
        var isBefore: Bool
    }

    private func figureSigns(of words: Range<Int>) -> [PlacedSign] {
        var found: [PlacedSign] = []
        let base = starts[words.lowerBound]
        for word in words where signs[word] != FigureSigns() {
            let sign = signs[word]
            if sign.before != 0 {
                found.append(
                    PlacedSign(place: starts[word] - base, sign: sign.before, isBefore: true))
            }
            if sign.after != 0 {
                found.append(
                    PlacedSign(place: starts[word + 1] - base, sign: sign.after, isBefore: false))
            }
        }
        return found
    }

    /// Whether blanks between two digits stand in the other text too, or part thousands.
    private func partsFigures(
        _ words: Range<Int>, as others: Range<Int>, of other: WordSequence
    ) -> Bool {
        guard words.count > 1, numbers[words] != other.numbers[others] else { return true }
        var borders: Set<Int>?
        let base = starts[words.lowerBound]
        for word in words.dropFirst() {
            let start = starts[word]
            guard Self.isDigit(letters[start - 1]), Self.isDigit(letters[start]) else { continue }
            let group = letters[start..<starts[word + 1]].prefix { Self.isDigit($0) }
            if group.count == 3 || signs[word].before != 0 || signs[word].isPower { continue }
            let theirs =
                borders ?? Set(others.map { other.starts[$0] - other.starts[others.lowerBound] })
            borders = theirs
            if !theirs.contains(start - base) { return false }
        }
        return true
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The number of the run that begins with a word.
    func run(at start: Int, length: Int = runLength) -> UInt64 {
        Shingling.hash(of: numbers[start..<start + length])
    }

    /// The numbers of all runs.
    var runs: Set<UInt64> {
        guard count >= Self.runLength else { return [] }
        return Set((0...(count - Self.runLength)).map { run(at: $0) })
    }

    /// The numbers of all blocks, by their words.
    var blockHashes: Set<UInt64> { Set(blocks.map { Shingling.hash(of: numbers[$0.words]) }) }

    /// The same without some blocks, known by the numbers of all their words.
    func without(_ hashes: Set<UInt64>) -> WordSequence {
        var rest = WordSequence("")
        for block in blocks where !hashes.contains(Shingling.hash(of: numbers[block.words])) {
            rest.add(block, of: self)
        }
        return rest
    }

    /// The same without what stands before and behind some blocks.
    func only(_ places: Range<Int>) -> WordSequence {
        var rest = WordSequence("")
        for block in blocks[places] { rest.add(block, of: self) }
        return rest
    }

    /// The words of a block.
    func numbers(of place: Int) -> ArraySlice<UInt64> { numbers[blocks[place].words] }

    private mutating func add(_ block: Block, of other: WordSequence) {
        let first = numbers.count
        for word in block.words {
            numbers.append(other.numbers[word])
            blockOfWord.append(blocks.count)
            letters.append(contentsOf: other.letters(of: word..<word + 1))
            starts.append(letters.count)
            signs.append(other.signs[word])
        }
        var block = block
        block.words = first..<numbers.count
        blocks.append(block)
    }

    /// Whether most of its words are letters of Thai, Lao, Khmer or Burmese: five of them in a row are no more than one name.
    var isOfLetters: Bool { length(of: 0..<count) * 2 < count }

    /// Words, four letters of a script of South-East Asia being one.
    func length(of words: Range<Int>) -> Int {
        let letters = words.count { word in
            // U+0E00 to U+0EFF, and U+1000 to U+17FF.
            let letter = self.letters(of: word..<word + 1)
            guard letter.count == 3, let first = letter.first else { return false }
            let second = letter[letter.startIndex + 1]
            return first == 0xE0 ? second >= 0xB8 : first == 0xE1 && second <= 0x9F
        }
        return words.count - letters + (letters + 3) / 4
    }

    /// Whether one of the words is a figure, and no year.
    func hasFigure(_ words: Range<Int>) -> Bool {
        words.contains { word in
            let letters = letters(of: word..<word + 1)
            let isYear =
                letters.count == 4 && letters.allSatisfy { (0x30...0x39).contains($0) }
                && (letters.starts(with: Array("19".utf8))
                    || letters.starts(with: Array("20".utf8)))
            return !isYear && letters.contains { (0x30...0x39).contains($0) }
        }
    }

    func hasDigit(_ words: Range<Int>) -> Bool {
        letters(of: words).contains { (0x30...0x39).contains($0) }
    }

    /// Whether these words are short numbers and nothing else, as the marks of footnotes are.
    func areMarks(_ words: Range<Int>) -> Bool {
        words.count <= 2
            && words.allSatisfy { word in
                let letters = letters(of: word..<word + 1)
                return letters.count <= 3 && letters.allSatisfy { (0x30...0x39).contains($0) }
            }
    }

    /// The blocks that words stand in.
    func blocks(of words: Range<Int>) -> ArraySlice<Block> {
        guard let last = words.last else { return [] }
        return blocks[blockOfWord[words.lowerBound]...blockOfWord[last]]
    }

    /// Whether words are blocks, whole.
    func areWhole(_ words: Range<Int>) -> Bool {
        let blocks = blocks(of: words)
        return blocks.first?.words.lowerBound == words.lowerBound
            && blocks.last?.words.upperBound == words.upperBound
    }
}

/// What a line shows of itself besides its words.
private struct BlockMarks {
    var isSentence = false
    var hasQuotation = false
    var hasTime = false

    private static let ends: Set<Unicode.Scalar> = [
        ".", "!", "?", "\u{2026}", "\u{3002}", "\u{FF01}", "\u{FF1F}", "\u{61F}", "\u{6D4}",
        "\u{964}",
    ]
    private static let closing: Set<Unicode.Scalar> = [
        "\"", "'", ")", "]", "\u{2019}", "\u{201D}", "\u{201C}", "\u{BB}", "\u{AB}", "\u{300D}",
        "\u{300F}",
        "\u{FF09}", " ", "\t", "\u{A0}",
    ]
    private static let quotes: Set<Unicode.Scalar> = [
        "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}", "\u{300C}", "\u{300E}",
    ]

    init(of line: Substring) {
        let scalars = line.unicodeScalars
        let last = scalars.last { !Self.closing.contains($0) }
        isSentence = last.map(Self.ends.contains) ?? false
        hasQuotation = scalars.contains { scalar in
            scalar.value < 0x80 ? scalar == "\"" : Self.quotes.contains(scalar)
        }
        var digits = 0
        var hour = 0
        var hasYear = false
        for scalar in scalars {
            if (0x30...0x39).contains(scalar.value) {
                digits += 1
                if digits == 4 { hasYear = true }
                if digits == 2, hour > 0 { hasTime = true }
                continue
            }
            hour = (1...2).contains(digits) && (scalar == ":" || scalar == "\u{FF1A}") ? digits : 0
            digits = 0
        }
        if hasYear { hasTime = false }
    }
}
