import BriefModel
import FoundationEssentials

/// Reads CDF, the channel definition format of 1997: names are matched whatever their case.
struct CDFParser {
    private let tape: FeedTape
    private let text: ElementText

    init(tape: FeedTape) {
        self.tape = tape
        text = ElementText(tape: tape)
    }

    func parse(_ root: Int, _ outer: Scope) -> FeedDraft {
        var draft = FeedDraft(format: .rss, version: nil)
        var scope = outer.within(root, of: tape)
        if let base = tape.attribute(root, .base) { scope.base = base }
        let own = EntryDraft.Rank.own
        draft.link.offer(scope.link(tape.attribute(root, .href)), rank: own)
        draft.updated.offer(date(root), rank: own)
        for child in tape.children(of: root) {
            switch tape.name(child).word {
            case .title: draft.title.offer(text.plain(child), rank: own)
            case .abstract: draft.description.offer(text.html(child, scope), rank: own)
            case .item: draft.add(entry(child, scope))
            default: continue
            }
        }
        return draft
    }

    private func entry(_ item: Int, _ scope: Scope) -> Entry {
        var draft = EntryDraft()
        let own = EntryDraft.Rank.own
        draft.link.offer(scope.link(tape.attribute(item, .href)), rank: own)
        draft.updated.offer(date(item), rank: own)
        for child in tape.children(of: item) {
            switch tape.name(child).word {
            case .title: draft.title.offer(text.plain(child), rank: own)
            case .abstract: draft.summary.offer(text.html(child, scope), rank: own)
            case .link: draft.link.offer(scope.link(tape.attribute(child, .href)), rank: own - 1)
            default: continue
            }
        }
        return draft.entry
    }

    private func date(_ element: Int) -> Date? {
        tape.attribute(element, .lastmod).flatMap(FeedDate.parse)
    }
}
