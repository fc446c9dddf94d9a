/// What the words of one passage tell by themselves.
struct TextTraits {
    static let names = [
        "length", "characters", "linkDensity", "commas", "sentenceEnds", "digits", "capitals",
        "ideographs", "wordLength", "endsSentence", "endsColon", "endsEllipsis", "startsCapital",
        "startsDigit", "startsMark", "separators", "colons", "copyright", "quotes", "at", "year",
        "upper", "preformatted", "commaShare", "sentenceShare",
    ]

    static func append(_ index: Int, of page: Page, to row: inout OutputSpan<Float>) {
        let passage = page.passages[index]
        let census = passage.census
        let length = max(0.5, census.length)
        let marks = TextMarks(page.bytes(index))
        row.append(census.length)
        row.append(Float(census.characters))
        row.append(min(1, passage.linked.length / length))
        row.append(Float(census.commas))
        row.append(Float(census.sentenceEnds))
        row.append(Float(census.digits) / Float(max(1, census.characters)))
        row.append(Float(census.capitals) / length)
        row.append(Float(census.ideographs) / Float(max(1, census.characters)))
        row.append(Float(census.characters) / length)
        row.append(marks.endsSentence ? 1 : 0)
        row.append(marks.endsColon ? 1 : 0)
        row.append(marks.endsEllipsis ? 1 : 0)
        row.append(marks.startsCapital ? 1 : 0)
        row.append(marks.startsDigit ? 1 : 0)
        row.append(marks.startsMark ? 1 : 0)
        row.append(Float(marks.separators))
        row.append(Float(marks.colons))
        row.append(Float(marks.copyrights))
        row.append(Float(marks.quotes))
        row.append(Float(marks.ats))
        row.append(Float(marks.years))
        row.append(Float(marks.upper) / Float(max(1, census.characters)))
        row.append(passage.isPreformatted ? 1 : 0)
        row.append(Float(census.commas) / length)
        row.append(Float(census.sentenceEnds) / length)
    }
}

/// Marks in a text that menus, bylines and notices have more of than prose.
private struct TextMarks {
    var endsSentence = false
    var endsColon = false
    var endsEllipsis = false
    var startsCapital = false
    var startsDigit = false
    var startsMark = false
    var separators = 0
    var colons = 0
    var copyrights = 0
    var quotes = 0
    var ats = 0
    var years = 0
    var upper = 0

    init(_ text: ArraySlice<UInt8>) {
        let bytes = text.span
        guard bytes.count > 0 else { return }
        readStart(bytes)
        readEnd(bytes)
        count(bytes)
    }

    private mutating func readStart(_ bytes: Span<UInt8>) {
        let first = bytes[0]
        startsCapital = (0x41...0x5A).contains(first)
        startsDigit = (0x30...0x39).contains(first)
        startsMark = first < 0x30 || (first == 0xC2 || first == 0xE2)
    }

    private mutating func readEnd(_ bytes: Span<UInt8>) {
        var last = bytes.count - 1
        // Quotes and brackets that close after the full stop are passed over.
        while last > 0, bytes[last] == 0x22 || bytes[last] == 0x29 || bytes[last] == 0x27 {
            last -= 1
        }
        if last >= 2, bytes[last - 2] == 0xE2, bytes[last - 1] == 0x80, bytes[last] == 0x9D {
            last = max(0, last - 3)
        }
        let byte = bytes[last]
        endsSentence = byte == 0x2E || byte == 0x21 || byte == 0x3F
        endsColon = byte == 0x3A
        guard last >= 2, byte >= 0x80 else {
            endsEllipsis = last >= 2 && byte == 0x2E && bytes[last - 1] == 0x2E
            return
        }
        switch (bytes[last - 2], bytes[last - 1], byte) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xE3, 0x80, 0x8D),
            (0xE0, 0xA5, 0xA4):
            endsSentence = true
        case (0xEF, 0xBC, 0x9A): endsColon = true
        case (0xE2, 0x80, 0xA6): endsEllipsis = true
        default: break
        }
    }

    private mutating func count(_ bytes: Span<UInt8>) {
        var digits = 0
        let plain = Self.plain.span
        for index in bytes.indices {
            let byte = bytes[index]
            if plain[Int(byte)] {
                digits = 0
                continue
            }
            switch byte {
            case 0x30...0x39:
                digits += 1
                if digits == 4, isYear(bytes, index) { years += 1 }
                continue
            case 0x41...0x5A: upper += 1
            case 0x7C, 0x3E, 0x2F: separators += 1
            case 0x3A: colons += 1
            case 0x22: quotes += 1
            case 0x40: ats += 1
            case 0xC2: readLatin(bytes, index)
            case 0xE2: readGeneral(bytes, index)
            default: break
            }
            digits = 0
        }
    }

    /// Bytes that count for nothing: most of all texts.
    private static let plain: [Bool] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x7C, 0x3E, 0x2F, 0x3A, 0x22, 0x40, 0xC2, 0xE2: false
        default: true
        }
    }

    private func isYear(_ bytes: Span<UInt8>, _ last: Int) -> Bool {
        let century = (bytes[last - 3], bytes[last - 2])
        let isOver = last + 1 == bytes.count || !(0x30...0x39).contains(bytes[last + 1])
        return isOver && (century == (0x31, 0x39) || century == (0x32, 0x30))
    }

    private mutating func readLatin(_ bytes: Span<UInt8>, _ index: Int) {
        guard index + 1 < bytes.count else { return }
        switch bytes[index + 1] {
        case 0xA9: copyrights += 1
        case 0xB7, 0xBB, 0xAB: separators += 1
        default: break
        }
    }

    private mutating func readGeneral(_ bytes: Span<UInt8>, _ index: Int) {
        guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return }
        switch bytes[index + 2] {
        case 0xA2, 0xBA: separators += 1
        case 0x9C, 0x9D: quotes += 1
        default: break
        }
    }
}
