/// Takes off a text that was copied page by page what is printed on each: its number and the running heads. What stood on
/// both sides of a page's end belongs together again.
///
/// Pages show by form feeds, or by numbers that count up by one, far from each other, in lines that are else alike.
struct PrintedPages {
    typealias Line = LineSplitter.RawLine

    /// A line of a page's number or head has no more characters, or bytes where it holds an address; blanks that push
    /// one part of it to the margin are none.
    private static let longest = 90
    private static let longestWithAddress = 400
    /// So much text stands on a page at least, in bytes.
    private static let leastOnPage = 120
    /// Lines at both ends of a page that may be its head.
    private static let reach = 3

    private var lines: [Line]
    private var dropped: Set<Int> = []
    /// The first line of each page but the first.
    private var starts: [Int] = []

    /// Whether the text was printed on pages.
    static func strip(_ lines: inout [Line]) -> Bool {
        dropLoneNumber(&lines)
        var pages = PrintedPages(lines)
        guard pages.find() else { return false }
        lines = pages.joined()
        return true
    }

    private init(_ lines: [Line]) { self.lines = lines }

    /// A number in the middle of a page's foot, far from the margin, stands so many columns from it at least.
    private static let middle = 20

    /// The number of the one page that there is.
    private static let ones: Set<String> = ["1", "1/1", "1 / 1", "- 1 -", "– 1 –", "Page 1 of 1"]

    /// The same, set into the middle of the last line or below the last sentence, with nothing else there.
    private static func dropLoneNumber(_ lines: inout [Line]) {
        guard lines.count > 2, let last = lines.last, last.blanksBefore > 0,
            ones.contains(last.text)
                || last.text.utf8.count <= 3 && last.text.utf8.allSatisfy(isDigit),
            ones.contains(last.text) && Unwrapper.endsSentence(lines[lines.count - 2].text)
                || last.indent >= middle && lines.dropLast().allSatisfy({ $0.indent < middle })
        else { return }
        lines.removeLast()
    }

    private mutating func find() -> Bool {
        var lengths: [Int] = [0]
        for line in lines { lengths.append((lengths.last ?? 0) + line.text.utf8.count) }
        let feeds = lines.indices.filter { lines[$0].startsPage && $0 > 0 }
        let numbers = numbers(lengths, feeds: Set(feeds))
        dropped = Set(numbers)
        starts = feeds
        if feeds.isEmpty {
            guard !numbers.isEmpty else { return false }
            // Whether numbers stand at the head or the foot shows by what is nearer to an end of the text.
            let isFoot = (numbers.first ?? 0) > lines.count - 1 - (numbers.last ?? 0)
            starts = numbers.compactMap { number in
                let start = isFoot ? number + 1 : number
                return start > 0 && start < lines.count ? start : nil
            }
        }
        guard !starts.isEmpty else { return false }
        dropHeads()
        // Numbers alone may head the parts of a story: they do not cut its sentences.
        let areNumbers = feeds.isEmpty && dropped.count == numbers.count
        return !dropped.isEmpty
            && !(areNumbers && numbers.allSatisfy(isBare) && !cutsSentence(numbers))
    }

    private func isBare(_ index: Int) -> Bool {
        lines[index].text.allSatisfy { $0.isNumber || $0 == " " }
    }

    private func cutsSentence(_ numbers: [Int]) -> Bool {
        numbers.contains { index in
            index > 0 && index + 1 < lines.count && !Unwrapper.endsSentence(lines[index - 1].text)
                && lines[index - 1].width >= Self.longest / 2
        }
    }

    // MARK: - Numbers

    private struct Series {
        var indices: [Int] = []
        var last = 0
    }

    /// The lines that bear the numbers of pages.
    private func numbers(_ lengths: [Int], feeds: Set<Int>) -> [Int] {
        let numbered = lines.indices.filter { index in
            let text = lines[index].text
            return !SentenceMarks.endsSentence(text) && text.holdsDigit && Self.isShort(text)
        }
        // One line by itself is no series.
        guard numbered.count > 1 else { return [] }
        var series: [String: Series] = [:]
        for index in numbered {
            for (shape, number) in Self.shapes(of: lines[index].text) {
                var found = series[shape] ?? Series()
                // Left and right pages have heads of their own.
                let isNext = number == found.last + 1 || number == found.last + 2
                if let before = found.indices.last {
                    // The last of all pages may be nearly empty.
                    let isLast = Self.total(of: shape) == number
                    guard isNext,
                        lengths[index] - lengths[before + 1] >= (isLast ? 1 : Self.leastOnPage)
                    else { continue }
                }
                found.indices.append(index)
                found.last = number
                series[shape] = found
            }
        }
        let least = feeds.isEmpty ? 3 : 2
        let found = series.filter { shape, series in
            let isWhole = Self.total(of: shape).map { $0 == series.indices.count } ?? false
            let isPair = series.indices.count == 2 && areOfTwoPages(series.indices)
            return series.indices.count >= (isWhole || isPair ? 2 : least)
                && isOfPages(series, feeds, isWhole: isWhole)
        }
        return Set(found.values.flatMap(\.indices)).sorted()
    }

    /// Whether two numbers by themselves are those of two pages: the second ends the text, and the first, with the running
    /// head below it, stands within a sentence.
    private func areOfTwoPages(_ indices: [Int]) -> Bool {
        guard let first = indices.first, indices.last == lines.count - 1, isBare(first),
            cutsSentence([first])
        else { return false }
        return lines[(first + 1)...].prefix(Self.reach).contains { line in
            line.text.unicodeScalars.first?.properties.isLowercase ?? false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isShort(_ text: String) -> Bool {
        if text.utf8.count <= longest { return true }
        guard text.utf8.count <= longestWithAddress + longest * 4 else { return false }
        let bare = squeezed(text)
        return !bare.isLonger(than: longest)
            || bare.holds("://") && bare.utf8.count <= longestWithAddress
    }

    /// Whether the numbers stand at the ends of pages where these are known, and by themselves where they are not.
    ///
    /// - Parameter isWhole: whether each of them says how many there are, and that is so.
    private func isOfPages(_ series: Series, _ feeds: Set<Int>, isWhole: Bool) -> Bool {
        let near = series.indices.count { index in
            feeds.isEmpty
                ? (isWhole || !Self.isTold(lines[index].text))
                    && (isApart(index) || isWhole && lines[index].text.holds("://"))
                : (index - Self.reach...index + Self.reach).contains { feeds.contains($0) }
                    || index + Self.reach >= lines.count || index < Self.reach
        }
        return near == series.indices.count
    }

    private func isApart(_ index: Int) -> Bool {
        lines[index].blanksBefore > 0 || index + 1 >= lines.count
            || lines[index + 1].blanksBefore > 0
    }

    /// Numbered headings and sentences count up as well: "3. The slipway", "Chapter 4".
    private static func isTold(_ text: String) -> Bool {
        let bare = text.trimmed(of: " -–—[]()|·")
        if bare.allSatisfy(\.isNumber) { return false }
        let folded = TextFolding.fold(bare)
        let words = folded.split { !$0.isLetter }
        return !words.contains { pageWords.contains(String($0)) }
    }

    private static let pageWords: Set<String> = [
        "page", "pages", "p", "pg", "seite", "s", "pagina", "pag", "pagine", "strana", "str",
        "strona", "sida", "side", "sivu", "oldal", "sayfa", "стр", "страница", "сторінка",
        "σελιδα", "halaman", "trang", "頁", "页", "ページ", "쪽", "หน้า",
    ]

    /// A line without its number, for its first number and its last.
    private static func shapes(of text: String) -> [(String, Int)] {
        let runs = text.utf8.split { !isDigit($0) }.filter { $0.count <= 4 }.map(Substring.init)
        guard let first = runs.first, let last = runs.last else { return [] }
        var shapes: [(String, Int)] = []
        for (name, run) in [("<", first), (">", last)] {
            guard let number = Int(run) else { continue }
            let rest = text[..<run.startIndex] + "#" + text[run.endIndex...]
            shapes.append((name + TextFolding.fold(squeezed(String(rest))), number))
        }
        if first.startIndex == last.startIndex { return Array(shapes.prefix(1)) }
        if let counted = counted(runs.suffix(2), text) { shapes.append(counted) }
        // "1 of 2", and the day behind it.
        if runs.count > 2, let counted = counted(runs.prefix(2), text) { shapes.append(counted) }
        return shapes
    }

    /// Characters between the number of a page and that of all pages: "1/3", "1 of 3", "第1页（共3页".
    private static let between = 12

    /// The number that stands before another one, which no page's is above.
    private static func counted(
        _ runs: ArraySlice<Substring>, _ text: String
    ) -> (String, Int)? {
        guard let run = runs.first, let all = runs.last, let number = Int(run),
            let total = Int(all), total >= 2, number >= 1, number <= total,
            text[run.endIndex..<all.startIndex].count <= between
        else { return nil }
        let rest = text[..<run.startIndex] + "#" + text[run.endIndex...]
        return ("\(total)/" + TextFolding.fold(squeezed(String(rest))), number)
    }

    /// How many pages a shape says that there are.
    private static func total(of shape: String) -> Int? {
        shape.utf8.firstIndex(of: UInt8(ascii: "/")).flatMap { Int(shape[..<$0]) }
    }

    private static func squeezed(_ text: String) -> String {
        let isSqueezed = text.utf8.first != 0x20 && text.utf8.last != 0x20 && !text.holds("  ")
        if isSqueezed { return text }
        return text.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init)
            .joined(separator: " ")
    }

    // MARK: - Heads

    /// Lines at the ends of pages that are the same on several.
    private mutating func dropHeads() {
        var places: [String: Set<Int>] = [:]
        for start in [0] + starts + [lines.count] {
            for index in ends(around: start) {
                places[Self.key(lines[index].text), default: []].insert(index)
            }
        }
        for (_, found) in places where found.count >= 2 && found.count * 2 > starts.count {
            dropped.formUnion(found)
        }
        dropTitledHeads()
        dropInterruptions()
    }

    /// Words of a running head.
    private static let longestHead = 8

    /// What stands amid a sentence that goes on below it, at the beginning of a page, is a running head.
    private mutating func dropInterruptions() {
        dropped.formUnion(starts.compactMap(interruption))
    }

    private func interruption(at start: Int) -> Int? {
        guard let before = lines.indices[..<start].last(where: { !dropped.contains($0) }),
            !Unwrapper.endsSentence(lines[before].text),
            lines[before].width >= Self.longest / 2
        else { return nil }
        let below = lines.indices[start...].lazy.filter { !dropped.contains($0) }.prefix(2)
        // The rest of a sentence ends as one, or is no shorter than what stands above it.
        guard let head = below.first, below.count == 2,
            lines[head].text.split(separator: " ").count <= Self.longestHead,
            lines[head].width * 2 <= lines[before].width,
            lines[head].text.unicodeScalars.first?.properties.isUppercase ?? false,
            !SentenceMarks.endsSentence(lines[head].text)
        else { return nil }
        return head
    }

    /// Of two pages only one has a running head, which stands there once: it shows by the title in it.
    private mutating func dropTitledHeads() {
        // Titles may be long, and heads with them.
        let titles = lines.prefix(Self.reach)
            .filter { $0.text.utf8.count <= Self.longestWithAddress }
            .map { Self.key($0.text) }.filter { $0.contains(" ") }
        for start in starts where start >= Self.reach {
            for index in start..<min(start + Self.reach, lines.count) {
                let text = lines[index].text
                guard text.utf8.count <= Self.longestWithAddress,
                    !SentenceMarks.endsSentence(text)
                else { continue }
                let key = Self.key(text)
                if titles.contains(where: key.holds) { dropped.insert(index) }
            }
        }
    }

    /// The first lines of a page and the last ones of the page before it.
    private func ends(around start: Int) -> [Int] {
        let above = lines.indices[..<start].reversed().lazy.filter { !dropped.contains($0) }
        let below = lines.indices[start...].lazy.filter { !dropped.contains($0) }
        return (Array(above.prefix(Self.reach - 1)) + Array(below.prefix(Self.reach)))
            .filter { Self.isShort(lines[$0].text) }
    }

    private static func key(_ text: String) -> String {
        TextFolding.fold(squeezed(text.filter { !$0.isNumber }))
    }

    // MARK: - What is left

    private func joined() -> [Line] {
        let starts = Set(starts)
        var rest: [Line] = []
        var blanks = 0
        var isBroken = false
        for (index, line) in lines.enumerated() {
            if starts.contains(index) { isBroken = true }
            if dropped.contains(index) {
                blanks = max(blanks, line.blanksBefore)
                continue
            }
            var line = line
            line.blanksBefore = max(blanks, line.blanksBefore)
            blanks = 0
            if isBroken, let before = rest.last {
                // The sentence goes on over the page's end.
                let goesOn =
                    !Unwrapper.endsSentence(before.text)
                    && (before.width >= Self.longest / 2
                        || line.text.unicodeScalars.first?.properties.isLowercase ?? false)
                line.blanksBefore = goesOn ? 0 : max(1, line.blanksBefore)
                line.continuesPage = goesOn
            }
            isBroken = false
            rest.append(line)
        }
        return rest
    }
}
