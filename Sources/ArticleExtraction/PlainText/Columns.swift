/// Tells the lines of a text whose columns mean something: tables drawn with spaces, and code set off by an indent.
enum Columns {
    /// For each line whether it is one of them.
    static func find(in lines: [LineSplitter.RawLine]) -> [Bool] {
        var found = [Bool](repeating: false, count: lines.count)
        var start = 0
        while start < lines.count {
            var end = start + 1
            while end < lines.count, lines[end].blanksBefore == 0 { end += 1 }
            let before = start > 0 ? lines[start - 1] : nil
            if isCode(lines[start..<end], below: before) {
                for index in start..<end { found[index] = true }
            } else {
                markTables(lines, start..<end, &found)
            }
            start = end
        }
        return found
    }

    /// Runs of lines with gaps of two spaces, under a line of dashes or in as many columns each.
    private static func markTables(
        _ lines: [LineSplitter.RawLine], _ group: Range<Int>, _ found: inout [Bool]
    ) {
        var start = group.lowerBound
        while start < group.upperBound {
            var end = start
            var hasRule = false
            var gaps: Set<Int> = []
            while end < group.upperBound {
                let text = lines[end].text
                let isRule = isRule(text)
                let count = self.gaps(in: text, least: 2)
                guard isRule || count > 0 else { break }
                if isRule { hasRule = true } else { gaps.insert(count) }
                end += 1
            }
            let isEven =
                gaps.count == 1 && end - start >= 3
                && (start..<end).allSatisfy { self.gaps(in: lines[$0].text, least: 3) > 0 }
            if hasRule && end - start >= 3 || isEven {
                for index in start..<end { found[index] = true }
            }
            start = max(end, start + 1)
        }
    }

    /// A line that holds nothing but dashes, and more of them than a mark of a list.
    private static func isRule(_ text: String) -> Bool {
        text.utf8.count >= 5 && text.utf8.allSatisfy { "-=+|_ ".utf8.contains($0) }
            && text.utf8.contains(0x20)
    }

    /// Gaps within a line; two spaces after the end of a sentence are none, nor are those that set an item apart from its
    /// mark.
    private static func gaps(in text: String, least: Int) -> Int {
        guard text.holds("  ") else { return 0 }
        var count = 0
        var run = 0
        var last: UInt8 = 0
        for byte in LineMarker.split(text).rest.utf8 {
            if byte == 0x20 {
                run += 1
                continue
            }
            if run >= least, !(run == 2 && [0x2E, 0x3F, 0x21, 0x3A].contains(last)) { count += 1 }
            run = 0
            last = byte
        }
        return count
    }

    /// Lines set in by four columns or more that look like code, or commands.
    private static func isCode(
        _ lines: ArraySlice<LineSplitter.RawLine>, below before: LineSplitter.RawLine?
    ) -> Bool {
        guard let before, before.indent < 4, lines.allSatisfy({ $0.indent >= 4 }) else {
            return false
        }
        let marked = lines.count { line in
            line.text.hasPrefix("$ ") || line.text.hasPrefix("# ") || line.text.hasPrefix(">>> ")
                || line.text.contains(where: { "{};=<>\\`|".contains($0) })
                || line.text.holds("()") || line.text.holds(" --") || line.text.holds("://")
        }
        return marked * 2 >= lines.count && !lines.contains { SentenceMarks.count(in: $0.text) > 1 }
    }
}
