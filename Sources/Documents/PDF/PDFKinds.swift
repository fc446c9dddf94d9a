/// Says of paragraphs what they are: headings, items, code; and puts together what a box or a heading came between.
enum PDFKinds {
    static func read(_ paragraphs: [PDFParagraph], body: Double) -> [PDFParagraph] {
        var result = paragraphs
        for index in result.indices { result[index].kind = kind(of: result[index], body) }
        checkNumbers(&result)
        level(&result, body)
        return rejoined(result, body)
    }

    private static func kind(of paragraph: PDFParagraph, _ body: Double) -> PDFParagraph.Kind {
        guard paragraph.kind != .table, let first = paragraph.lines.first else {
            return paragraph.kind
        }
        if paragraph.isAll(.fixed) { return .code }
        let isShort = paragraph.letters <= 160 && paragraph.lines.count <= 4
        if paragraph.size > 1.12 * body, isShort { return .heading(level: 1) }
        if paragraph.isAll(.bold), isShort, paragraph.lines.count <= 2,
            paragraph.size > 0.9 * body,
            !(paragraph.isEnded && paragraph.lastWord.last == ".")
        {
            return .heading(level: 1)
        }
        guard first.words.count > 1, let mark = PDFListMark.mark(first.words[0].text) else {
            return .text
        }
        switch mark {
        case .bullet: return .bullet
        case .number(let number): return .number(number)
        }
    }

    /// A number is an item's only where the next one follows, or the one before went before.
    private static func checkNumbers(_ paragraphs: inout [PDFParagraph]) {
        var numbers: [(index: Int, number: Int)] = []
        for index in paragraphs.indices {
            if case .number(let number) = paragraphs[index].kind { numbers.append((index, number)) }
        }
        for (place, entry) in numbers.enumerated() {
            let before = place > 0 ? numbers[place - 1].number : nil
            let after = place + 1 < numbers.count ? numbers[place + 1].number : nil
            if before != entry.number - 1, after != entry.number + 1 {
                paragraphs[entry.index].kind = .text
            }
        }
    }

    private static func level(_ paragraphs: inout [PDFParagraph], _ body: Double) {
        var sizes: Set<Int> = []
        for paragraph in paragraphs {
            if case .heading = paragraph.kind { sizes.insert(rank(paragraph.size)) }
        }
        let order = sizes.sorted(by: >)
        for index in paragraphs.indices {
            guard case .heading = paragraphs[index].kind,
                let place = order.firstIndex(of: rank(paragraphs[index].size))
            else { continue }
            paragraphs[index].kind = .heading(level: min(6, place + 1))
        }
    }

    private static func rank(_ size: Double) -> Int { Int((size * 2).rounded()) }

    /// A paragraph whose sentence goes on behind a box, a table or a heading of another column is whole, and that comes
    /// after it.
    private static func rejoined(_ paragraphs: [PDFParagraph], _ body: Double) -> [PDFParagraph] {
        var result = paragraphs
        var index = 0
        while index + 2 < result.count {
            defer { index += 1 }
            guard isOpen(result[index]) else { continue }
            for other in index + 2..<min(result.count, index + 14) {
                if goesOn(result[other], result[index], paragraphs: result[(index + 1)..<other]) {
                    result[index].lines += result[other].lines
                    result.remove(at: other)
                    break
                }
                if result[other].kind == .text, isLike(result[other], result[index]) { break }
            }
        }
        return result
    }

    private static func isOpen(_ paragraph: PDFParagraph) -> Bool {
        paragraph.kind == .text && !paragraph.isEnded && paragraph.lines.count > 1
    }

    private static func isLike(_ first: PDFParagraph, _ second: PDFParagraph) -> Bool {
        abs(first.size - second.size) < 0.05 * first.size
            && first.lines.first?.family == second.lines.first?.family
    }

    private static func goesOn(
        _ next: PDFParagraph, _ first: PDFParagraph, paragraphs: ArraySlice<PDFParagraph>
    ) -> Bool {
        guard next.kind == .text, isLike(next, first), let start = next.firstWord.first,
            start.isLowercase
        else { return false }
        return paragraphs.allSatisfy { $0.kind != .text || !isLike($0, first) }
    }
}
