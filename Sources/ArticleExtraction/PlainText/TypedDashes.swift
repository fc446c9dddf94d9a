/// Makes the two hyphens that a typewriter has for a dash one: "the mill -- an old one -- stays".
///
/// In commands they part options from names: there, and wherever no word stands on both sides, they stay.
enum TypedDashes {
    typealias Line = LineSplitter.RawLine

    /// Words of a line of prose.
    private static let least = 8

    static func join(_ lines: inout [Line]) {
        for index in lines.indices where lines[index].text.holds(" -- ") {
            let words = lines[index].text.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count >= least,
                !words.contains(where: {
                    $0.utf8.first == 0x2D && $0 != "--" || $0.contains("`") || $0 == "$"
                })
            else { continue }
            let joined = words.indices.map { place in
                let isDash =
                    words[place] == "--" && place > 0 && place + 1 < words.count
                    && isWord(words[place - 1]) && isWord(words[place + 1])
                return isDash ? "—" : words[place]
            }
            lines[index].text = joined.joined(separator: " ")
        }
    }

    private static func isWord(_ word: Substring) -> Bool {
        word.contains(where: \.isLetter) && !word.contains { "/=_{}<>|\\".contains($0) }
    }
}
