/// Takes footnotes out of the lines of a page: smaller type at the foot of the page or of a column, that begins with the
/// sign of a note.
enum PDFNotes {
    struct Note: Sendable {
        /// What stands before it: "1", "*".
        var sign: String
        var page: Int
        var lines: [PDFLine]
    }

    static func take(from lines: inout [PDFLine], page: Int, body: Double, height: Double) -> [Note]
    {
        let small = lines.indices.filter { index in
            let line = lines[index]
            guard line.size < 0.94 * body, line.size > 0, line.top > height * 0.25 else {
                return false
            }
            // Nothing of the text's size stands below it.
            return !lines.contains {
                $0.top > line.middle && $0.size >= 0.94 * body && $0.left < line.right
                    && $0.right > line.left
            }
        }
        guard !small.isEmpty, small.count < 400 else { return [] }
        let sorted = small.sorted {
            (column(lines[$0], lines, small), lines[$0].top, lines[$0].left)
                < (column(lines[$1], lines, small), lines[$1].top, lines[$1].left)
        }
        var notes: [Note] = []
        var taken: Set<Int> = []
        for index in sorted {
            var line = lines[index]
            line.page = page
            if let sign = sign(of: line) {
                line.words.removeFirst()
                notes.append(Note(sign: sign, page: page, lines: [line]))
            } else if let last = notes.last?.lines.last, line.top - last.bottom < 0.8 * line.height,
                line.left < last.right, line.right > last.left, line.top > last.middle
            {
                notes[notes.count - 1].lines.append(line)
            } else {
                continue
            }
            taken.insert(index)
        }
        lines = lines.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
        return notes
    }

    /// Lines that begin at about one place are of one column.
    private static func column(_ line: PDFLine, _ lines: [PDFLine], _ small: [Int]) -> Int {
        Int(line.left / 100)
    }

    private static func sign(of line: PDFLine) -> String? {
        guard line.words.count > 1, let first = line.words.first else { return nil }
        var text = first.text
        while let last = text.last, ".)]".contains(last) { text.removeLast() }
        if text.first == "[" { text.removeFirst() }
        guard let sign = text.first else { return nil }
        if "*†‡§¶".contains(sign), text.allSatisfy({ $0 == sign }) { return text }
        guard text.utf8.count <= 3, Int(text) != nil else { return nil }
        return text
    }
}
