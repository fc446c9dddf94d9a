/// The upright strips of a page in which no word stands, with text on both sides: what parts its columns.
struct PDFGutters {
    struct Gutter {
        var middle, width, top, bottom: Double
    }

    private(set) var gutters: [Gutter] = []

    /// Points; larger pages have larger cells.
    private let cell: Double
    private let columns: Int
    private let rows: Int

    /// - Parameter em: the size of the page's usual type.
    init(_ words: [PDFWord], width: Double, height: Double, em: Double) {
        cell = max(1, max(width, height) / 1_600)
        columns = min(2_000, max(1, Int(width / cell) + 1))
        rows = min(2_000, max(1, Int(height / cell) + 1))
        guard words.count > 3, em > 0 else { return }
        let taken = Self.taken(words, cell, columns, rows, em)
        find(taken, least: max(4, 0.55 * em), support: 4.2 * em)
    }

    /// How many gutters stand left of a place: words of one row with the same number are of one column.
    func column(of word: PDFWord) -> Int {
        var count = 0
        for gutter in gutters
        where gutter.middle < word.center && gutter.top <= word.middle
            && gutter.bottom >= word.middle
        {
            count += 1
        }
        return count
    }

    private static func taken(
        _ words: [PDFWord], _ cell: Double, _ columns: Int, _ rows: Int, _ em: Double
    ) -> [Bool] {
        var taken = [Bool](repeating: false, count: columns * rows)
        for word in words {
            // The blanks of larger type are wider, and no gutters.
            // Dots lead over to what stands far right.
            var more = word.isLeader ? 5 * em : max(0, word.size - em) * 0.35
            // Code is laid out by blanks.
            if word.style.contains(.fixed) { more = 2.5 * em }
            let left = max(0, Int((word.left - more) / cell))
            let right = min(columns - 1, Int((word.right + more) / cell))
            // The room above and below the letters belongs to no word.
            let inset = word.height * 0.15
            let top = max(0, Int((word.top + inset) / cell))
            let bottom = min(rows - 1, Int((word.bottom - inset) / cell))
            guard left <= right, top <= bottom else { continue }
            for row in top...bottom {
                for column in left...right { taken[row * columns + column] = true }
            }
        }
        return taken
    }

    private mutating func find(_ taken: [Bool], least: Double, support: Double) {
        let half = max(1, Int((least / cell / 2).rounded()))
        let needed = Int(support / cell)
        var start = [Int](repeating: -1, count: columns)
        var last = [Int](repeating: 0, count: columns)
        var count = [Int](repeating: 0, count: columns)
        var found: [(column: Int, top: Int, bottom: Int, support: Int)] = []
        func close(_ column: Int) {
            if start[column] >= 0, count[column] >= needed {
                found.append((column, start[column], last[column], count[column]))
            }
            start[column] = -1
            count[column] = 0
        }
        for row in 0..<rows {
            let base = row * columns
            var first = 0
            while first < columns, !taken[base + first] { first += 1 }
            // A row without text neither ends a strip nor speaks for one.
            guard first < columns else { continue }
            var final = columns - 1
            while !taken[base + final] { final -= 1 }
            var column = 0
            while column < columns {
                guard !taken[base + column] else {
                    close(column)
                    column += 1
                    continue
                }
                var end = column
                while end < columns, !taken[base + end] { end += 1 }
                for place in column..<end {
                    let isOuter = place < first || place > final
                    guard isOuter || place - column >= half && end - place > half else {
                        close(place)
                        continue
                    }
                    if isOuter { continue }
                    if start[place] < 0 { start[place] = row }
                    last[place] = row
                    count[place] += 1
                }
                column = end
            }
        }
        for column in 0..<columns { close(column) }
        merge(found)
    }

    /// Neighbouring places that are free at the same heights are one gutter: the place with the most text beside it.
    private mutating func merge(
        _ found: [(column: Int, top: Int, bottom: Int, support: Int)]
    ) {
        let strongest = found.sorted {
            ($0.support, $1.column) > ($1.support, $0.column)
        }
        var kept: [(column: Int, top: Int, bottom: Int)] = []
        for strip in strongest where kept.count < 400 {
            let isPart = kept.contains {
                abs($0.column - strip.column) <= 8 && strip.top <= $0.bottom
                    && strip.bottom >= $0.top
            }
            if !isPart { kept.append((strip.column, strip.top, strip.bottom)) }
        }
        gutters = kept.map {
            Gutter(
                middle: (Double($0.column) + 0.5) * cell, width: cell,
                top: Double($0.top) * cell, bottom: Double($0.bottom + 1) * cell)
        }
    }
}
