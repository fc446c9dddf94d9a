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
        if let month = names[word] { return month }
        // Hebrew writes "in" onto the name.
        if word.unicodeScalars.first == "ב", let month = names[String(word.dropFirst())] {
            return month
        }
        return nil
    }

    /// Whether a word is written in Thai.
    static func isThai(_ word: String) -> Bool {
        word.unicodeScalars.first.map { (0xE01...0xE5B).contains($0.value) } ?? false
    }

    /// False for a word that begins no name of two words.
    static func mayBeginTwo(_ word: String) -> Bool {
        (word.utf8.first ?? 0) >= 0x80 && (word.utf8.first == 0xD7 || firstOfTwo.contains(word))
    }

    /// None of them is of ASCII.
    private static let firstOfTwo = Set(
        names.keys.compactMap { name in
            name.utf8.firstIndex(of: UInt8(ascii: " ")).map { String(name[..<$0]) }
        })

    private static let names: [String: Month] = {
        var names = [String: Month](minimumCapacity: 2_000)
        func add(_ table: [String], _ calendar: Calendar) {
            for language in table {
                let months = language.utf8.split(
                    separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
                for (index, variants) in months.enumerated() {
                    for name in variants.split(separator: UInt8(ascii: " ")) {
                        let bytes = name.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
                        let key = String(decoding: TextFolding.folded(bytes.span), as: UTF8.self)
                        if names[key] == nil {
                            names[key] = Month(number: index + 1, calendar: calendar)
                        }
                    }
                }
            }
        }
        add(europe + asia, .gregorian)
        add(thai, .thai)
        add(solarHijri, .solarHijri)
        return names
    }()
}
