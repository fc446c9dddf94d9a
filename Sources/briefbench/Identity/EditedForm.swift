import BriefModel
import Foundation

/// Other articles that look alike, and other versions: none of them may be taken for the one that is filed.
struct EditedForm: Sendable {
    var name: String
    var make: @Sendable (Article) -> Document?

    static let all: [EditedForm] = [
        EditedForm(name: "NOT: another figure") { article in
            changed(article) { text in
                guard let place = text.firstIndex(where: \.isNumber) else { return nil }
                return text.replacingCharacters(
                    in: place...place, with: text[place] == "7" ? "3" : "7")
            }
        },
        EditedForm(name: "NOT: a word more in a sentence") { article in
            midway(article) { words in
                words.insert("not", at: words.count / 2)
            }
        },
        EditedForm(name: "NOT: another word in a sentence") { article in
            midway(article) { words in words[words.count / 2] = "lantern" }
        },
        EditedForm(name: "NOT: a quotation more") { article in
            between(
                article,
                "“We were never asked, and we would have said no,” the harbour master said.")
        },
        EditedForm(name: "NOT: a paragraph with a figure more") { article in
            between(
                article,
                "By the evening 214 households had no water, the council's office said on its page."
            )
        },
        EditedForm(name: "NOT: another quotation") { article in
            replacedMiddle(
                article,
                "“We were never asked, and we would have said no,” the harbour master said.")
        },
        EditedForm(name: "NOT: new steps on top") { article in
            text(
                article,
                [
                    "14:35",
                    "The ferries are back, and the last of the passengers have left the hall.",
                    "14:10",
                    "A crane has been brought to the quay, and the road is closed at both ends.",
                ] + CopiedForm.paragraphs(article))
        },
        EditedForm(name: "NOT: new steps at the end") { article in
            text(
                article,
                CopiedForm.paragraphs(article) + [
                    "14:35 The ferries are back, and the last of the passengers have left the hall.",
                    "14:50 A crane has been brought to the quay, and the road is closed at both ends.",
                ])
        },
        EditedForm(name: "NOT: first half only") { article in
            let all = CopiedForm.paragraphs(article)
            return all.count < 4 ? nil : text(article, Array(all.prefix(all.count / 2)))
        },
        EditedForm(name: "NOT: one of five in a round-up") { article in
            let rest = (0..<40).map { Samples.paragraph($0 * 31 + article.wordCount) }
            return text(article, CopiedForm.paragraphs(article) + rest)
        },
        EditedForm(name: "NOT: the same beginning and end") { article in
            let all = CopiedForm.paragraphs(article)
            guard all.count >= 6 else { return nil }
            let new = (0..<4).map { Samples.paragraph($0 * 17 + article.wordCount) }
            return text(article, Array(all.prefix(2)) + new + Array(all.suffix(1)))
        },
    ]

    private static func text(_ article: Article, _ paragraphs: [String]) -> Document {
        CopiedForm.text(article, paragraphs)
    }

    private static func changed(_ article: Article, _ edit: (String) -> String?) -> Document? {
        var all = CopiedForm.paragraphs(article)
        for index in all.indices.dropFirst() {
            guard let new = edit(all[index]) else { continue }
            all[index] = new
            return text(article, all)
        }
        return nil
    }

    private static func midway(_ article: Article, _ edit: (inout [Substring]) -> Void) -> Document?
    {
        var all = CopiedForm.paragraphs(article)
        let place = all.count / 2
        var words = all[place].split(separator: " ")
        guard words.count > 8 else { return nil }
        edit(&words)
        all[place] = words.joined(separator: " ")
        return text(article, all)
    }

    private static func between(_ article: Article, _ paragraph: String) -> Document? {
        var all = CopiedForm.paragraphs(article)
        guard all.count >= 4 else { return nil }
        all.insert(paragraph, at: all.count / 2)
        return text(article, all)
    }

    private static func replacedMiddle(_ article: Article, _ paragraph: String) -> Document? {
        var all = CopiedForm.paragraphs(article)
        guard all.count >= 4 else { return nil }
        all[all.count / 2] = paragraph
        return text(article, all)
    }
}
