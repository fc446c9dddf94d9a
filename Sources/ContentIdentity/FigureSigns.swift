/// The marks that make another figure of the same digits: 1.5 is not 15, nor $500 £500, nor -4 4. Hashes of them, 0 where
/// there are none.
struct FigureSigns: Equatable {
    /// Between the digits before a word and its own, or a sign, a currency or a comparison before it.
    var before: UInt64 = 0
    /// A currency, per cent or a degree behind it.
    var after: UInt64 = 0
    /// Whether the word is the exponent of the one before, which may be written as digits alone.
    var isPower = false
}

/// Reads the marks of the figures in one line, as its words and what stands between them are told in order.
///
/// Quotation marks, brackets, dashes between words and the marks of lists are none.
struct FigureReader {
    /// What stands before a word, behind the word before.
    private var marks: [Unicode.Scalar] = []
    private var found: [FigureSigns] = []
    private var last: Word?
    /// More marks in a row belong to no figure.
    private static let longest = 8

    private struct Word {
        var beginsAsFigure = false
        var endsAsFigure = false
        var holdsFigure = false
    }

    mutating func take(mark: Unicode.Scalar) {
        if marks.count < Self.longest { marks.append(mark) }
    }

    mutating func take(word scalars: [Unicode.Scalar]) {
        var word = Word()
        word.beginsAsFigure = scalars.first.map(Self.isDigit) ?? false
        word.endsAsFigure = scalars.last.map(Self.isDigit) ?? false
        word.holdsFigure = word.beginsAsFigure || scalars.contains(where: Self.isDigit)
        let split = split(before: word)
        if !found.isEmpty { found[found.count - 1].after = Self.number(of: split.after) }
        found.append(
            FigureSigns(before: Self.number(of: split.before), isPower: marks.first == "^"))
        last = word
        marks.removeAll(keepingCapacity: true)
    }

    /// Of each word of the line.
    mutating func signs() -> [FigureSigns] {
        if !marks.isEmpty, !found.isEmpty {
            found[found.count - 1].after = Self.number(of: split(before: nil).after)
        }
        return found
    }

    private func split(before next: Word?) -> (after: [Unicode.Scalar], before: [Unicode.Scalar]) {
        guard !marks.isEmpty, last?.holdsFigure == true || next?.holdsFigure == true || isMoney
        else { return ([], []) }
        let isInside = last?.endsAsFigure == true && next?.beginsAsFigure == true
        if isInside, marks.count == 1, let mark = marks.first, Self.joins(mark) {
            return ([], [mark])
        }
        let firstBlank = marks.firstIndex(where: TextNormalisation.isSpace)
        let lastBlank = marks.lastIndex(where: TextNormalisation.isSpace)
        var (after, before): ([Unicode.Scalar], [Unicode.Scalar]) = ([], [])
        for (place, mark) in marks.enumerated() {
            // "500 €", "$500"; with blanks on both sides it is the figure's before it.
            let isAtLast = last != nil && firstBlank.map { place < $0 } ?? true
            let isAtNext = next != nil && lastBlank.map { place > $0 } ?? true
            if Self.isMeasure(mark) {
                let isOfLast = isAtLast || !isAtNext && last?.holdsFigure == true
                if isOfLast && (!isAtNext || last?.endsAsFigure == true && !isInside) {
                    after.append(mark)
                } else if next != nil {
                    before.append(mark)
                }
            } else if next?.beginsAsFigure == true, Self.isComparison(mark) {
                // Behind a blank at the beginning of a line ">" may be the mark of a quotation, as "-" that of a list: then
                // it says nothing, which differs from "<" and "+" all the same.
                if isAtNext || last != nil || mark != ">" { before.append(mark) }
            } else if next?.beginsAsFigure == true, last == nil, mark == "+" {
                before.append(mark)
            } else if next?.beginsAsFigure == true, isAtNext, mark == "-" || mark == "+" {
                if last == nil || lastBlank != nil || isInside { before.append(mark) }
            } else if mark == "+", isAtLast, last?.endsAsFigure == true {
                after.append(mark)
            }
        }
        return (after, before)
    }

    private var isMoney: Bool {
        marks.contains { $0.properties.generalCategory == .currencySymbol }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? (0x30...0x39).contains(scalar.value)
            : scalar.properties.generalCategory == .decimalNumber
    }

    private static func isMeasure(_ mark: Unicode.Scalar) -> Bool {
        switch mark {
        case "%", "\u{2030}", "\u{2031}", "\u{66A}", "\u{B0}": true
        default: mark.properties.generalCategory == .currencySymbol
        }
    }

    private static func isComparison(_ mark: Unicode.Scalar) -> Bool {
        switch mark {
        case "+", "|", "\u{2190}"..."\u{21FF}": false
        default: mark.properties.generalCategory == .mathSymbol
        }
    }

    /// Whether a mark between two digits makes one figure of them: a point, a colon, a dash, a slash.
    private static func joins(_ mark: Unicode.Scalar) -> Bool {
        switch mark.properties.generalCategory {
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .connectorPunctuation, .spaceSeparator, .control, .modifierSymbol:
            false
        default: mark != "\"" && mark != "|" && mark != "*"
        }
    }

    private static func number(of marks: [Unicode.Scalar]) -> UInt64 {
        guard !marks.isEmpty else { return 0 }
        return Shingling.hash(of: marks.map { UInt64($0.value) }[...]) | 1
    }
}
