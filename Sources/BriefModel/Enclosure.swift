/// A file that an entry carries along: a podcast's audio, a picture (RSS 2.0 `<enclosure>`, RFC 4287 §4.2.7.2).
public struct Enclosure: Sendable, Codable, Equatable {
    public var url: String
    public var type: String?
    /// As the feed states it: usually bytes, often wrong.
    public var length: String?
    /// What it shows or is called, where the feed says so.
    public var title: String?

    /// What `title` begins with where this is what `podcast:transcript` names and its type does not say so.
    public static let transcriptTitle = "Transcript"

    /// What `podcast:transcript` names.
    ///
    /// - Parameter language: as it states it (BCP 47); nil where it states none.
    public static func transcript(
        url: String, type: String?, language: String? = nil
    ) -> Enclosure {
        var transcript = Enclosure(url: url, type: type)
        if let language {
            transcript.title = "\(transcriptTitle) (\(language))"
        } else if !transcript.isCaptions {
            transcript.title = transcriptTitle
        }
        return transcript
    }

    /// Whether it holds what is said in another one.
    public var isTranscript: Bool {
        isCaptions || title == Enclosure.transcriptTitle || transcriptLanguage != nil
    }

    /// The language that a transcript states.
    public var transcriptLanguage: String? {
        guard let title, title.hasPrefix(Enclosure.transcriptTitle + " ("), title.hasSuffix(")")
        else { return nil }
        return String(title.dropFirst(Enclosure.transcriptTitle.count + 2).dropLast())
    }

    /// Whether it is in a format of captions, with the time of each line.
    public var isCaptions: Bool {
        let type = (type ?? "").lowercased()
        return ["vtt", "subrip", "srt"].contains { type.contains($0) }
    }

    public init(url: String, type: String? = nil, length: String? = nil, title: String? = nil) {
        self.url = url
        self.type = type
        self.length = length
        self.title = title
    }

    /// "URL TYPE LENGTH TITLE", "-" for what is not known, and nothing behind the last that is: as front matter
    /// says it.
    public var line: String {
        let words = [type, length].map { text -> String in
            let word = (text ?? "").filter { !$0.isWhitespace }
            return word.isEmpty ? "-" : word
        }
        var parts = [url.filter { !$0.isWhitespace }] + words + [title ?? ""]
        while let last = parts.last, last.isEmpty || last == "-" { parts.removeLast() }
        return parts.joined(separator: " ")
    }

    /// Reads `line` back; nil where it holds no address.
    public init?(line: String) {
        let parts = line.split(separator: " ", maxSplits: 3).map(String.init)
        guard let url = parts.first else { return nil }
        func known(_ index: Int) -> String? {
            parts.indices.contains(index) && parts[index] != "-" ? parts[index] : nil
        }
        self.init(url: url, type: known(1), length: known(2), title: known(3))
    }
}
