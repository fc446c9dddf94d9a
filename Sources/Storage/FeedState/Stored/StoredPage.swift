import BriefModel
import FoundationEssentials
import GRDB

/// A row of `waiting` or `doubts`, read: what could be, and what could not.
struct StoredPage {
    /// nil where there is nothing to go on with.
    var page: WaitingPage?
    /// In words; empty where all was read.
    var faults: [String] = []

    init(key: String, json: String?) {
        do {
            guard let json else { throw StoredFault(what: "its page is no text") }
            let stored = try Stored<WaitingPage>(json: json)
            var page = stored.model
            faults = stored.faults
            page.key = key
            if page.url.isEmpty { page.url = page.entry.link ?? "" }
            guard !page.url.isEmpty else { throw StoredFault(what: "it names no page") }
            // What cannot be read may be had again: an entry that says another thing than it said is taken anew.
            if !faults.isEmpty { page.sentHash = "" }
            self.page = page
        } catch {
            faults = [(error as? StoredFault)?.what ?? "\(error)"]
        }
    }

    static func json(of page: WaitingPage) throws -> String { try Stored(page).json }
}

extension WaitingPage: StoredShape {
    static let blank = WaitingPage(
        key: "", alias: nil, sentHash: "", url: "", entry: Entry(), feedTitle: nil, feedAuthors: [],
        feedLanguage: nil, seen: StoredBounds.noTime)
    static let needed: Set<String> = ["entry", "seen"]
    static let fields: [StoredField<WaitingPage>] = [
        .init("key", \.key),
        .init("alias", \.alias),
        .init("sentHash", \.sentHash),
        .init("url", \.url),
        .init(shape: "entry", \.entry),
        .init("feedTitle", \.feedTitle),
        .init("feedAuthors", \.feedAuthors),
        .init("feedLanguage", \.feedLanguage),
        .init(shape: "post", \.post),
        .init("attempts", \.attempts),
        .init("firstTried", \.firstTried),
        .init("nextTry", \.nextTry),
        .init("isFiled", \.isFiled),
        .init("isPageOnly", \.isPageOnly),
        .init("seen", \.seen),
        .init("alike", \.alike),
        .init("filed", \.filed),
        .init("etag", \.etag),
        .init("lastModified", \.lastModified),
        .init("validatedURL", \.validatedURL),
    ]
}

extension Entry: StoredShape {
    static let blank = Entry()
    static let needed: Set<String> = []
    static let fields: [StoredField<Entry>] = [
        .init("id", \.id),
        .init("title", \.title),
        .init("link", \.link),
        .init("authors", \.authors),
        .init("published", \.published),
        .init("updated", \.updated),
        .init("content", \.content),
        .init("summary", \.summary),
        .init("externalURL", \.externalURL),
        .init("commentsURL", \.commentsURL),
        .init("related", \.related),
        .init(shapes: "enclosures", \.enclosures),
        .init("categories", \.categories),
        .init("language", \.language),
    ]
}

extension Enclosure: StoredShape {
    static let blank = Enclosure(url: "")
    static let needed: Set<String> = ["url"]
    static let fields: [StoredField<Enclosure>] = [
        .init("url", \.url),
        .init("type", \.type),
        .init("length", \.length),
        .init("title", \.title),
    ]
}

extension LinkPost: StoredShape {
    static let blank = LinkPost(external: "", own: nil, isStated: false, site: [])
    static let needed: Set<String> = ["external"]
    static let fields: [StoredField<LinkPost>] = [
        .init("external", \.external),
        .init("own", \.own),
        .init("isStated", \.isStated),
        .init("site", \.site),
    ]
}
