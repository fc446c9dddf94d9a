/// Tells the marks of lists from signs and ordinals that stand at the start of a line: "1. Bundesliga", "- 4 °C",
/// "> 5 years".
///
/// A mark may go where a reader could put it back. Items that count up from 1 tell their numbers by their places; a number
/// that begins one line alone, or jumps, is told by nothing else and stays.
enum ListMarks {
    /// What a line may be an item of.
    struct Item {
        var marker: TextLine.Marker
        /// The mark as it stands: "2. ", "- ".
        var mark: String
        /// What stands behind it.
        var text: String
        /// Columns before it.
        var indent = 0
        /// Whether an empty line, or a paragraph, parts it from what stands before.
        var isApart = false
    }

    /// Lines of one item that are set in below it are passed over, so many at most.
    private static let reach = 40

    /// The same lines, those marked that are items, the others with what looked like a mark as text.
    static func settled(_ lines: [TextLine]) -> [TextLine] {
        guard lines.contains(where: { !$0.mark.isEmpty }) else { return lines }
        let items = lines.map { line in
            Item(
                marker: line.marker, mark: line.mark, text: line.text, indent: line.indent,
                isApart: line.blanksBefore > 0)
        }
        let areMarks = areMarks(items)
        var settled = lines
        for index in lines.indices where !areMarks[index] {
            settled[index].text = lines[index].mark + lines[index].text
            settled[index].marker = .none
            settled[index].mark = ""
        }
        return settled
    }

    /// For each line whether its mark, if it has one, is that of a list or a quotation.
    static func areMarks(_ items: [Item]) -> [Bool] {
        var areMarks = [Bool](repeating: true, count: items.count)
        var isSeen = [Bool](repeating: false, count: items.count)
        var last: Int?
        for index in items.indices where !isSeen[index] {
            switch items[index].marker {
            case .ordered(let number):
                let run = numbered(from: index, in: items)
                let isList = isList(run, items, isContinued: last.map { $0 + 1 == number } ?? false)
                for place in run {
                    isSeen[place] = true
                    areMarks[place] = isList
                }
                if isList { last = run.last.flatMap { Self.number(of: items[$0]) } }
            case .bullet, .quote:
                var end = index + 1
                while end < items.count, items[end].marker == items[index].marker,
                    items[end].mark == items[index].mark
                {
                    end += 1
                }
                let run = index..<end
                let areSigns =
                    items[index].marker == .quote
                    ? areComparisons(items[run]) : SignedFigure.areSigns(items[run])
                let isSpeech = run.count == 1 && isSpoken(items[index])
                for place in run {
                    isSeen[place] = true
                    areMarks[place] = !areSigns && !isSpeech
                }
            case .none, .heading: break
            }
        }
        return areMarks
    }

    /// "– It comes later, she says.": one line alone is no list, and a dash as long as that begins speech.
    private static func isSpoken(_ item: Item) -> Bool {
        item.mark.hasPrefix("–") && OwnWords.isSentence(item.text)
    }

    /// The items that count up by one from a line on, those of lists within it passed over.
    private static func numbered(from start: Int, in items: [Item]) -> [Int] {
        guard var last = number(of: items[start]) else { return [] }
        let indent = items[start].indent
        var run = [start]
        var index = start + 1
        while index < items.count, let before = run.last, index - before <= reach {
            let item = items[index]
            if item.indent > indent + 1 || item.marker == .bullet {
                index += 1
                continue
            }
            guard let number = number(of: item), number == last + 1, item.indent >= indent - 1
            else { break }
            run.append(index)
            last = number
            index += 1
        }
        return run
    }

    private static func isList(_ run: [Int], _ items: [Item], isContinued: Bool) -> Bool {
        // After a picture or a paragraph the count goes on.
        if isContinued { return true }
        guard run.count > 1, let first = run.first.flatMap({ number(of: items[$0]) }) else {
            return false
        }
        return first <= 1 || !run.dropFirst().contains { items[$0].isApart }
    }

    private static func number(of item: Item) -> Int? {
        if case .ordered(let number) = item.marker { return number }
        return nil
    }

    /// The lines of a quotation with its mark before each, where that compares; nil else.
    static func comparisons(_ lines: [String]) -> [String]? {
        let lines = lines.filter { !$0.isEmpty }
        guard !lines.isEmpty else { return nil }
        let items = lines.map { Item(marker: .quote, mark: "> ", text: $0) }
        return areComparisons(items[...]) ? lines.map { "\\> " + $0 } : nil
    }

    /// "> 5 years: one tablet": a figure, and no sentence as one quotes it.
    private static func areComparisons(_ items: ArraySlice<Item>) -> Bool {
        items.allSatisfy { item in
            (item.text.first { !"$€£ ".contains($0) }?.isNumber ?? false)
                && !OwnWords.isSentence(item.text)
        }
    }
}
