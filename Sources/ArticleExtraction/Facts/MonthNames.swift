/// The names of the months, in the languages that articles are dated in.
enum MonthNames {
    enum Calendar {
        case gregorian
        /// Of Iran and Afghanistan.
        case solarHijri
        /// Gregorian months, but years of the Buddha, two digits of which may stand alone.
        case thai
    }

    struct Month {
        /// 1 to 12.
        var number: Int
        var calendar = Calendar.gregorian
    }

    /// The month, 1 to 12, that a folded word names in the Gregorian calendar; nil for another word.
    static func month(_ word: some StringProtocol) -> Int? {
        guard let month = named(String(word)), month.calendar != .solarHijri else { return nil }
        return month.number
    }

    /// The month that a folded word names; nil for another word.
    static func named(_ word: String) -> Month? {
        if let month = known(word.utf8Span.span) { return month }
        // Hebrew writes "in" onto the name.
        guard word.unicodeScalars.first == "ב" else { return nil }
        return known(String(word.dropFirst()).utf8Span.span)
    }

    /// Whether a word is written in Thai.
    static func isThai(_ word: String) -> Bool {
        word.unicodeScalars.first.map { (0xE01...0xE5B).contains($0.value) } ?? false
    }

    /// False for a word that begins no name of two words.
    static func mayBeginTwo(_ word: String) -> Bool {
        (word.utf8.first ?? 0) >= 0x80
            && (word.utf8.first == 0xD7 || names.firstOfTwo.contains(word))
    }

    private static func known(_ word: Span<UInt8>) -> Month? {
        var hash = ByteHash.seed
        for index in word.indices { hash = ByteHash.next(hash, word[index]) }
        return names.numbers.known(hash).map { names.months[$0] }
    }

    /// The names by their hashes, the month of each, and the first words of those of two; none of these is of ASCII.
    private static let names: (numbers: KeyNumbers, months: [Month], firstOfTwo: Set<String>) = {
        var numbers = KeyNumbers()
        var months: [Month] = []
        var firstOfTwo: Set<String> = []
        func add(_ table: [String], _ calendar: Calendar) {
            for language in table {
                let lists = language.utf8.split(
                    separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
                for (index, variants) in lists.enumerated() {
                    for name in variants.split(separator: UInt8(ascii: " ")) {
                        let bytes = name.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
                        let key = TextFolding.folded(bytes.span)
                        if numbers.number(ByteHash.of(key[...])) == months.count {
                            months.append(Month(number: index + 1, calendar: calendar))
                        }
                        if let space = key.firstIndex(of: UInt8(ascii: " ")) {
                            firstOfTwo.insert(String(decoding: key[..<space], as: UTF8.self))
                        }
                    }
                }
            }
        }
        add(europe + asia, .gregorian)
        add(thai, .thai)
        add(solarHijri, .solarHijri)
        return (numbers, months, firstOfTwo)
    }()
}
