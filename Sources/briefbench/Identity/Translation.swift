/// Other words in the place of a text's own: names, figures and marks stay, as they do in a translation.
enum Translation {
    static func german(_ text: String) -> String {
        var last = ""
        return text.split(separator: " ").map { part in
            let word = String(part)
            let letters = word.filter(\.isLetter)
            defer { last = letters }
            // Names keep their form; the first word of a sentence is none.
            guard letters.count > 1, letters == letters.lowercased() || last.isEmpty else {
                return word
            }
            return word.replacing(letters, with: rendered(letters))
        }.joined(separator: " ")
    }

    private static let syllables = [
        "ver", "ge", "be", "ung", "heit", "aus", "stell", "zeich", "nun", "wald", "schaff", "ein",
        "traut", "lich", "haus", "brück", "mark", "rund", "zeit", "werk",
    ]

    private static func rendered(_ word: String) -> String {
        let known = [
            "the": "die", "of": "von", "and": "und", "in": "in", "is": "ist", "has": "hat",
            "that": "dass", "to": "zu", "be": "sein", "for": "für", "it": "es", "on": "am",
            "with": "mit", "not": "nicht", "are": "sind", "as": "wie", "by": "durch", "a": "ein",
        ]
        if let word = known[word.lowercased()] { return word }
        var number = word.utf8.reduce(UInt64(7)) { $0 &* 131 &+ UInt64($1) }
        var text = ""
        for _ in 0..<max(1, min(4, word.count / 3)) {
            text += syllables[Int(number % UInt64(syllables.count))]
            number /= 31
        }
        return text
    }
}
