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

    /// What stands at the address for a while, and is no edit.
    enum Wall: String, CaseIterable {
        case meter, cut, error, consent
    }

    struct Story {
        var title: String
        /// HTML of one block each.
        var blocks: [String]

        init(title: String, paragraphs: [String]) {
            self.title = title
            blocks = paragraphs.map { "<p>\($0)</p>" }
        }
    }

    private struct Change {
        var name: String
        var isEdit: Bool
        var make: (Story, Int) -> Story
    }

    private static var changes: [Change] {
        [Change(name: "none", isEdit: false) { story, _ in story }]
            + Edit.allCases.map { edit in
                Change(name: edit.rawValue, isEdit: true) { changed($0, by: edit, $1) }
            }
            + Wall.allCases.map { wall in
                Change(name: wall.rawValue, isEdit: false) { walled($0, by: wall, $1) }
            }
    }

    /// Pages that are tried in each furniture.
    static var changeCount: Int { changes.count }

    /// - Parameter rounds: so many stories in each furniture.
    static func run(rounds: Int = 1) throws -> Report {
        let root = ScratchFolder.path()
        defer { try? FileManager.default.removeItem(at: root) }
        let store = try ArticleStore(at: root.path, identify: .content)
        var report = Report()
        for seed in 0..<(PageFurniture.count * rounds) {
            for (index, change) in changes.enumerated() {
                let name = "furniture \(seed % PageFurniture.count), \(change.name)"
                let number = seed * 16 + index
                let before = story(number)
                let after = change.make(before, number)
                let first = try visit(before, seed, number, isAgain: false)
                let second = try visit(after, seed, number, isAgain: true)
                let outcomes = try store.file([first]) + store.file([second])
                report.tried += 1
                let isSeen = try isChange(outcomes[1].get())
                if !change.isEdit, isSeen { report.mistaken.append(name) }
                if change.isEdit, !isSeen { report.missed.append(name) }
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
        let page = Array(furniture.page(story.title, story.blocks, url: url).utf8)
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

    static func story(_ number: Int) -> Story {
        var stories = Stories(seed: number)
        return Story(title: stories.title(), paragraphs: stories.paragraphs(7))
    }

    private static func changed(_ story: Story, by edit: Edit, _ number: Int) -> Story {
        var (story, stories) = (story, Stories(seed: number + 1_000_003))
        let place = 1 + number % (story.blocks.count - 2)
        func pick(_ notes: [String], _ stories: inout Stories) -> String {
            let markups = EditorNotes.markups
            return markups[stories.number(below: markups.count)](stories.draw(notes))
        }
        switch edit {
        case .word:
            var words = story.blocks[place].split(separator: " ").map(String.init)
            words[words.count / 2] = "lantern"
            story.blocks[place] = words.joined(separator: " ")
        case .figure:
            story.blocks[place] = String(story.blocks[place].dropLast("</p>".count))
            story.blocks[place] += " It would cost \(stories.figure()) thousand.</p>"
        case .paragraph:
            story.blocks.insert(
                "<p>\(stories.paragraph())</p>", at: number % (story.blocks.count + 1))
        case .headline: story.title = stories.title()
        case .correction:
            let note = pick(EditorNotes.corrections, &stories)
            story.blocks.insert(note, at: number % 2 == 0 ? story.blocks.count : 0)
        case .retraction:
            let note = pick(EditorNotes.retractions, &stories)
            if number % 2 == 0 {
                story.blocks.insert(note, at: 0)
            } else {
                story.blocks = [
                    note, "<p>We regret the error and thank the readers who wrote to us.</p>",
                ]
            }
        }
        return story
    }

    private static func walled(_ story: Story, by wall: Wall, _ number: Int) -> Story {
        var (story, stories) = (story, Stories(seed: number + 2_000_003))
        let meter =
            "<div class=\"paywall\"><p>Subscribe to read the rest of this story. Already a subscriber? Sign in.</p></div>"
        switch wall {
        case .meter: story.blocks = story.blocks.prefix(4 + number % 3) + [meter]
        case .cut:
            let last = story.blocks[5].split(separator: " ").prefix(9).joined(separator: " ")
            story.blocks = story.blocks.prefix(5) + [last + " …</p>"]
        case .error:
            story = Story(
                title: "We could not find that page",
                paragraphs: ["It may have been removed, or the link is wrong. Others read:"]
                    + stories.paragraphs(7))
        case .consent:
            story = Story(
                title: "Before you continue",
                paragraphs: (1...8).map {
                    "We and \($0 * 11) partners keep what you read on your device, so that we can show you what fits you, "
                        + "measure how it is read, and learn who reads us. You may say no to purpose \($0), or to all of them."
                })
        }
        return story
    }
}
