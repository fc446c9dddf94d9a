/// Guesses the character set of undeclared text that is not UTF-8.
///
/// A sample is read in every candidate. A candidate falls when the bytes are not valid in it; the
/// others are ranked by the share of their characters that are common in the languages written so.
struct CharsetDetector {
    private let sample: ArraySlice<UInt8>

    /// Bytes looked at: enough for certainty, little enough for large files.
    private static let sampleSize = 32_768

    init(_ bytes: [UInt8], firstHigh: Int) {
        var start = max(0, firstHigh - 200)
        // A line's start is never the middle of a character.
        while start > 0, bytes[start - 1] != 0x0A, start > firstHigh - 400 { start -= 1 }
        if start > 0, bytes[start - 1] != 0x0A { start = firstHigh }
        var end = min(bytes.count, start + Self.sampleSize)
        if end < bytes.count {
            let floor = end - 2_000
            var cut = end
            while cut > floor, cut > start, bytes[cut - 1] != 0x0A { cut -= 1 }
            if cut > floor, cut > firstHigh { end = cut }
        }
        sample = bytes[start..<end]
    }

    /// Whether the sample is valid in a character set, but for a stray byte in 200 characters.
    func reads(_ charset: Charset) -> Bool {
        guard let conversion = Iconv(from: charset) else { return false }
        let result = conversion.decode(sample)
        let high = sample.reduce(0) { $0 + ($1 > 0x7F ? 1 : 0) }
        return result.replaced <= max(1, high / 400)
    }

    /// The likeliest character set; nil when nothing is likely. Dear: the sample is read in every candidate.
    func best() -> Ranking? { ranked().first }

    struct Ranking {
        var charset: Charset
        var score: Double
        /// Characters beyond ASCII that the score is made from.
        var characters: Int

        /// Whether it is so likely that a declared Western set does not count against it.
        var isSure: Bool { characters >= 8 && score >= 0.5 }
    }

    private func ranked() -> [Ranking] {
        let runs = highRuns()
        // In Latin scripts letters beyond ASCII stand alone; elsewhere they stand in runs.
        let isLatin = runs.adjacent * 2 < runs.high
        let words = LatinWords(sample)
        var rankings: [Ranking] = []
        for candidate in ScriptProfile.all {
            if isLatin, !candidate.isLatin { continue }
            if !isLatin, candidate.isLatin, candidate.charset != .windows1252 { continue }
            guard let conversion = Iconv(from: candidate.charset) else { continue }
            let result = conversion.decode(sample)
            guard result.replaced <= max(1, runs.high / 200) else { continue }
            let (score, count) =
                isLatin
                ? Self.latinScore(candidate.charset, result.utf8, words)
                : candidate.score(of: result.utf8)
            guard score > 0.05 else { continue }
            rankings.append(Ranking(charset: candidate.charset, score: score, characters: count))
        }
        // Stable: of equals the first of the table wins.
        return rankings.enumerated().sorted {
            $0.element.score != $1.element.score
                ? $0.element.score > $1.element.score : $0.offset < $1.offset
        }.map(\.element)
    }

    /// The likeliest of a set's languages: by its letters, and by the words around them, which tell more where there
    /// are few letters beyond ASCII.
    private static func latinScore(
        _ charset: Charset, _ utf8: [UInt8], _ words: LatinWords
    ) -> (score: Double, characters: Int) {
        let reading = LatinReading(utf8)
        let languages = LatinLanguage.all(in: charset)
        let best = languages.map { language in
            reading.fit(language, of: languages) + wordWeight * words.share(of: language)
        }.max()
        return (best ?? 0, reading.characters)
    }

    /// In ordinary text a third of the words are in a language's list.
    private static let wordWeight = 2.0

    private func highRuns() -> (high: Int, adjacent: Int) {
        var high = 0
        var adjacent = 0
        var previous: UInt8 = 0
        for byte in sample {
            if byte > 0x7F {
                high += 1
                if previous > 0x7F { adjacent += 1 }
            }
            previous = byte
        }
        return (high, adjacent)
    }
}
