/// Puts the lines of a page into the order of reading: cut into bands from top to bottom and columns from side to side,
/// again and again (recursive XY-cut; Nagy and Seth, 1984), where a heading that stands across, or alone, opens a band.
struct PDFOrder {
    private let body: Double
    private let page: Int
    private var items: [PDFItem] = []
    private var columns = 0

    private static let deepest = 24

    static func items(of lines: [PDFLine], page: Int, body: Double) -> [PDFItem] {
        var order = PDFOrder(body: body, page: page)
        order.place(lines, depth: 0)
        return order.items
    }

    private init(body: Double, page: Int) {
        self.body = body
        self.page = page
    }

    private mutating func place(_ lines: [PDFLine], depth: Int) {
        guard lines.count > 1, depth < Self.deepest else { return leaf(lines) }
        let rows = PDFRows(lines)
        let gaps = PDFRows.gaps(of: lines)
        let parts = partsAroundHeadings(rows, gaps)
        if parts.count > 1 {
            for part in parts { place(part, depth: depth + 1) }
            return
        }
        if gaps.isEmpty || depth == 0 || rows.count > 1 {
            let bands = bands(rows, hasColumns: !gaps.isEmpty)
            if bands.count > 1 {
                for band in bands { place(band, depth: depth + 1) }
                return
            }
        }
        let parting = gaps.filter { rows.stand(beside: $0) }
        guard let gap = parting.max(by: { $0.upper - $0.lower < $1.upper - $1.lower }) else {
            return leaf(lines)
        }
        if let table = PDFTable.read(rows, body: body) {
            items.append(.table(table, page: page))
            return
        }
        let middle = (gap.lower + gap.upper) / 2
        let left = lines.filter { $0.right <= middle }
        let right = lines.filter { $0.right > middle }
        let isRightToLeft = lines.count { $0.isRightToLeft } * 2 > lines.count
        place(isRightToLeft ? right : left, depth: depth + 1)
        place(isRightToLeft ? left : right, depth: depth + 1)
    }

    /// Cuts before and behind headings that reach over a gap between the columns of what is no heading.
    private func partsAroundHeadings(_ rows: PDFRows, _ gaps: [PDFRows.Gap]) -> [[PDFLine]] {
        func isLarge(_ line: PDFLine) -> Bool { line.size > 1.12 * body }
        let lines = rows.rows.flatMap { $0 }
        guard lines.contains(where: isLarge) else { return [lines] }
        let plain = PDFRows.gaps(of: lines.filter { !isLarge($0) })
        guard plain.count > gaps.count else { return [lines] }
        var parts: [[PDFLine]] = [[]]
        for row in rows.rows {
            let isAcross = row.contains { line in
                isLarge(line) && plain.contains { line.left < $0.lower && line.right > $0.upper }
            }
            if isAcross {
                parts += [row, []]
            } else {
                parts[parts.count - 1] += row
            }
        }
        return parts.filter { !$0.isEmpty }
    }

    /// Cuts from side to side: before and behind what stands across the columns, before a heading beside which nothing
    /// stands, and at wide gaps.
    private func bands(_ rows: PDFRows, hasColumns: Bool) -> [[PDFLine]] {
        var bands: [[PDFLine]] = []
        var band: [PDFLine] = []
        var gaps: [PDFRows.Gap] = []
        var bottom = 0.0
        for (index, row) in rows.rows.enumerated() {
            let isCut: Bool
            if band.isEmpty {
                isCut = false
            } else if hasColumns {
                isCut = opensBand(rows, index, below: bottom)
            } else {
                isCut =
                    (PDFRows.gaps(of: band + row).isEmpty && !gaps.isEmpty)
                    || gaps.isEmpty && row.count > 1 && !PDFRows.gaps(of: row).isEmpty
                    || opensBand(rows, index, below: bottom)
            }
            if isCut {
                bands.append(band)
                band = []
            }
            band += row
            if !hasColumns { gaps = PDFRows.gaps(of: band) }
            bottom = max(bottom, row.map(\.bottom).max() ?? 0)
        }
        if !band.isEmpty { bands.append(band) }
        return bands
    }

    /// A heading alone in its row, with others side by side above and below; or a gap as high as several lines.
    private func opensBand(_ rows: PDFRows, _ index: Int, below bottom: Double) -> Bool {
        let row = rows.rows[index]
        guard let first = row.first else { return false }
        let gap = (row.map(\.top).min() ?? 0) - bottom
        if gap > 3.5 * body { return true }
        let isHeading = first.size > 1.12 * body || first.style.contains(.bold)
        guard row.count == 1, isHeading, gap > 0.15 * body, rows.isCrossed(at: index) else {
            return false
        }
        return true
    }

    private mutating func leaf(_ lines: [PDFLine]) {
        guard !lines.isEmpty else { return }
        columns += 1
        let column = PDFColumn(
            left: lines.map(\.left).min() ?? 0, right: lines.map(\.right).max() ?? 0,
            number: columns)
        for row in PDFRows(lines).rows {
            let isRightToLeft = row.count { $0.isRightToLeft } * 2 > row.count
            let sorted = row.sorted {
                isRightToLeft ? $0.right > $1.right : ($0.left, $0.top) < ($1.left, $1.top)
            }
            for var line in PDFRows.joined(sorted) {
                line.column = column
                line.page = page
                items.append(.line(line))
            }
        }
    }
}
