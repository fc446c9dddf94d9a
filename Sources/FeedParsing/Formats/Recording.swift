/// What a feed states of an entry's recording: which part of a series it is, and how long it runs.
struct Recording {
    var season: String?
    var episode: String?
    /// "1:02:03".
    var duration: String?

    /// "Season 2, episode 7, 1:02:03"; nil where nothing is stated.
    var words: String? {
        var parts: [String] = []
        if let season { parts.append("season \(season)") }
        if let episode { parts.append("episode \(episode)") }
        if let duration { parts.append(duration) }
        guard !parts.isEmpty else { return nil }
        let all = parts.joined(separator: ", ")
        return all.prefix(1).uppercased() + all.dropFirst()
    }

    /// A number as podcasts count: "7", "07", "7.5"; nil for anything else, and for 0, which programs write for none.
    static func number(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 8,
            let value = Double(text), value > 0, text.utf8.allSatisfy({ $0.isDigit || $0 == 0x2E })
        else { return nil }
        return String(text.drop { $0 == "0" })
    }

    /// Seconds, minutes and seconds, or hours too (itunes:duration; Media RSS 1.5.1, in seconds), as hours, minutes and
    /// seconds; nil where it is none of these, nothing, or more than a hundred hours.
    static func duration(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 16 else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        var seconds = 0
        for part in parts {
            // Fractions of a second are of no interest.
            guard let value = Double(part), value >= 0, value < 1_000_000 else { return nil }
            seconds = seconds * 60 + Int(value)
        }
        guard seconds > 0, seconds < 360_000 else { return nil }
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        return hours > 0
            ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
    }
}
