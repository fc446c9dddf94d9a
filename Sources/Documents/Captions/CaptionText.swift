/// What is said in captions of sound or film, as prose: WebVTT (W3C, 2019) and SubRip. Linear in the text.
///
/// Cues become paragraphs: another speaker begins one, so does a long pause, and a sentence that begins after many words.
/// Numbers, times, styles, notes and the places of cues are no words of anybody.
public struct CaptionText: Sendable, Equatable {
    public struct Paragraph: Sendable, Equatable {
        /// As the captions name who speaks (WebVTT, "voice span").
        public var speaker: String?
        public var text: String
    }

    public let paragraphs: [Paragraph]

    /// - Returns: nil where there is no cue.
    public init?(_ text: String) {
        self.init(CaptionCues.withoutRolling(CaptionCues.read(text)))
    }

    init?(_ cues: [CaptionCue]) {
        var prose = Prose()
        for cue in cues { prose.add(cue) }
        paragraphs = prose.finished()
        if paragraphs.isEmpty { return nil }
    }

    /// As HTML: a paragraph each, with the name of who begins to speak.
    public var html: String {
        var markup = Markup()
        for paragraph in paragraphs {
            let name = paragraph.speaker.map { "<strong>\(Markup.escaped($0)):</strong> " } ?? ""
            markup.add("p", markup: name + Markup.escaped(paragraph.text))
        }
        return markup.html
    }

    /// Puts cues together.
    private struct Prose {
        /// Seconds without a word after which something new begins.
        private static let pause = 5.0
        /// Words after which the next sentence begins a paragraph, and after which anything does.
        private static let many = 80
        private static let most = 250

        private var paragraphs: [Paragraph] = []
        private var speaker: String?
        /// Who was named last: where he begins, and not in each of his paragraphs.
        private var named: String?
        private var pieces: [Substring] = []
        private var words = 0
        private var end: Double?

        mutating func add(_ cue: CaptionCue) {
            for line in cue.lines {
                let isPause = (cue.start - (end ?? cue.start)) >= Self.pause
                if isPause || line.isTurn(from: speaker) || isFull { close() }
                if let name = line.speaker { speaker = name }
                end = cue.end
                pieces.append(line.text)
                words += line.text.count { $0 == " " } + 1
            }
            end = cue.end
        }

        private var isFull: Bool {
            guard words >= Self.many else { return false }
            return words >= Self.most || pieces.last.map(Self.endsSentence) == true
        }

        private static func endsSentence(_ text: Substring) -> Bool {
            let bare = text.reversed().first { !"\"”’»)]」』".contains($0) }
            return bare.map { ".!?…。！？؟।".contains($0) } ?? false
        }

        /// Segments of one word each hold marks by themselves, which follow the word before.
        private static func joined(_ pieces: [Substring]) -> String {
            var text = ""
            for piece in pieces {
                let isMark = piece.allSatisfy { ",.;:!?…".contains($0) }
                if !text.isEmpty, !isMark { text += " " }
                text += piece
            }
            return text
        }

        private mutating func close() {
            guard !pieces.isEmpty else { return }
            paragraphs.append(
                Paragraph(speaker: speaker == named ? nil : speaker, text: Self.joined(pieces)))
            named = speaker
            pieces = []
            words = 0
        }

        mutating func finished() -> [Paragraph] {
            close()
            return paragraphs
        }
    }
}
