/// The lines before a text that are facts (`OpeningLines`), for text and Markdown.
struct TextOpening {
    private let facts: Set<Int>
    /// The days that head the parts of a diary: the first of them is text as the others are.
    private let days: Set<Int>

    /// - Parameter left: the lines that are left of the text, in order.
    init(lines: [LineTraits], _ left: [Int], title: String?, authors: [String]) {
        let opening = OpeningLines(title: title, authors: authors)
        let first = left.prefix(OpeningLines.reach + 1)
        let days = left.filter { index in
            lines[index].weight <= 8 && lines[index].date != nil
                && opening.isDay(lines[index].line.text)
        }
        let isDiary = days.count > 1
        let kinds = opening.kinds(
            of: first.map { index in
                OpeningLines.Line(
                    text: lines[index].line.text,
                    isHeading: isDiary && days.contains(index)
                        || lines[index].line.marker.isHeading,
                    length: Float(lines[index].weight))
            }, isDiary: isDiary)
        facts = Set(zip(first, kinds).compactMap { $0.1 == nil ? nil : $0.0 })
        self.days = isDiary ? Set(days) : []
    }

    /// - Parameter used: what was read as a fact already.
    func drops(_ index: Int, used: Set<Int>) -> Bool {
        facts.contains(index) || used.contains(index) && !days.contains(index)
    }
}
