import BriefModel
import ContentIdentity
import FoundationEssentials
import Storage
import Workers

/// A feed that was dropped: its entries are filed from what it holds itself, and are known by their keys as those of a
/// polled feed are.
///
/// So entries that share a link, or link to parts of one page, are articles of their own; the same file files nothing
/// twice; and an entry that was edited is a revision. The store keeps each entry's content as it came, not the feed's.
struct DroppedFeed: Sendable {
    /// Why an entry is not taken.
    static let nothingToFile =
        "the entry carries no title, no link and no words: there is nothing to file"

    let feed: ParsedFeed
    let document: DroppedDocument
    let sink: any DocumentSink
    /// Is told of an entry that is not filed, and why.
    let notTaken: @Sendable (_ subject: String, _ what: String) -> Void

    /// - Returns: what became of the entries, in their order, without those that there is nothing to file of; and the
    ///   names of those that workers died of, twice.
    func file() async throws -> (outcomes: [FilingOutcome], killers: [String]) {
        let site = FeedSite(feed, address: "")
        var outcomes: [FilingOutcome] = []
        var killers: [String] = []
        for (index, keyed) in EntryKeys.assign(feed.entries).entries.enumerated() {
            let name = keyed.entry.id ?? keyed.entry.link ?? "\(index + 1)"
            let content = EntryDocument(
                keyed.entry, of: feed, site: site, arrival: document.arrival)
            do {
                guard let read = try await read(content, of: keyed.entry) else {
                    notTaken(document.source + "#" + name, DroppedFeed.nothingToFile)
                    continue
                }
                outcomes.append(try await file(read, keyed, content, name: name))
            } catch let error as WorkerError where error.isDeath {
                killers.append(name)
            }
        }
        return (outcomes, killers)
    }

    /// Nil where the entry says nothing at all.
    private func read(_ content: EntryDocument, of entry: Entry) async throws -> ReadDocument? {
        let request = content.content
        if !request.bytes.isEmpty {
            do {
                let read = try await readTwice(request)
                if !read.saysNothing { return read }
            } catch WorkerError.refused {
                // Nothing can be read of it; its title and its link are left.
            }
        }
        guard entry.isNamed else { return nil }
        return ReadDocument(article: content.bareArticle, identity: Identity(text: ""))
    }

    private func readTwice(_ request: ExtractionRequest) async throws -> ReadDocument {
        do {
            return try await sink.read(request)
        } catch let error as WorkerError where error.isDeath {
            // The machine may be to blame.
            return try await sink.read(request)
        }
    }

    private func file(
        _ read: ReadDocument, _ keyed: KeyedEntry, _ content: EntryDocument, name: String
    ) async throws -> FilingOutcome {
        let bytes = content.content.bytes
        let post = content.post
        // Where a document breaks off, its last entry may itself be cut; no later poll brings the rest.
        let isCut = feed.isTruncated && keyed.entry == feed.entries.last
        var article = read.article
        if isCut { article.warnings.append("the feed is cut off, here or behind this entry") }
        return try await sink.file(
            Filing(
                article: article, identity: read.identity,
                origin: Origin(
                    source: document.source + "#" + name,
                    entry: .init(
                        feed: scope, key: keyed.key, ownsLink: keyed.ownsLink,
                        sharesWords: keyed.sharesWords, alike: keyed.alike, isDropped: true,
                        feedNames: [feed.title, feed.link].compactMap(\.self)),
                    tags: document.tags),
                original: bytes.isEmpty ? Array((keyed.entry.title ?? name).utf8) : bytes,
                originalType: "text/html",
                // Its article is on a page that nobody looks at.
                isPartial: isCut || EntryContent(keyed, fullText: .auto, post: post) != .own,
                arrival: document.arrival))
    }

    /// What the keys of this feed's entries are scoped to: what it says it is, else the name of its file.
    private var scope: String {
        let stated = [feed.id ?? feed.link, feed.title].compactMap(\.self)
        return FeedState.id(
            of: "dropped:" + (stated.isEmpty ? [document.name] : stated).joined(separator: "\n"))
    }
}

extension Entry {
    /// Whether there is something to file it by, even without words: a title, a link, or something enclosed.
    var isNamed: Bool {
        !enclosures.isEmpty
            || [title, link].contains { $0?.contains { !$0.isWhitespace } ?? false }
    }
}

extension ReadDocument {
    /// Whether nothing was found in it: no words, and no picture either.
    var saysNothing: Bool { identity.contentHash == nil && article.markdown.isEmpty }
}
