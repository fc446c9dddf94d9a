import ArticleExtraction
import BriefModel
import ContentIdentity
import Foundation
import Storage

/// Pages that are asked for again: with other furniture around the article, and with the article edited or not. Counts
/// changes that were seen where there was none, and edits that were not seen.
struct RevisitBench {
    struct Report: Equatable {
        var tried = 0
        /// Furniture that was taken for a change.
        var mistaken: [String] = []
        /// Edits that were not noticed.
        var missed: [String] = []
    }

    /// How an article changes.
    enum Edit: String, CaseIterable {
        case word, figure, paragraph, headline, correction, retraction
    }

    private struct Story {
        var title: String
        var paragraphs: [String]
    }

    /// - Parameter rounds: so many stories in each furniture.
    static func run(rounds: Int = 1) throws -> Report {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "briefbench-\(UInt64.random(in: .min ... .max))")
        defer { try? FileManager.default.removeItem(at: root) }
        let store = try ArticleStore(at: root.path, identify: .content)
        var report = Report()
        for seed in 0..<(PageFurniture.count * rounds) {
            for (index, edit) in ([nil] + Edit.allCases.map(Optional.some)).enumerated() {
                let name = "furniture \(seed % PageFurniture.count), \(edit?.rawValue ?? "none")"
                let number = seed * 16 + index
                let before = story(number)
                let after = edit.map { changed(before, by: $0, number) } ?? before
                let first = try visit(before, seed, number, isAgain: false)
                let second = try visit(after, seed, number, isAgain: true)
                let outcomes = try store.file([first]) + store.file([second])
                report.tried += 1
                let isSeen = try isChange(outcomes[1].get())
                if edit == nil, isSeen { report.mistaken.append(name) }
                if edit != nil, !isSeen { report.missed.append(name) }
            }
        }
        return report
    }

    private static func isChange(_ outcome: FilingOutcome) -> Bool {
        switch outcome {
        case .revision, .updated: true
        default: false
        }
    }

    private static func visit(
        _ story: Story, _ seed: Int, _ number: Int, isAgain: Bool
    ) throws -> Filing {
        let furniture = PageFurniture(seed % PageFurniture.count, isAgain: isAgain)
        let url = "https://news.example.org/2026/\(number)"
        let page = Array(furniture.page(story.title, story.paragraphs, url: url).utf8)
        let article = try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: page, url: url, arrival: Date(timeIntervalSince1970: 1_790_000_000)))
        var filing = Filing(
            article: article, identity: Identity(text: article.text),
            origin: Origin(
                source: "feed:https://news.example.org/feed",
                entry: .init(feed: "feed", key: "guid:\(number)", ownsLink: true)),
            original: page, originalType: "text/html",
            arrival: Date(timeIntervalSince1970: isAgain ? 1_790_090_000 : 1_790_000_000))
        filing.isRevisit = isAgain
        return filing
    }

    private static func story(_ number: Int) -> Story {
        var stories = Stories(seed: number)
        return Story(title: stories.title(), paragraphs: stories.paragraphs(7))
    }

    private static func changed(_ story: Story, by edit: Edit, _ number: Int) -> Story {
        var (story, stories) = (story, Stories(seed: number + 1_000_003))
        let place = 1 + number % (story.paragraphs.count - 2)
        switch edit {
        case .word:
            var words = story.paragraphs[place].split(separator: " ").map(String.init)
            words[words.count / 2] = "lantern"
            story.paragraphs[place] = words.joined(separator: " ")
        case .figure:
            story.paragraphs[place] += " It would cost \(stories.figure()) thousand."
        case .paragraph:
            story.paragraphs.insert(
                stories.paragraph(), at: number % (story.paragraphs.count + 1))
        case .headline: story.title = stories.title()
        case .correction:
            let note =
                "Correction: An earlier version of this article misstated what \(stories.name()) had said about the plan."
            if number % 2 == 0 {
                story.paragraphs.append(note)
            } else {
                story.paragraphs.insert(note, at: 0)
            }
        case .retraction:
            let note =
                "This article has been retracted, as its main source could not be confirmed by our desk."
            if number % 2 == 0 {
                story.paragraphs.insert(note, at: 0)
            } else {
                story.paragraphs = [
                    note, "We regret the error and thank the readers who wrote to us.",
                ]
            }
        }
        return story
    }
}
