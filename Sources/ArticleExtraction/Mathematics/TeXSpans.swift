/// Finds formulas that a script would set: between `$$`, `\(` and `\)`, `\[` and `\]`, and between single dollars.
///
/// Single dollars are money more often than mathematics: between them must stand what no sum of money is followed by.
enum TeXSpans {
    struct Span {
        /// With its marks.
        let range: Range<Int>
        let formula: Formula
    }

    /// Bytes between two marks.
    private static let maxDisplay = 4_000
    private static let maxInline = 600

    static func mayHold(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains { $0 == 0x24 || $0 == 0x5C }
    }

    /// Whether a text shows beyond doubt that its page writes TeX between marks.
    static func isCertain(_ text: ArraySlice<UInt8>) -> Bool {
        let spans = find(in: text, trusts: false)
        return spans.contains { $0.formula.tex.contains("\\") }
    }

    /// - Parameter trusts: whether the page has shown that it writes formulas so: then a single letter is one too.
    static func find(in text: ArraySlice<UInt8>, trusts: Bool) -> [Span] {
        var spans: [Span] = []
        var index = text.startIndex
        // Up to where a mark is known not to be closed: nothing is looked through twice.
        var missing: [UInt8: Int] = [:]
        while index < text.endIndex {
            let byte = text[index]
            guard byte == 0x24 || byte == 0x5C else {
                index += 1
                continue
            }
            if let span = span(at: index, in: text, trusts, &missing) {
                spans.append(span)
                index = span.range.upperBound
            } else {
                index += byte == 0x5C ? 2 : 1
            }
        }
        return spans
    }

    private static func span(
        at start: Int, in text: ArraySlice<UInt8>, _ trusts: Bool, _ missing: inout [UInt8: Int]
    ) -> Span? {
        let next = start + 1 < text.endIndex ? text[start + 1] : 0x20
        switch (text[start], next) {
        case (0x5C, 0x28): return escaped(start, close: 0x29, isDisplay: false, text, &missing)
        case (0x5C, 0x5B): return escaped(start, close: 0x5D, isDisplay: true, text, &missing)
        case (0x24, 0x24): return doubled(start, text, &missing)
        case (0x24, _): return single(start, text, trusts)
        default: return nil
        }
    }

    private static func escaped(
        _ start: Int, close: UInt8, isDisplay: Bool, _ text: ArraySlice<UInt8>,
        _ missing: inout [UInt8: Int]
    ) -> Span? {
        let limit = min(text.endIndex, start + maxDisplay)
        var end = max(start + 2, missing[close] ?? 0)
        while end + 1 < limit {
            if text[end] == 0x5C {
                if text[end + 1] == close {
                    return span(start..<end + 2, text[(start + 2)..<end], isDisplay)
                }
                end += 1
            }
            end += 1
        }
        missing[close] = max(start + 2, limit - 1)
        return nil
    }

    private static func doubled(
        _ start: Int, _ text: ArraySlice<UInt8>, _ missing: inout [UInt8: Int]
    ) -> Span? {
        let limit = min(text.endIndex, start + maxDisplay)
        var end = max(start + 2, missing[0x24] ?? 0)
        while end + 1 < limit {
            if text[end] == 0x24, text[end + 1] == 0x24 {
                let inner = text[(start + 2)..<end]
                guard isMathematical(inner) else { return nil }
                return span(start..<end + 2, inner, true)
            }
            end += text[end] == 0x5C ? 2 : 1
        }
        missing[0x24] = max(start + 2, limit - 1)
        return nil
    }

    private static func single(_ start: Int, _ text: ArraySlice<UInt8>, _ trusts: Bool) -> Span? {
        if start > text.startIndex {
            guard !isWord(text[start - 1]), text[start - 1] != 0x24 else { return nil }
        }
        guard start + 1 < text.endIndex, text[start + 1] > 0x20 else { return nil }
        let limit = min(text.endIndex, start + maxInline)
        var end = start + 1
        while end < limit, text[end] != 0x24 { end += text[end] == 0x5C ? 2 : 1 }
        guard end < limit, end > start + 1, text[end - 1] > 0x20 else { return nil }
        if end + 1 < text.endIndex, isWord(text[end + 1]) || text[end + 1] == 0x24 { return nil }
        let inner = text[(start + 1)..<end]
        guard isMathematical(inner) || trusts && (inner.count <= 3 || isPlainFormula(inner)) else {
            return nil
        }
        return span(start..<end + 1, inner, false)
    }

    private static func span(_ range: Range<Int>, _ inner: ArraySlice<UInt8>, _ isDisplay: Bool)
        -> Span?
    {
        Formula(String(decoding: inner, as: UTF8.self), isDisplay: isDisplay).map {
            Span(range: range, formula: $0)
        }
    }

    /// Whether a text between two dollars is a formula, where nothing else is known of its page.
    static func isFormula(_ inner: ArraySlice<UInt8>) -> Bool {
        isMathematical(inner) || isPlainFormula(inner)
    }

    /// Commands, raised or lowered parts, or an equation; no two words of prose beside one another.
    private static func isMathematical(_ inner: ArraySlice<UInt8>) -> Bool {
        guard inner.contains(where: { $0 > 0x20 }) else { return false }
        if inner.contains(0x5C) {
            return zip(inner, inner.dropFirst()).contains { $0 == 0x5C && isWord($1) || $1 == 0x5C }
        }
        return inner.contains { $0 == 0x5E || $0 == 0x5F || $0 == 0x3D } && !holdsProse(inner)
    }

    /// A letter, a number, signs between them.
    private static func isPlainFormula(_ inner: ArraySlice<UInt8>) -> Bool {
        inner.count <= 40 && !holdsProse(inner) && inner.contains { isWord($0) && $0 >= 0x41 }
    }

    private static func holdsProse(_ inner: ArraySlice<UInt8>) -> Bool {
        var letters = 0
        for byte in inner {
            letters = isWord(byte) && byte >= 0x41 ? letters + 1 : 0
            if letters > 3 { return true }
        }
        return false
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
        default: false
        }
    }
}
