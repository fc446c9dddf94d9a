import ArticleExtraction
import BriefModel
import ContentIdentity
import Foundation
import Storage

/// `make identity CORPUS=DIR`: whether the same article is one, in whatever form it comes, and different ones are not.
///
/// DIR/articles/SET/ID.html is a page, DIR/plaintext/SET/ID.txt what a reader copied from it, and ID.json beside that the
/// truth, as {"text": …}. All documents are read and filed as the daemon would, into stores that are thrown away.
struct IdentityBench {
    let folder: String

    func run() throws {
        let pairs = try CopiedPage.all(below: folder)
        print("\(pairs.count) pages and what was copied from them")
        try pages(pairs.filter(\.isReadWell), "pairs that are read well (F1 >= .8 both)")
        try pages(pairs, "all pairs")
        if ProcessInfo.processInfo.environment["ONLY"] == "pairs" { return }
        let references = pairs.filter(\.isReadWell).map(\.page).filter(CopiedForm.isFit)
        let chosen = stride(from: 0, to: references.count, by: max(1, references.count / 45))
            .map { references[$0] }
        for form in CopiedForm.all { try row(form.name, chosen, form.make) }
        for edit in EditedForm.all { try row(edit.name, chosen, edit.make) }
    }

    private func pages(_ pairs: [CopiedPage], _ name: String) throws {
        let tally = try Tally.filing(pairs.map { ($0.page, $0.copy) })
        tally.print(name)
        if ProcessInfo.processInfo.environment["MISSED"] != nil {
            for index in tally.missed {
                let (page, copy) = (pairs[index].page, pairs[index].copy)
                print(
                    "   missed", pairs[index].name, TextComparison(of: page.text, with: copy.text),
                    [page.published, copy.published, page.title, copy.title], page.authors,
                    copy.authors)
            }
        }
    }

    private func row(
        _ name: String, _ references: [Article], _ make: (Article) -> Document?
    ) throws {
        let pairs = references.compactMap { reference -> (Article, Article)? in
            guard let document = make(reference) else { return nil }
            return (reference, document.read())
        }
        let tally = try Tally.filing(pairs)
        tally.print(name)
        guard ProcessInfo.processInfo.environment["MISSED"] == name else { return }
        for index in tally.missed.prefix(3) {
            print("---- filed:\n\(pairs[index].0.text)\n---- came:\n\(pairs[index].1.text)")
        }
    }
}

/// Bytes with a name, as a reader may drop them.
struct Document {
    var bytes: [UInt8]
    var name = "copy.txt"

    /// A document that cannot be read gives an article without words: it counts as not recognised.
    func read() -> Article {
        let arrival = Date(timeIntervalSince1970: 1_790_000_000)
        let request = ExtractionRequest(bytes: bytes, name: name, arrival: arrival)
        // Nothing is lost: the bytes are kept by whoever measures.
        return (try? ArticleExtractor().extract(request)) ?? Article()
    }
}

/// What became of the second document of each pair when the first ones were filed.
struct Tally {
    var same = 0
    var variant = 0
    var near = 0
    var revised = 0
    /// Taken for the article of another pair.
    var wrong = 0
    var filed = 0
    /// Places of the pairs that were not recognised.
    var missed: [Int] = []

    static func filing(_ pairs: [(Article, Article)]) throws -> Tally {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "briefbench-\(UInt64.random(in: .min ... .max))")
        defer { try? FileManager.default.removeItem(at: root) }
        let store = try ArticleStore(at: root.path, identify: .content)
        let firsts = try store.file(
            pairs.enumerated().map { filing($1.0, "page \($0)") })
        let seconds = try store.file(
            pairs.enumerated().map { filing($1.1, "copy \($0)") })
        var tally = Tally()
        for (index, (first, second)) in zip(firsts, seconds).enumerated() {
            guard case .success(let first) = first, case .success(let second) = second else {
                tally.filed += 1
                tally.missed.append(index)
                continue
            }
            tally.add(
                second, first.id,
                isSame: ContentHash.hash(ofText: pairs[index].0.text)
                    == ContentHash.hash(ofText: pairs[index].1.text), index)
        }
        return tally
    }

    private mutating func add(
        _ outcome: FilingOutcome, _ id: String, isSame: Bool, _ index: Int
    ) {
        switch outcome {
        case .sighting(let found), .unchanged(let found):
            if found != id { wrong += 1 } else if isSame { same += 1 } else { variant += 1 }
        case .updated: variant += 1
        case .dropped: wrong += 1
        case .revision:
            revised += 1
            missed.append(index)
        case .filed(_, let neighbours):
            if neighbours.contains(id) { near += 1 } else { filed += 1 }
            missed.append(index)
        }
    }

    private static func filing(_ article: Article, _ name: String) -> Filing {
        Filing(
            article: article, identity: Identity(text: article.text),
            origin: Origin(source: "spool:\(name)"), original: Array((name + article.text).utf8),
            originalType: article.type == .html ? "text/html" : "text/plain",
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
    }

    func print(_ name: String) {
        let all = same + variant + near + revised + wrong + filed
        let share = String(format: "%5.1f %%", 100 * Double(same + variant) / Double(max(1, all)))
        Swift.print(
            name.padding(toLength: 44, withPad: " ", startingAt: 0), share,
            "of \(all) one: same \(same), variant \(variant); near \(near), revision \(revised),",
            "apart \(filed), wrong \(wrong)")
    }
}
