import BriefModel
import ContentIdentity
import Foundation
import Storage

/// Whether what nearly says the same is found, and said to be what it is.
struct LikenessBench {
    /// What is made of an article, and what the link then says.
    private struct Change {
        var name: String
        var kinds: Set<TextLikeness.Kind>
        var make: @Sendable (inout Stories, [String]) -> [String]
    }

    private static let pairs = 150

    private static let changes: [Change] = [
        Change(name: "a paragraph cut", kinds: [.edited, .excerptOf]) { _, all in
            all.enumerated().filter { $0.offset != all.count / 2 }.map(\.element)
        },
        Change(name: "2 % of words changed", kinds: [.edited]) { reworded(&$0, $1, 50) },
        Change(name: "5 % of words changed", kinds: [.edited]) { reworded(&$0, $1, 20) },
        Change(name: "10 % of words changed", kinds: [.edited]) { reworded(&$0, $1, 10) },
        Change(name: "two articles in one", kinds: [.contains]) { stories, all in
            all + stories.paragraphs(all.count)
        },
        Change(name: "one of five in a digest", kinds: [.contains]) { stories, all in
            stories.paragraphs(all.count * 2) + all + stories.paragraphs(all.count * 2)
        },
        Change(name: "shuffled", kinds: [.edited]) { _, all in
            all.enumerated().sorted { ($0.offset % 3, $0.offset) < ($1.offset % 3, $1.offset) }
                .map(\.element)
        },
        Change(name: "every second paragraph", kinds: [.excerptOf]) { _, all in
            all.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        },
        Change(name: "with a comment of a third", kinds: [.contains]) { stories, all in
            all + stories.paragraphs(all.count / 2)
        },
        Change(name: "the last 60 %", kinds: [.excerptOf]) { _, all in
            Array(all.suffix(all.count * 6 / 10))
        },
        teaser(15), teaser(25), teaser(40), teaser(60), teaser(80), teaser(120),
    ]

    private static func teaser(_ words: Int) -> Change {
        Change(name: "the first \(words) words", kinds: [.excerptOf]) { _, all in
            let text = all.joined(separator: " ").split(separator: " ").prefix(words)
            return [text.joined(separator: " ") + "…"]
        }
    }

    private static func reworded(
        _ stories: inout Stories, _ all: [String], _ every: Int
    ) -> [String] {
        all.map { paragraph in
            paragraph.split(separator: " ").map { word in
                stories.number(below: every) == 0 ? stories.word() : String(word)
            }.joined(separator: " ")
        }
    }

    func run() throws {
        let only = ProcessInfo.processInfo.environment["CHANGE"]
        for change in Self.changes where only == nil || only == change.name {
            for isReversed in [false, true] { try row(change, isReversed: isReversed) }
        }
    }

    private func row(_ change: Change, isReversed: Bool) throws {
        let pairs = (0..<Self.pairs).map { index -> ([String], [String]) in
            var stories = Stories(seed: 7_000_003 &+ index)
            let all = stories.paragraphs(8)
            let other = change.make(&stories, all)
            return isReversed ? (other, all) : (all, other)
        }
        let links = try Tally.links(
            pairs.map { (article($0.0, "first"), article($0.1, "second")) })
        if ProcessInfo.processInfo.environment["CHANGE"] != nil {
            for (index, link) in links.enumerated() where link == nil {
                print("---- \(pairs[index].0.joined(separator: "\n"))\n---- \(pairs[index].1)")
            }
        }
        let found = links.compactMap { $0 }
        let kinds = isReversed ? Set(change.kinds.map(\.reversed)) : change.kinds
        let right = found.count { kinds.contains($0.kind) }
        let name = "NEAR: \(change.name)\(isReversed ? ", that first" : "")"
        print(
            name.padding(toLength: 48, withPad: " ", startingAt: 0),
            "found \(found.count) of \(pairs.count), of the right kind \(right)")
    }

    private func article(_ paragraphs: [String], _ title: String) -> Reading {
        let text = paragraphs.joined(separator: "\n")
        let article = Article(
            title: title, text: text, markdown: paragraphs.joined(separator: "\n\n"),
            wordCount: text.split(separator: " ").count, quality: 0.9)
        return Reading(article: article, bytes: Array(text.utf8))
    }
}
