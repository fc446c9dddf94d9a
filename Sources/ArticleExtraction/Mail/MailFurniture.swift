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
    }

    private let lines: [Line]
    private(set) var dropped: Set<Int> = []

    /// Lines at the beginning that may be the letter's head.
    private static let head = 16
    /// Words of a sponsor's note.
    private static let longestNote: Float = 160
    private static let longestLine: Float = 40

    init(_ lines: [Line]) {
        self.lines = lines
        dropHead()
        dropNotes()
        dropFoot()
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
            if isHead || Self.isDay(line)
                || line.length <= 12 && MailPhrases.buttons.areAll(of: line.text)
            {
                dropped.insert(index)
            } else if line.isProse {
                passed += 1
                if passed > 1 { return }
            }
        }
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

    /// Sponsors' notes go as far as the next heading or mark of a sponsor, or a few paragraphs.
    private mutating func dropNotes() {
        var index = 0
        while index < lines.count {
            let line = lines[index]
            guard line.length <= 14, !dropped.contains(index),
                MailPhrases.sponsor.stand(in: line.text)
            else {
                index += 1
                continue
            }
            dropped.insert(index)
            // "Presented by Harbour Tea" says all there is to say where prose of the letter follows at once.
            let isHead = line.length <= 4 || line.isHeading
            var words: Float = 0
            var next = index + 1
            var isFirst = true
            while isHead, next < lines.count, next <= index + 6 {
                let line = lines[next]
                // The note's own heading stands first.
                if line.isHeading, !isFirst { break }
                words += line.length
                if words > Self.longestNote { break }
                isFirst = false
                next += 1
            }
            if isHead, next < lines.count, lines[next].isHeading {
                for inner in index..<next { dropped.insert(inner) }
            }
            index += 1
        }
    }

    /// From the first line of the foot on all goes but prose.
    private mutating func dropFoot() {
        let total = lines.reduce(0) { $0 + $1.length }
        var before: Float = 0
        var isFoot = false
        for (index, line) in lines.enumerated() {
            defer { before += line.length }
            let isSure = MailPhrases.reasons.begin(line.text)
            if isSure || line.length <= Self.longestLine && MailPhrases.foot.stand(in: line.text) {
                // In the upper half it is a button of the letter's own.
                let isLow = before >= total / 2 || lines.count - index <= 12
                if isLow || line.length <= 12 { dropped.insert(index) }
                if isLow { isFoot = true }
            } else if isFoot,
                !line.isProse || line.length < 25 || MailPhrases.foot.stand(in: line.text)
            {
                dropped.insert(index)
            } else if isFoot {
                // More of the letter after all.
                isFoot = false
            }
        }
    }
}
