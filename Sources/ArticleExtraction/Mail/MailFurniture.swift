/// Tells what newsletters and lists put around their text: the way to read them elsewhere and to be forwarded above it,
/// sponsors within it, how to leave and why one gets it below. Pages and texts ask it alike.
struct MailFurniture {
    struct Line {
        /// Folded.
        var text: String
        /// In words.
        var length: Float
        var isProse: Bool
        var isHeading = false
        var isItem = false
        /// Whether nothing but a name stands there.
        var isName = false
    }

    private let lines: [Line]
    private let houses: Set<String>
    private(set) var dropped: Set<Int> = []

    /// Lines at the beginning that may be the letter's head.
    static let head = 16
    /// Words of a sponsor's note.
    private static let longestNote: Float = 160
    private static let longestLine: Float = 40
    /// Lines of an address below the text, and of a preview above it.
    private static let mostLines = 6

    /// - Parameter houses: who sends it, which stands above its address.
    init(_ lines: [Line], houses: [String] = []) {
        self.lines = lines
        self.houses = Set(houses.map(TextFolding.fold))
        dropHead()
        dropNotes()
        dropFoot()
        dropSentFrom()
        // A letter of nothing else is left as it is.
        if lines.indices.allSatisfy({ dropped.contains($0) || lines[$0].text.isEmpty }) {
            dropped = []
        }
    }

    private mutating func dropHead() {
        var passed = 0
        for index in lines.indices.prefix(Self.head) {
            let line = lines[index]
            let isHead = line.length <= Self.longestLine && MailPhrases.head.stand(in: line.text)
            if isHead {
                // What stands above is what mail programs show of the letter in their lists.
                let isTop = index <= 2 && !lines[..<index].contains(where: \.isHeading)
                if isTop, lines[..<index].allSatisfy({ $0.length <= 25 }) {
                    dropped.formUnion(0..<index)
                }
                dropped.insert(index)
            } else if Self.isDay(withoutHouse(line)) || Self.isButtons(line) {
                dropped.insert(index)
            } else if line.isName, passed == 0, index > 0,
                lines[index - 1].isHeading || dropped.contains(index - 1)
            {
                dropped.insert(index)
            } else if line.isProse {
                passed += 1
                if passed > 1 { return }
            }
        }
    }

    private static func isButtons(_ line: Line) -> Bool {
        line.length <= 8 && !line.isHeading && !line.isItem
            && MailPhrases.buttons.areAll(of: line.text)
    }

    /// "Ada Marl Mar 6": the line without the name of who sends it, which may stand before the day.
    private func withoutHouse(_ line: Line) -> Line {
        guard line.length <= 8, let house = houses.first(where: { line.text.hasPrefix($0 + " ") })
        else { return line }
        var rest = line
        rest.text = String(line.text.dropFirst(house.count + 1))
        return rest
    }

    /// "Mar 6": a day without its year, as letters have it beside their writer.
    private static func isDay(_ line: Line) -> Bool {
        let words = line.text.split { !$0.isLetter && !$0.isNumber }
        guard words.count == 2 || words.count == 3,
            words.contains(where: { MonthNames.month($0) != nil })
        else { return false }
        return words.allSatisfy { word in
            MonthNames.month(word) != nil
                || Int(word.prefix { $0.isNumber }).map { (1...31).contains($0) } == true
        }
    }

    /// Whether a line says that a sponsor's note follows.
    static func isSponsor(_ line: Line) -> Bool {
        line.length <= 14
            && (MailPhrases.sponsor.begin(line.text)
                || MailPhrases.sponsors.stand(in: line.text))
    }

    /// Sponsors' notes go as far as the next heading, or a few paragraphs.
    private mutating func dropNotes() {
        for index in lines.indices where !dropped.contains(index) && Self.isSponsor(lines[index]) {
            dropped.insert(index)
            // "Presented by Harbour Tea" says all there is to say where prose of the letter follows at once.
            guard lines[index].length <= 4 || lines[index].isHeading else { continue }
            var words: Float = 0
            var next = index + 1
            var isFirst = true
            while next < lines.count, next <= index + 6 {
                let line = lines[next]
                // The note's own heading stands first.
                if line.isHeading, !isFirst { break }
                words += line.length
                if words > Self.longestNote { break }
                isFirst = false
                next += 1
            }
            if next < lines.count, lines[next].isHeading { dropped.formUnion(index..<next) }
        }
    }

    /// From the first line of the foot on all goes but prose.
    private mutating func dropFoot() {
        let total = lines.reduce(0) { $0 + $1.length }
        var before: Float = 0
        var isFoot = false
        for (index, line) in lines.enumerated() {
            defer { before += line.length }
            if Self.isButtons(line) { dropped.insert(index) }
            if Self.isSponsor(line) { continue }
            let isReason = MailPhrases.reasons.begin(line.text)
            let isFootLine =
                isReason
                || line.length >= 16 && before >= total / 2 && index > 0
                    && TextFoot.isConfidential(line.text)
                || line.length <= Self.longestLine && MailPhrases.foot.stand(in: line.text)
            if isFootLine {
                // In the upper half it is a button of the letter's own.
                let isLow = before >= total / 2
                if isLow || line.length <= 12 { dropped.insert(index) }
                if isLow, !isFoot {
                    isFoot = true
                    dropAddress(before: index)
                }
            } else if isFoot {
                // Prose is more of the letter after all.
                if line.isProse, line.length >= 25 {
                    isFoot = false
                } else {
                    dropped.insert(index)
                }
            }
        }
    }

    /// "Sent from my iPhone" below the letter.
    private mutating func dropSentFrom() {
        for index in lines.indices.reversed() where !dropped.contains(index) {
            let text = lines[index].text
            let isSign = !text.contains { $0.isLetter || $0.isNumber }
            guard isSign || SentFrom.says(text.trimmed(of: " .-–—<>")) else { return }
            dropped.insert(index)
        }
    }

    /// The sender's name and address above the first line of the foot, and rules of signs.
    private mutating func dropAddress(before foot: Int) {
        var first: Int?
        var index = foot - 1
        while index >= 0, index >= foot - Self.mostLines {
            let line = lines[index]
            let isRule = !line.text.contains { $0.isLetter || $0.isNumber }
            guard isRule || line.length <= 9 && !line.isProse && !line.isHeading && !line.isItem
            else { break }
            let hasNumber = line.text.contains(where: \.isNumber) && !line.text.contains("%")
            if isRule || hasNumber || houses.contains(line.text)
                || houses.contains(where: { line.text.hasPrefix($0 + ",") })
            {
                first = index
            }
            index -= 1
        }
        if let first { dropped.formUnion(first..<foot) }
    }
}
