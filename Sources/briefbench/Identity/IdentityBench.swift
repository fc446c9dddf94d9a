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
        let only = ProcessInfo.processInfo.environment["ONLY"]
        if only == "near" { return try LikenessBench().run() }
        if only == "two" { return try twos() }
        if only == "made" {
            try twos()
            return try LikenessBench().run()
        }
        let pairs = try CopiedPage.all(below: folder)
        print("\(pairs.count) pages and what was copied from them")
        try pages(pairs.filter(\.isReadWell), "pairs that are read well (F1 >= .8 both)")
        try pages(pairs, "all pairs")
        if only == "pairs" { return }
        let references = pairs.filter(\.isReadWell).map(\.page)
            .filter { CopiedForm.isFit($0.article) }
        let chosen = stride(from: 0, to: references.count, by: max(1, references.count / 45))
            .map { references[$0] }
        for form in CopiedForm.all { try row(form.name, chosen, form.make) }
        for edit in EditedForm.all { try row(edit.name, chosen, edit.make) }
        try twos()
        try LikenessBench().run()
    }

    /// Pairs that are two articles, made here.
    private func twos() throws {
        var (pairs, merged) = (0, 0)
        let only = ProcessInfo.processInfo.environment["KIND"]
        for (seed, kind) in HardNegative.all.enumerated() where only == nil || only == kind.name {
            let made = kind.articles(from: seed)
            if only != nil { try show(made) }
            let tally = try Tally.filing(made)
            tally.print("TWO: " + kind.name + (kind.isApart ? ", apart" : ""))
            pairs += made.count
            merged += tally.merged
        }
        print("TWO: all \(pairs) pairs, taken for one: \(merged)")
    }

    /// Prints the pairs that are linked.
    private func show(_ pairs: [(Reading, Reading)]) throws {
        for (pair, link) in zip(pairs, try Tally.links(pairs)) {
            guard let link else { continue }
            print("---- \(link)\n\(pair.0.article.text)\n----\n\(pair.1.article.text)")
        }
    }

    private func pages(_ pairs: [CopiedPage], _ name: String) throws {
        let tally = try Tally.filing(pairs.map { ($0.page, $0.copy) })
        tally.print(name)
        if ProcessInfo.processInfo.environment["MISSED"] != nil {
            for index in tally.mistaken { print("   mistaken", pairs[index].name) }
            for index in tally.missed {
                let (page, copy) = (pairs[index].page.article, pairs[index].copy.article)
                print(
                    "   missed", pairs[index].name, TextComparison(of: page.text, with: copy.text),
                    [page.published, copy.published, page.title, copy.title], page.authors,
                    copy.authors)
            }
        }
    }

    private func row(
        _ name: String, _ references: [Reading], _ make: (Article) -> Document?
    ) throws {
        let pairs = references.compactMap { reference -> (Reading, Reading)? in
            guard let document = make(reference.article) else { return nil }
            return (reference, document.read())
        }
        let tally = try Tally.filing(pairs)
        tally.print(name)
        guard ProcessInfo.processInfo.environment["MISSED"] == name else { return }
        for index in tally.missed.prefix(3) {
            print(
                "---- filed:\n\(pairs[index].0.article.text)\n---- came:\n\(pairs[index].1.article.text)"
            )
        }
    }
}

/// Bytes with a name, as a reader may drop them.
struct Document {
    var bytes: [UInt8]
    var name = "copy.txt"

    /// A document that cannot be read gives an article without words: it counts as not recognised.
    func read() -> Reading {
        let arrival = Date(timeIntervalSince1970: 1_790_000_000)
        let request = ExtractionRequest(bytes: bytes, name: name, arrival: arrival)
        // Nothing is lost: the bytes are kept by whoever measures.
        let article = (try? ArticleExtractor().extract(request)) ?? Article()
        return Reading(article: article, bytes: bytes)
    }
}

/// An article, and the bytes that it was read from.
struct Reading {
    var article: Article
    var bytes: [UInt8]
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
    /// First documents that were taken for the article of another pair.
    var wrongFirst = 0
    /// Places of the pairs that were not recognised.
    var missed: [Int] = []
    /// Places of the pairs whose second document was taken for another article.
    var mistaken: [Int] = []

    static func filing(_ pairs: [(Reading, Reading)]) throws -> Tally {
        try filed(pairs) { _, firsts, seconds in tally(pairs, firsts, seconds) }
    }

    /// The places of the documents that were taken for others than some articles, as copies of which they came; all where
    /// one of the articles was not filed for itself.
    static func missed(
        _ copies: [(place: Int, copy: Reading)], of articles: [Reading]
    ) throws -> [Int] {
        let pairs = copies.map { (articles[$0.place], $0.copy) }
        return try filed(pairs) { _, firsts, seconds in
            zip(copies, zip(firsts, seconds)).compactMap { copy, outcomes in
                guard case (.success(.filed(let id, _)), .success(let second)) = outcomes
                else { return copy.place }
                switch second {
                case .sighting(let found), .unchanged(let found):
                    return found == id ? nil : copy.place
                case .updated: return nil
                case .filed, .revision, .dropped: return copy.place
                }
            }
        }
    }

    /// How the second article of each pair is linked with the first; nil where it is not.
    static func links(_ pairs: [(Reading, Reading)]) throws -> [TextLikeness?] {
        try filed(pairs) { store, firsts, seconds in
            try zip(firsts, seconds).map { first, second in
                guard case .success(let first) = first, case .success(let second) = second
                else { return nil }
                let near = try store.catalogue.article(second.id).listing.near
                    .first { $0.id == first.id }
                guard let kind = near?.kind, let share = near?.share else { return nil }
                return TextLikeness(kind: kind, share: share)
            }
        }
    }

    private typealias Outcomes = [Result<FilingOutcome, StorageError>]

    /// Files the first articles of all pairs, then the second ones, into a store that is thrown away.
    private static func filed<Value>(
        _ pairs: [(Reading, Reading)],
        _ take: (ArticleStore, _ firsts: Outcomes, _ seconds: Outcomes) throws -> Value
    ) throws -> Value {
        let root = ScratchFolder.path()
        defer { try? FileManager.default.removeItem(at: root) }
        let rules = IdentityRules.content.reading { request in
            // As the daemon's worker says it; nothing is lost where it cannot.
            (try? ArticleExtractor().explain(request))?.words
        }
        let store = try ArticleStore(at: root.path, identify: rules)
        let firsts = try store.file(pairs.enumerated().map { filing($1.0, "page \($0)") })
        let seconds = try store.file(pairs.enumerated().map { filing($1.1, "copy \($0)") })
        return try take(store, firsts, seconds)
    }

    private static func tally(
        _ pairs: [(Reading, Reading)], _ firsts: Outcomes, _ seconds: Outcomes
    ) -> Tally {
        var tally = Tally()
        tally.wrongFirst = firsts.count { first in
            // One without words is refused, and no other.
            guard case .success(let outcome) = first else { return false }
            if case .filed = outcome { return false }
            return true
        }
        for (index, (first, second)) in zip(firsts, seconds).enumerated() {
            guard case .success(let first) = first, case .success(let second) = second else {
                tally.filed += 1
                tally.missed.append(index)
                continue
            }
            tally.add(
                second, first.id,
                isSame: ContentHash.hash(ofText: pairs[index].0.article.text)
                    == ContentHash.hash(ofText: pairs[index].1.article.text), index)
        }
        return tally
    }

    /// Documents that were not filed, as copies or as revisions.
    var merged: Int { same + variant + revised + wrong + wrongFirst }

    private mutating func add(
        _ outcome: FilingOutcome, _ id: String, isSame: Bool, _ index: Int
    ) {
        switch outcome {
        case .sighting(let found), .unchanged(let found):
            if found != id {
                wrong += 1
                mistaken.append(index)
            } else if isSame {
                same += 1
            } else {
                variant += 1
            }
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

    private static func filing(_ reading: Reading, _ name: String) -> Filing {
        let article = reading.article
        let type =
            switch article.type {
            case .html, .auto: "text/html"
            case .markdown: "text/markdown"
            case .text: "text/plain"
            }
        return Filing(
            article: article, identity: Identity(text: article.text),
            origin: Origin(source: "spool:\(name)"), original: reading.bytes, originalType: type,
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
    }

    func print(_ name: String) {
        let all = same + variant + near + revised + wrong + filed
        let share = String(format: "%5.1f %%", 100 * Double(same + variant) / Double(max(1, all)))
        Swift.print(
            name.padding(toLength: 44, withPad: " ", startingAt: 0), share,
            "of \(all) one: same \(same), variant \(variant); near \(near), revision \(revised),",
            "apart \(filed), wrong \(wrong + wrongFirst)")
    }
}
