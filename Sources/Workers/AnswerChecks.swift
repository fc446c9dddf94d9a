import BriefModel
import FoundationEssentials

// What a worker says is what a document made it say: text and numbers that the daemon reckons with, and a hash that
// becomes part of a file's name. Each is held against what an honest reader could have said.

extension ReadDocument {
    /// Whether an honest reader could have said so.
    var isBelievable: Bool {
        identity.hashes.allSatisfy(ReadDocument.isContentHash)
            && (trace?.isBelievable ?? true)
            && (0...1_000).contains(identity.hashVersion)
            && (0...article.text.utf8.count).contains(article.wordCount)
            && (0...1).contains(article.quality) && identity.shingles.areInOrder
    }

    /// "sha256:" and 64 hex digits, as ContentHash writes them.
    private static func isContentHash(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return text.hasPrefix("sha256:") && bytes.count == 71
            && bytes.dropFirst(7).allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
            }
    }
}

extension Shingles {
    /// As they are made; whoever compares two relies on it. An index takes no more of a text than 1,024.
    fileprivate var areInOrder: Bool {
        zip(hashes, hashes.dropFirst()).allSatisfy { $0 < $1 } && fingerprints.count <= 1_024
    }
}

extension ParsedFeed {
    /// Seconds: two thousand years, which nothing overflows.
    private static let longest = 1 << 36

    /// The feed without times that no calendar has.
    var believable: ParsedFeed {
        var feed = self
        feed.updated = updated.flatMap(ParsedFeed.dated)
        feed.published = published.flatMap(ParsedFeed.dated)
        feed.hints.ttlMinutes = hints.ttlMinutes.flatMap(ParsedFeed.bounded)
        feed.hints.updatePeriodSeconds = hints.updatePeriodSeconds.flatMap(ParsedFeed.bounded)
        for index in feed.entries.indices {
            feed.entries[index].published = entries[index].published.flatMap(ParsedFeed.dated)
            feed.entries[index].updated = entries[index].updated.flatMap(ParsedFeed.dated)
        }
        return feed
    }

    /// Between the years 1 and 9999.
    private static func dated(_ date: Date) -> Date? {
        (-62_135_596_800..<253_402_300_800).contains(date.timeIntervalSince1970) ? date : nil
    }

    private static func bounded(_ number: Int) -> Int? {
        (0...longest).contains(number) ? number : nil
    }
}
