import FoundationEssentials

/// The words of a piece of HTML, roughly: enough to tell an article from a teaser.
///
/// A word holds a letter or a digit; each character of a script that writes no spaces is half a one. Linear.
struct PlainWords {
    /// In words.
    let count: Int
    /// Whether the text ends as cut ones do: an ellipsis, "[…]", "Read more".
    let isCut: Bool
    /// As people read it, in one line.
    let plain: String

    init(html: String) { self.init(plain: MarkupText.plain(html)) }

    init(plain text: String) {
        plain = text
        var words = 0
        var wide = 0
        for part in WordParts(text) {
            if part.isWide { wide += 1 } else { words += 1 }
        }
        // Two characters of scripts that write no spaces count as a word.
        count = words + wide / 2
        isCut = CutEnding.isCut(text)
    }

    /// Whether nearly all that the other says is said here too, in the same words.
    func holds(_ other: PlainWords) -> Bool { share(of: other, runs: 3) >= 0.8 }

    /// The share of the other's runs of so many words that stand here too; 1 where it has none. A text that is
    /// shorter than a run is one run.
    func share(of other: PlainWords, runs length: Int) -> Double {
        let wanted = other.runs(length)
        guard !wanted.isEmpty else { return 1 }
        let length = wanted.first?.split(separator: " ").count ?? length
        let here = runs(length)
        return Double(wanted.intersection(here).count) / Double(wanted.count)
    }

    private func runs(_ length: Int) -> Set<String> {
        let words = folded
        guard words.count > length else {
            return words.isEmpty ? [] : [words.joined(separator: " ")]
        }
        return Set(
            (0...(words.count - length)).map { start in
                words[start..<(start + length)].joined(separator: " ")
            })
    }

    /// Its words in lower case, in order; characters of scripts without spaces one by one.
    var folded: [String] { WordParts(plain).map { $0.text.lowercased() } }
}
