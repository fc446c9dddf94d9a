/// Marks around words, for example `*strong*`.
struct InlineSpan {
    var mark: [Unicode.Scalar]
    /// The element that stands for them; nil for none.
    var element: String?
    /// Within it nothing is a mark.
    var isLiteral = false
    /// Holds within words too; others stand between blanks and punctuation.
    var isFree = false

    init(_ mark: String, _ element: String?, isLiteral: Bool = false, isFree: Bool = false) {
        self.mark = Array(mark.unicodeScalars)
        self.element = element
        self.isLiteral = isLiteral
        self.isFree = isFree
    }
}

/// What a notation means within its paragraphs.
protocol InlineRules {
    /// The longest marks first.
    static var spans: [InlineSpan] { get }

    /// The markup of something that begins at a place and is no span, a link or a note, and where it ends; nil where there is none.
    /// It must look no further than `InlineReader.furthest`, but for what it consumes.
    func special(_ reader: InlineReader<Self>, at place: Int, before end: Int)
        -> (markup: String, end: Int)?
}

/// Reads a paragraph: text in, markup out. Linear in the text: a mark that finds no partner is not looked for again.
struct InlineReader<Rules: InlineRules> {
    let rules: Rules
    let text: [Unicode.Scalar]
    /// Signs that one look ahead takes.
    static var furthest: Int { 2_000 }
    private static var deepest: Int { 12 }

    static func markup(_ text: some StringProtocol, _ rules: Rules) -> String {
        let reader = InlineReader(rules: rules, text: Array(text.unicodeScalars))
        return reader.markup(0..<reader.text.count, depth: 0)
    }

    func markup(_ range: Range<Int>, depth: Int) -> String {
        var output = String.UnicodeScalarView()
        var result = ""
        var lonely: Set<Int> = []
        var place = range.lowerBound
        func flush() {
            result += Markup.escaped(String(output))
            output.removeAll(keepingCapacity: true)
        }
        while place < range.upperBound {
            if let found = span(at: place, in: range, depth: depth, &lonely)
                ?? (depth < Self.deepest
                    ? rules.special(self, at: place, before: range.upperBound) : nil)
            {
                flush()
                result += found.markup
                place = max(found.end, place + 1)
            } else {
                output.append(text[place])
                place += 1
            }
        }
        flush()
        return result
    }

    /// Within what `special` found.
    func inner(_ range: Range<Int>) -> String { markup(range, depth: Self.deepest - 2) }

    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[range])
        return String(view)
    }

    func starts(_ mark: some Sequence<Unicode.Scalar>, at place: Int, before end: Int) -> Bool {
        var next = place
        for sign in mark {
            guard next < end, text[next] == sign else { return false }
            next += 1
        }
        return true
    }

    /// Where a mark stands next, within what one look ahead takes, and before another one where that is given.
    func next(_ mark: String, from place: Int, before end: Int, stoppingAt stop: String? = nil)
        -> Int?
    {
        var next = place
        let end = min(end, place + Self.furthest)
        while next < end {
            if starts(mark.unicodeScalars, at: next, before: end) { return next }
            if let stop, starts(stop.unicodeScalars, at: next, before: end) { return nil }
            next += 1
        }
        return nil
    }

    // MARK: - Spans

    private func span(
        at place: Int, in range: Range<Int>, depth: Int, _ lonely: inout Set<Int>
    ) -> (markup: String, end: Int)? {
        guard depth < Self.deepest else { return nil }
        for (number, span) in Rules.spans.enumerated() where !lonely.contains(number) {
            guard starts(span.mark, at: place, before: range.upperBound) else { continue }
            let first = place + span.mark.count
            guard first < range.upperBound, !text[first].properties.isWhitespace,
                span.isFree || isOpen(before: place, in: range)
            else { continue }
            guard let close = close(of: span, from: first, in: range) else {
                lonely.insert(number)
                continue
            }
            let content =
                span.isLiteral
                ? Markup.escaped(string(first..<close)) : markup(first..<close, depth: depth + 1)
            let end = close + span.mark.count
            guard let element = span.element else { return (content, end) }
            return ("<\(element)>\(content)</\(element)>", end)
        }
        return nil
    }

    private func close(of span: InlineSpan, from first: Int, in range: Range<Int>) -> Int? {
        var place = first + 1
        while place < range.upperBound {
            if starts(span.mark, at: place, before: range.upperBound),
                !text[place - 1].properties.isWhitespace
            {
                let after = place + span.mark.count
                if span.isFree || after >= range.upperBound || !isWord(text[after]) { return place }
            }
            place += 1
        }
        return nil
    }

    private func isOpen(before place: Int, in range: Range<Int>) -> Bool {
        place == range.lowerBound || !isWord(text[place - 1]) && text[place - 1] != "\\"
    }

    private func isWord(_ sign: Unicode.Scalar) -> Bool {
        sign.properties.isAlphabetic || sign.properties.numericType != nil || sign == "_"
    }
}

extension InlineReader {
    private static var schemes: [String] { ["https://", "http://", "ftp://", "mailto:"] }

    /// Where an address ends that begins at a place; nil where none does.
    func address(at place: Int, before end: Int) -> Int? {
        guard place == 0 || !isWord(text[place - 1]),
            let scheme = Self.schemes.first(where: {
                starts($0.unicodeScalars, at: place, before: end)
            })
        else { return nil }
        let first = place + scheme.utf8.count
        var last = first
        while last < end, !text[last].properties.isWhitespace,
            !"<>\"[]`|".unicodeScalars.contains(text[last])
        {
            last += 1
        }
        while last > first, ".,;:!?)'*_".unicodeScalars.contains(text[last - 1]) { last -= 1 }
        return last > first ? last : nil
    }

    func link(to address: String, _ content: String) -> String {
        "<a href=\"\(Markup.escaped(address))\">\(content)</a>"
    }
}
