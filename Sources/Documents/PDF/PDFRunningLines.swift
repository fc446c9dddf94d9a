/// Takes running heads, feet and page numbers out of the lines of all pages: what stands at one place on many pages, the
/// same but for its numbers, or apart from the text.
struct PDFRunningLines {
    private struct Place: Hashable {
        var text: String
        var height: Int
    }

    private struct Candidate {
        var page, index: Int
        var line: PDFLine
        var isTop: Bool
        /// Whether it stands apart from what is next to it.
        var isApart: Bool
    }

    private let pages: [PDFPage]
    private let body: Double

    /// - Returns: what was taken out, from the first page on.
    static func remove(
        from lines: inout [[PDFLine]], pages: [PDFPage], body: Double
    ) -> [PDFLine] {
        let running = PDFRunningLines(pages: pages, body: body)
        let candidates = lines.indices.flatMap { running.candidates(lines[$0], page: $0) }
        var gone = running.repeated(candidates)
        gone.formUnion(running.placed(candidates))
        gone.formUnion(running.numbers(candidates))
        var removed: [PDFLine] = []
        for candidate in candidates where gone.contains([candidate.page, candidate.index]) {
            removed.append(candidate.line)
        }
        for page in lines.indices {
            lines[page] = lines[page].enumerated().filter { !gone.contains([page, $0.offset]) }
                .map(\.element)
        }
        return removed
    }

    /// The first and the last three rows of a page, within its margins.
    private func candidates(_ lines: [PDFLine], page: Int) -> [Candidate] {
        let height = pages[page].height
        let order = lines.indices.sorted { lines[$0].top < lines[$1].top }
        var result: [Candidate] = []
        for isTop in [true, false] {
            let sorted = isTop ? order : order.reversed()
            var rows = 0
            var last: Double?
            for (place, index) in sorted.enumerated() {
                let line = lines[index]
                let isMargin = isTop ? line.bottom < height * 0.16 : line.top > height * 0.86
                guard isMargin else { break }
                if last.map({ abs($0 - line.middle) > 0.5 * line.height }) ?? true { rows += 1 }
                guard rows <= 3 else { break }
                last = line.middle
                let next = sorted[(place + 1)...].first {
                    abs(lines[$0].middle - line.middle) > 0.5 * line.height
                }
                let gap = next.map {
                    isTop ? lines[$0].top - line.bottom : line.top - lines[$0].bottom
                }
                result.append(
                    Candidate(
                        page: page, index: index, line: line, isTop: isTop,
                        isApart: gap.map { $0 > 0.75 * body } ?? true))
            }
        }
        return result
    }

    private var least: Int { pages.count < 6 ? 2 : 3 }

    private func repeated(_ candidates: [Candidate]) -> Set<[Int]> {
        var pagesOf: [Place: Set<Int>] = [:]
        func place(_ candidate: Candidate, _ shift: Int) -> Place {
            Place(
                text: Self.normal(candidate.line.text),
                height: Int((candidate.line.middle / 4).rounded()) + shift)
        }
        for candidate in candidates {
            pagesOf[place(candidate, 0), default: []].insert(candidate.page)
        }
        var gone: Set<[Int]> = []
        for candidate in candidates {
            let count = (-1...1).map { pagesOf[place(candidate, $0)]?.count ?? 0 }.reduce(0, +)
            let isLarge = candidate.line.size > 1.15 * body
            let needed = isLarge ? max(least, pages.count * 6 / 10) : least
            if count >= needed { gone.insert([candidate.page, candidate.index]) }
        }
        return gone
    }

    /// Heads that change from chapter to chapter stand at one height, apart from the text.
    private func placed(_ candidates: [Candidate]) -> Set<[Int]> {
        var byHeight: [Int: [Candidate]] = [:]
        for candidate in candidates where candidate.line.size < 1.12 * body {
            byHeight[Int((candidate.line.middle / 3).rounded()), default: []].append(candidate)
        }
        var gone: Set<[Int]> = []
        for group in byHeight.values {
            let found = Set(group.map(\.page)).count
            let apart = Set(group.filter(\.isApart).map(\.page)).count
            let short = group.count { $0.line.words.count <= 16 }
            guard found >= max(4, pages.count / 2), apart * 10 >= found * 9,
                short * 10 >= group.count * 9
            else { continue }
            for candidate in group { gone.insert([candidate.page, candidate.index]) }
            // A head of two lines begins higher.
            let isTop = group[0].isTop
            guard let edge = group.map(\.line.middle).min(), isTop else { continue }
            for candidate in candidates where candidate.isTop && candidate.line.middle < edge {
                gone.insert([candidate.page, candidate.index])
            }
        }
        return gone
    }

    /// Lone numbers that count with the pages.
    private func numbers(_ candidates: [Candidate]) -> Set<[Int]> {
        let found = candidates.compactMap { candidate in
            Self.pageNumber(candidate.line.text).map { (candidate, number: $0) }
        }
        var offsets: [Int: Set<Int>] = [:]
        for (candidate, number) in found {
            offsets[number - candidate.page, default: []].insert(candidate.page)
        }
        var gone: Set<[Int]> = []
        for (candidate, number) in found {
            let count = offsets[number - candidate.page]?.count ?? 0
            if count >= 2 || pages.count == 1 && candidate.isApart {
                gone.insert([candidate.page, candidate.index])
            }
        }
        return gone
    }

    private static func normal(_ text: String) -> String {
        var result = ""
        var isNumber = false
        for scalar in text.lowercased().unicodeScalars {
            let isDigit = scalar.properties.numericType != nil
            if isDigit, !isNumber { result += "#" }
            if !isDigit, scalar != " " { result.unicodeScalars.append(scalar) }
            isNumber = isDigit
        }
        return result
    }

    /// "12", "- 12 -", "Page 3 of 9", "xiv"; nil for anything else.
    static func pageNumber(_ text: String) -> Int? {
        guard text.utf8.count <= 24 else { return nil }
        let words = text.lowercased().split { " -–—|·[]()/.".contains($0) }
        let before: Set<Substring> = [
            "page", "p", "seite", "pagina", "página", "strona", "стр", "s", "pg",
        ]
        var rest = words[...]
        if let first = rest.first, before.contains(first) { rest.removeFirst() }
        guard let first = rest.popFirst() else { return nil }
        if !rest.isEmpty {
            let of: Set<Substring> = ["of", "von", "de", "di", "sur", "z", "из", "van"]
            if let word = rest.first, of.contains(word) { rest.removeFirst() }
            guard rest.count == 1, let all = rest.first, Int(all) != nil else { return nil }
        }
        return Int(first) ?? roman(first)
    }

    private static func roman(_ text: Substring) -> Int? {
        let values: [Character: Int] = ["i": 1, "v": 5, "x": 10, "l": 50, "c": 100]
        var (sum, last) = (0, 1_000)
        for character in text {
            guard let value = values[character] else { return nil }
            sum += value > last ? value - 2 * last : value
            last = value
        }
        return text.isEmpty ? nil : sum
    }
}
