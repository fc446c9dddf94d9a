/// Finds the title of a document of an office among its blocks: what is set as one, else the heading that the text begins
/// with, where it has no other of its level, else the line above it that is set in larger letters.
struct Headline {
    private var styled: String?
    private var first: (text: String, level: Int)?
    /// Headings of the level of the first one, which begins the text.
    private var count = 0
    /// The paragraph that the text begins with, and the size of its letters; and whether those below are smaller.
    private var beginning: (text: String, size: Int, isLarger: Bool)?
    /// Whether nothing stands above what comes.
    var isOpen = true

    private static let longest = 300

    var title: String? {
        if let styled { return styled }
        if count == 1, let first { return first.text }
        guard count == 0, let beginning, beginning.isLarger else { return nil }
        return beginning.text
    }

    mutating func setTitle(_ text: String) {
        if styled == nil, !text.isEmpty { styled = text }
    }

    /// A paragraph without a style; `size` of its letters, in any unit.
    mutating func addParagraph(_ text: String, size: Int) {
        if isOpen {
            guard !text.isEmpty, text.utf8.count <= Self.longest else { return }
            beginning = (text, size, false)
        } else if let before = beginning, !before.isLarger {
            beginning?.isLarger = size < before.size
            if size >= before.size { beginning = nil }
        }
    }

    mutating func addHeading(_ text: String, level: Int) {
        if isOpen, first == nil, !text.isEmpty { first = (text, level) }
        if let first, level <= first.level { count += 1 }
    }
}
