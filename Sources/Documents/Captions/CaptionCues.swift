/// One cue: what is shown or said for a while.
struct CaptionCue: Equatable {
    struct Line: Equatable {
        var speaker: String?
        var text: Substring

        /// Whether somebody else begins to speak: by name, or by the dash or name that captions set before it.
        func isTurn(from last: String?) -> Bool {
            if let speaker { return speaker != last }
            return isDialogue || hasName
        }

        private var isDialogue: Bool {
            text.hasPrefix("– ") || text.hasPrefix("— ") || text.hasPrefix("- ")
        }

        /// "ANNA: Good morning", "Anna Quay: Good morning".
        private var hasName: Bool {
            guard let colon = text.prefix(40).firstIndex(of: ":"), colon > text.startIndex,
                text.index(after: colon) < text.endIndex, text[text.index(after: colon)] == " "
            else { return false }
            let names = text[..<colon].split(separator: " ")
            return names.count <= 4
                && names.allSatisfy { $0.first?.isUppercase == true || $0.first?.isNumber == true }
        }
    }

    /// Seconds.
    var start: Double
    var end: Double
    var lines: [Line]
}

enum CaptionCues {
    /// Lines that are shown at once, at most, where captions roll.
    private static let mostShown = 6

    static func read(_ text: String) -> [CaptionCue] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var cues: [CaptionCue] = []
        var isInCue = false
        for (place, line) in lines.enumerated() {
            if let (start, end) = times(line) {
                cues.append(CaptionCue(start: start, end: end, lines: []))
                isInCue = true
            } else if line.allSatisfy(\.isWhitespace) {
                isInCue = false
            } else if isInCue, !isNumber(line, before: place + 1, in: lines) {
                cues[cues.count - 1].lines += CaptionLine.read(line)
            }
        }
        return cues.filter { !$0.lines.isEmpty }
    }

    /// The number of the next cue, where nothing stands between the two.
    private static func isNumber(
        _ line: Substring, before next: Int, in lines: [Substring]
    ) -> Bool {
        line.count <= 6 && line.allSatisfy(\.isNumber) && next < lines.count
            && times(lines[next]) != nil
    }

    /// "00:01:02.500 --> 00:01:04.000 align:start", "1:02,5 --> 1:04,0".
    private static func times(_ line: Substring) -> (Double, Double)? {
        guard line.utf8.count < 512, let arrow = line.firstRange(of: "-->"),
            let start = seconds(line[..<arrow.lowerBound]),
            let end = seconds(line[arrow.upperBound...])
        else { return nil }
        return (start, end)
    }

    private static func seconds(_ text: Substring) -> Double? {
        let time = text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return nil }
        var total = 0.0
        for part in parts {
            guard let value = Double(part.map { $0 == "," ? "." : String($0) }.joined()),
                value >= 0, value < 1_000_000
            else { return nil }
            total = total * 60 + value
        }
        return total
    }

    /// Captions that roll show each line twice, below the one before it and then above the next: each is said once.
    static func withoutRolling(_ cues: [CaptionCue]) -> [CaptionCue] {
        guard cues.count >= 4 else { return cues }
        let pairs = zip(cues, cues.dropFirst())
        let rolling = pairs.count { $0.lines.last?.text == $1.lines.first?.text }
        guard rolling * 2 >= cues.count else { return cues }
        var said: [CaptionCue.Line] = []
        return cues.compactMap { cue in
            var cue = cue
            let shown = cue.lines.prefix(Self.mostShown)
            let known = shown.prefix { line in said.contains { $0.text == line.text } }
            cue.lines.removeFirst(known.count)
            said = Array(shown)
            return cue.lines.isEmpty ? nil : cue
        }
    }
}
