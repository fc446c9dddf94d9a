import ContentIdentity
import ControlProtocol
import Storage

/// What a revision changed.
public struct ChangesPage: Sendable {
    public var earlier: ArticleItem
    public var later: ArticleItem
    public var visit = Visit.looking

    /// Characters of all changes that are shown.
    private static let most = 40_000

    public init(from earlier: ArticleItem, to later: ArticleItem) {
        self.earlier = earlier
        self.later = later
    }

    /// - Throws: where one of the two is no article's file any more.
    public func html() throws -> String {
        let old = try FiledText(file: earlier.markdown ?? "", path: earlier.path)
        let new = try FiledText(file: later.markdown ?? "", path: later.path)
        var room = Self.most
        var shown: [Markup] = []
        for change in TextChanges(from: old.blocks, to: new.blocks).changes where room > 0 {
            shown.append(Self.block(change, &room))
        }
        if shown.isEmpty { shown = [.tag("p", [], ["They say the same."])] }
        if room <= 0 { shown.append(.tag("p", [.css("meek")], ["And more: briefctl diff."])) }
        return Frame(room: .articles, title: "Changes", visit: visit).page([
            .tag("h1", [], ["What changed"]),
            .tag(
                "p", [],
                [
                    "From ", .link(.article(earlier.id), .text(earlier.id)), " (",
                    Frame.time(earlier.filed), ") to ", .link(.article(later.id), .text(later.id)),
                    " (", Frame.time(later.filed), ")",
                ]),
            title(old.front.title, new.front.title), .tag("article", [], shown),
        ])
    }

    private func title(_ old: String?, _ new: String?) -> Markup {
        guard old != new else { return .nothing }
        return .tag(
            "p", [],
            [
                "Title: ", .tag("del", [], [.text(old ?? "none")]), " ",
                .tag("ins", [], [.text(new ?? "none")]),
            ])
    }

    private static func block(_ change: TextChanges.Change, _ room: inout Int) -> Markup {
        func text(_ words: String) -> Markup {
            let limit = max(0, room)
            room -= words.utf8.count
            return .text(words, limit: limit)
        }
        switch change {
        case .removed(let block): return .tag("p", [], [.tag("del", [], [text(block)])])
        case .added(let block): return .tag("p", [], [.tag("ins", [], [text(block)])])
        case .reworded(let pieces):
            return .tag(
                "p", [],
                pieces.map { piece in
                    switch piece {
                    case .same(let words): text(words)
                    case .removed(let words): .tag("del", [], [text(words)])
                    case .added(let words): .tag("ins", [], [text(words)])
                    }
                })
        }
    }
}
