/// A transcript without a format: lines that people and programs wrote for people, with who speaks and when as they please.
///
/// "Anna Quay 0:12" or "ANNA:" above what she says, "[00:01:02] Anna: Good morning", "Anna (00:12): Good morning", times on
/// lines of their own. Times are no words of anybody; they are known as times where they run through the whole text.
struct SpokenLines {
    /// Paragraphs, each beginning with who speaks where that is said there.
    let paragraphs: [String]

    init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map(SpokenLine.init)
        let hasTimes = Self.run(lines.compactMap(\.time), of: lines.count { !$0.whole.isEmpty })
        var prose = Prose()
        for line in lines { prose.add(line, withoutTime: hasTimes) }
        paragraphs = prose.finished()
    }

    /// Whether times are those of a recording: several of the lines bear one, none before the one above it.
    private static func run(_ times: [Int], of lines: Int) -> Bool {
        times.count >= 2 && times.count * 20 >= lines
            && zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
    }

    private struct Prose {
        private var done: [String] = []
        private var name = ""
        private var pieces: [Substring] = []

        mutating func add(_ line: SpokenLine, withoutTime: Bool) {
            let isTimed = withoutTime && line.time != nil
            let words = isTimed ? line.untimed : line.whole
            // What follows a time alone may begin with its speaker or not: it is the next thing said.
            guard !words.isEmpty else { return close() }
            if let label = SpokenLine.label(words, isTimed: isTimed) {
                close()
                name = label + ": "
                return
            }
            if isTimed || CaptionCue.Line(speaker: nil, text: words).isTurn(from: nil) { close() }
            pieces.append(words)
        }

        /// Ends a paragraph; a name without words waits for them.
        private mutating func close() {
            guard !pieces.isEmpty else { return }
            done.append(name + pieces.joined(separator: " "))
            name = ""
            pieces = []
        }

        mutating func finished() -> [String] {
            close()
            return done
        }
    }
}

/// One line with the time that stands at its beginning, at its end or behind the name in it.
struct SpokenLine {
    /// Without blanks around it.
    let whole: Substring
    /// Seconds.
    private(set) var time: Int?
    /// The line without the time.
    private(set) var untimed: Substring

    /// Letters of a name and a time, at most.
    private static let mostOfLabel = 60

    init(_ line: Substring) {
        whole = line.trimmingBlanks
        untimed = whole
        if let (time, rest) = Self.leadingTime(whole) {
            self.time = time
            untimed = rest.drop { "-–—:".contains($0) || $0.isWhitespace }
        } else if let (time, rest) = Self.timeBehindName(whole) {
            self.time = time
            untimed = rest
        }
    }

    /// "Anna Quay:" for "Anna Quay": a line that only says who speaks.
    static func label(_ words: Substring, isTimed: Bool) -> String? {
        var name = words
        let hasColon = name.last == ":"
        while let last = name.last, last == ":" || last.isWhitespace { name.removeLast() }
        guard hasColon || isTimed, !name.isEmpty, name.count <= mostOfLabel else { return nil }
        let parts = name.split(separator: " ")
        let isName = parts.allSatisfy {
            $0.first?.isUppercase == true || $0.first?.isNumber == true
        }
        return parts.count <= 5 && isName && !".?!,;".contains(name.last ?? ".")
            ? parts.joined(separator: " ") : nil
    }

    private static func leadingTime(_ line: Substring) -> (Int, Substring)? {
        let isWrapped = line.first == "[" || line.first == "("
        let inner = isWrapped ? line.dropFirst() : line
        let digits = inner.prefix { $0.isNumber || ":.,".contains($0) }
        guard let time = seconds(digits) else { return nil }
        var rest = inner[digits.endIndex...]
        if isWrapped {
            guard rest.first == "]" || rest.first == ")" else { return nil }
            rest = rest.dropFirst()
        }
        guard rest.isEmpty || rest.first?.isWhitespace == true || rest.first == ":" || isWrapped
        else { return nil }
        return (time, rest)
    }

    /// "Anna Quay 0:12", "Anna Quay: [00:00:12]", "Anna (0:12): Good morning",
    /// "Anna [0:12] Good morning".
    private static func timeBehindName(_ line: Substring) -> (Int, Substring)? {
        let head = line.prefix(mostOfLabel)
        guard let start = head.firstIndex(where: { $0.isNumber || $0 == "[" || $0 == "(" }),
            start > line.startIndex, let (time, rest) = leadingTime(line[start...])
        else { return nil }
        var name = line[..<start].trimmingBlanks
        if name.last == ":" { name.removeLast() }
        let tail = rest.drop { $0 == ":" || $0.isWhitespace }
        guard label(name, isTimed: true) != nil else { return nil }
        if tail.isEmpty { return (time, name) }
        guard rest.first == ":" || "[(".contains(line[start]) else { return nil }
        return (time, name + ": " + tail)
    }

    /// "1:02", "00:01:02.5"; at most hours.
    private static func seconds(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let last = parts.last, last.prefix(2).count == 2 else {
            return nil
        }
        var total = 0
        for (place, part) in parts.enumerated() {
            let whole = place == parts.count - 1 ? part.prefix { $0.isNumber } : part
            guard whole.count <= 3, let value = Int(whole), place == 0 || value < 60 else {
                return nil
            }
            total = total * 60 + value
        }
        return total
    }
}
