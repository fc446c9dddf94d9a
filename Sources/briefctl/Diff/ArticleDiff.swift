import BriefModel
import ContentIdentity
import ControlProtocol
import Storage

/// Two articles, laid beside each other.
struct ArticleDiff {
    /// For `--json`.
    struct Report: Encodable {
        struct Change: Encodable {
            /// "fact", "removed", "added" or "reworded".
            var kind: String
            /// The fact's name; empty for the text.
            var field: String
            var old: String?
            var new: String?

            func encode(to encoder: any Encoder) throws {
                var values = encoder.container(keyedBy: CodingKeys.self)
                try values.encode(kind, forKey: .kind)
                try values.encode(field, forKey: .field)
                try values.encode(old, forKey: .old)
                try values.encode(new, forKey: .new)
            }

            private enum CodingKeys: String, CodingKey { case kind, field, old, new }
        }

        var from: String
        var to: String
        var changes: [Change]
    }

    private(set) var report: Report
    private let text: TextChanges
    private let facts: [Report.Change]

    /// - Parameter title: what stood over the later text when it was filed, where that is not what its file says now.
    init(from earlier: ArticleItem, to later: ArticleItem, title: String? = nil) throws {
        let old = try FiledText(file: earlier.markdown ?? "", path: earlier.path)
        var new = try FiledText(file: later.markdown ?? "", path: later.path)
        new.front.title = title ?? new.front.title
        text = TextChanges(from: old.blocks, to: new.blocks)
        facts = Self.facts(old.front, new.front)
        report = Report(
            from: earlier.id, to: later.id, changes: facts + text.changes.map(Self.change))
    }

    private static func facts(_ old: FrontMatter, _ new: FrontMatter) -> [Report.Change] {
        let all: [(String, String?, String?)] = [
            ("title", old.title, new.title),
            ("authors", list(old.authors), list(new.authors)),
            ("published", old.published, new.published), ("site", old.site, new.site),
            ("url", old.url, new.url), ("language", old.language, new.language),
        ]
        return all.filter { $0.1 != $0.2 }.map {
            Report.Change(kind: "fact", field: $0.0, old: $0.1, new: $0.2)
        }
    }

    private static func list(_ names: [String]) -> String? {
        names.isEmpty ? nil : names.joined(separator: ", ")
    }

    private static func change(_ change: TextChanges.Change) -> Report.Change {
        switch change {
        case .removed(let block): Report.Change(kind: "removed", field: "", old: block, new: nil)
        case .added(let block): Report.Change(kind: "added", field: "", old: nil, new: block)
        case .reworded(let pieces):
            Report.Change(
                kind: "reworded", field: "", old: words(pieces, ofOld: true),
                new: words(pieces, ofOld: false))
        }
    }

    private static func words(_ pieces: [TextChanges.Piece], ofOld: Bool) -> String {
        pieces.compactMap { piece in
            switch piece {
            case .same(let words): words
            case .removed(let words): ofOld ? words : nil
            case .added(let words): ofOld ? nil : words
            }
        }.joined().trimmingSpace
    }

    /// Words of the text that only the later one has, and those that only the earlier one has.
    var wordCounts: (added: Int, removed: Int) {
        func count(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }
        var counts = (added: 0, removed: 0)
        for change in text.changes {
            switch change {
            case .removed(let block): counts.removed += count(block)
            case .added(let block): counts.added += count(block)
            case .reworded(let pieces):
                for piece in pieces {
                    switch piece {
                    case .same: break
                    case .removed(let words): counts.removed += count(words)
                    case .added(let words): counts.added += count(words)
                    }
                }
            }
        }
        return counts
    }

    /// For people, coloured on a terminal.
    func lines() -> [String] {
        var lines = ["\(report.from) → \(report.to)"]
        if report.changes.isEmpty { return lines + ["They say the same."] }
        for fact in facts {
            lines.append(
                "~ \(fact.field): "
                    + [Self.removed(fact.old), Self.added(fact.new)].compactMap { $0 }
                    .joined(separator: " "))
        }
        for change in text.changes {
            switch change {
            case .removed(let block): lines.append(Colour.removed("- " + block.printable))
            case .added(let block): lines.append(Colour.added("+ " + block.printable))
            case .reworded(let pieces):
                lines.append("~ " + pieces.map(Self.shown).joined().trimmingSpace)
            }
        }
        return lines
    }

    private static func shown(_ piece: TextChanges.Piece) -> String {
        switch piece {
        case .same(let words): words.printable
        case .removed(let words): (removed(words.trimmingSpace) ?? "") + space(behind: words)
        case .added(let words): (added(words.trimmingSpace) ?? "") + space(behind: words)
        }
    }

    private static func removed(_ words: String?) -> String? {
        words.map { Colour.removed("[-" + $0.printable + "-]") }
    }

    private static func added(_ words: String?) -> String? {
        words.map { Colour.added("{+" + $0.printable + "+}") }
    }

    private static func space(behind words: String) -> String { words.hasSuffix(" ") ? " " : "" }
}

extension String {
    /// Without the space at its end.
    fileprivate var trimmingSpace: String { hasSuffix(" ") ? String(dropLast()) : self }
}
