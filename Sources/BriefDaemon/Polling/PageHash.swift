/// What an entry says whose linked page is filed: its words, its figures and its dates, each as a hash.
///
/// A number in such an entry counts, most of the time, what happens on its page ("So far 7 people have signed it"), and
/// must not have the page asked for at every poll. Where the entry bears another date as well, it is an update.
struct PageHash: CustomStringConvertible {
    private static let prefix = "page:"
    /// So many characters of the hashes of figures and dates are kept.
    private static let length = 16

    private let words: Substring
    /// nil where an earlier version wrote it, which kept none.
    private let figures: Substring?
    private let dates: Substring?

    init(words: String, figures: String, dates: String) {
        self.words = words[...]
        self.figures = figures.prefix(Self.length)
        self.dates = dates.prefix(Self.length)
    }

    /// nil for a hash of another kind.
    init?(_ text: String) {
        guard text.hasPrefix(Self.prefix) else { return nil }
        let parts = text.dropFirst(Self.prefix.count).split(separator: ":")
        guard let first = parts.first else { return nil }
        words = first
        (figures, dates) = parts.count == 3 ? (parts[1], parts[2]) : (nil, nil)
    }

    var description: String {
        Self.prefix + [words, figures, dates].compactMap { $0 }.joined(separator: ":")
    }

    /// Whether the page need not be asked for again.
    func isSame(as other: PageHash) -> Bool {
        guard words == other.words else { return false }
        guard let figures, let dates, let before = other.figures, let day = other.dates else {
            return true
        }
        return figures == before || dates == day
    }
}
