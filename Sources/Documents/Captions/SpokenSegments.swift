import FoundationEssentials

/// The JSON form of `podcast:transcript` (podcast namespace, "Transcripts", JSON): segments, often of one word each.
enum SpokenSegments {
    /// The segments as cues, for `CaptionText`.
    ///
    /// - Returns: nil where the bytes are no such JSON, whatever else they are.
    static func cues(in bytes: [UInt8]) -> [CaptionCue]? {
        let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
        let bare = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        // What cannot be decoded is no such file: whoever asks tries the other forms.
        guard let file = try? JSONDecoder().decode(SegmentFile.self, from: Data(bare)) else {
            return nil
        }
        var end = 0.0
        return file.segments.compactMap { segment in
            let words = segment.body.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !words.isEmpty else { return nil }
            let start = segment.start ?? end
            end = max(start, segment.end ?? start)
            return CaptionCue(
                start: start, end: end,
                lines: [CaptionCue.Line(speaker: segment.speaker, text: words[...])])
        }
    }
}

private struct SegmentFile: Decodable {
    var segments: [Segment]

    private enum Key: String, CodingKey { case segments }

    init(from decoder: any Decoder) throws {
        // Some write the list alone.
        if var list = try? decoder.unkeyedContainer() {
            segments = []
            while !list.isAtEnd { segments.append(try list.decode(Segment.self)) }
        } else {
            segments = try decoder.container(keyedBy: Key.self)
                .decode([Segment].self, forKey: .segments)
        }
    }
}

private struct Segment: Decodable {
    var speaker: String?
    var body: String
    /// Seconds.
    var start: Double?
    var end: Double?

    private enum Key: String, CodingKey { case speaker, body, text, startTime, endTime }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        body =
            try members.decodeIfPresent(String.self, forKey: .body)
            ?? members.decode(String.self, forKey: .text)
        // Times and names of another type are passed over: the words are what counts.
        let name = try? members.decodeIfPresent(String.self, forKey: .speaker)
        speaker = name.flatMap { name in
            let words = name.split(whereSeparator: \.isWhitespace)
            return words.isEmpty ? nil : words.joined(separator: " ")
        }
        start = Self.seconds(members, .startTime)
        end = Self.seconds(members, .endTime)
    }

    private static func seconds(_ members: KeyedDecodingContainer<Key>, _ key: Key) -> Double? {
        // A number in quotes is one too.
        if let number = try? members.decodeIfPresent(Double.self, forKey: key) { return number }
        return (try? members.decodeIfPresent(String.self, forKey: key)).flatMap { Double($0) }
    }
}
