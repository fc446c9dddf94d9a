/// The cells of a table in AsciiDoc: they may stand a row a line, or each on a line of its own.
struct AsciiDocTable {
    struct Cell {
        var text: String
        /// Whether blocks stand in it ("a|").
        var isBlocks = false
    }

    /// As the table states; nil where the first line tells.
    private var columns: Int?
    private var cells: [Cell] = []
    private var lines = 0
    /// Whether an empty line follows the first one: it is a head.
    private(set) var isFirstRowAlone = false

    init(columns: Int?) { self.columns = columns }

    /// The number of columns in `cols="1,2,a"`, `cols=3*`, split at its commas already.
    static func columns(of names: [Substring]) -> Int? {
        guard let first = names.firstIndex(where: { $0.drop { $0 == " " }.hasPrefix("cols=") })
        else { return nil }
        var count = 0
        for (place, name) in names[first...].enumerated() {
            let value = place == 0 ? name.drop { $0 != "=" }.dropFirst() : name.drop { $0 == " " }
            let spec = value.filter { $0 != "\"" }
            if let star = spec.firstIndex(of: "*"), let times = Int(spec[..<star]) {
                count += min(times, 1_000)
            } else {
                count += 1
            }
            if name.hasSuffix("\"") || place == 0 && !name.contains("\"") { break }
        }
        return count > 0 ? count : nil
    }

    mutating func take(_ line: Substring, bar: Character) {
        lines += 1
        guard !line.isEmpty else {
            if lines == 2 { isFirstRowAlone = true }
            if let last = cells.indices.last { cells[last].text += "\n" }
            return
        }
        guard bar != "," else {
            cells += line.split(separator: ",", omittingEmptySubsequences: false)
                .map { Cell(text: StatedFacts.trimmed($0.filter { $0 != "\"" })) }
            columns = columns ?? cells.count
            return
        }
        let parts = line.split(separator: bar, omittingEmptySubsequences: false)
        let (before, specs) = (parts[0], parts.dropFirst())
        guard !specs.isEmpty else {
            if let last = cells.indices.last { cells[last].text += "\n" + line }
            return
        }
        // What stands before a bar without a blank says how the cell is: "2+|", "a|".
        var (spec, text) = Self.spec(before)
        if let last = cells.indices.last, !text.isEmpty { cells[last].text += "\n" + text }
        for (number, part) in specs.enumerated() {
            let isLast = number == specs.count - 1
            let (next, content) = isLast ? ("", part) : Self.spec(part)
            let cell = Cell(text: String(content), isBlocks: spec.hasSuffix("a"))
            let count = spec.hasSuffix("*") ? Int(spec.dropLast()) ?? 1 : 1
            for _ in 0..<min(max(1, count), 100) { cells.append(cell) }
            spec = next
        }
        if columns == nil { columns = cells.count }
    }

    /// What says how the next cell is, at the end of a part.
    private static func spec(_ part: Substring) -> (spec: Substring, text: Substring) {
        let signs = "0123456789.+*<>^aehlmsd"
        var start = part.endIndex
        while start > part.startIndex, signs.contains(part[part.index(before: start)]) {
            start = part.index(before: start)
        }
        let spec = part[start...]
        let isSpec =
            !spec.isEmpty && (start == part.startIndex || part[part.index(before: start)] == " ")
            && (spec.contains { "+*<>^".contains($0) }
                || spec.count == 1 && "aehlmsd".contains(spec))
        return isSpec ? (spec, part[..<start]) : ("", part)
    }

    func rows() -> [[Cell]] {
        let width = max(1, columns ?? 1)
        let whole = cells.map { cell in
            var text = Substring(cell.text)
            while let last = text.last, last == " " || last == "\n" { text.removeLast() }
            return Cell(
                text: String(text.drop { $0 == " " || $0 == "\n" }), isBlocks: cell.isBlocks)
        }
        return stride(from: 0, to: whole.count, by: width).map {
            Array(whole[$0..<min($0 + width, whole.count)])
        }
    }
}
