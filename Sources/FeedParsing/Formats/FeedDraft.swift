import BriefModel
import FoundationEssentials

/// A feed while it is read.
struct FeedDraft {
    var format: ParsedFeed.Format
    var version: String?
    var title = Preferred<String>()
    var link = Preferred<String>()
    var id = Preferred<String>()
    var description = Preferred<String>()
    var language = Preferred<String>()
    var updated = Preferred<Date>()
    var published = Preferred<Date>()
    var authors = AuthorList()
    var categories: [String] = []
    var hints = ParsedFeed.PollingHints()
    var olderPage: String?
    private(set) var movedTo: String?
    private(set) var hubs: [String] = []
    private(set) var ownAddress: String?
    var entries: [Entry] = []
    var updatePeriodSeconds: Int?
    var updateFrequency = 1

    /// Entries that a feed may have; a server that sends more does not stop on its own.
    static let entryLimit = 50_000
    private(set) var isOverfull = false

    /// Reads and adds an entry, unless the limit is reached.
    mutating func add(_ entry: @autoclosure () -> Entry) {
        guard entries.count < Self.entryLimit else {
            isOverfull = true
            return
        }
        entries.append(entry())
    }

    init(format: ParsedFeed.Format, version: String?) {
        self.format = format
        self.version = version
    }

    mutating func add(category: String) {
        guard categories.count < 256, !category.isEmpty, !categories.contains(category) else {
            return
        }
        categories.append(category)
    }

    mutating func note(move address: String?) { movedTo = movedTo ?? address }

    mutating func note(hub address: String) {
        if hubs.count < 8, !hubs.contains(address) { hubs.append(address) }
    }

    mutating func note(own address: String) { ownAddress = ownAddress ?? address }

    /// Entries without an author have the feed's (RFC 4287 §4.2.1); who only runs the server wrote nothing.
    mutating func inheritAuthors() {
        guard !authors.names.isEmpty, authors.rank > EntryDraft.Rank.fallback else { return }
        for index in entries.indices where entries[index].authors.isEmpty {
            entries[index].authors = authors.names
        }
    }

    /// The feed as read.
    var feed: ParsedFeed {
        var hints = hints
        if let period = updatePeriodSeconds {
            hints.updatePeriodSeconds = period / max(1, updateFrequency)
        }
        return ParsedFeed(
            format: format, version: version, title: title.value, link: link.value, id: id.value,
            description: description.value, language: language.value, authors: authors.names,
            updated: updated.value, published: published.value, categories: categories,
            hints: hints, olderPage: olderPage, movedTo: movedTo, hubs: hubs,
            ownAddress: ownAddress, entries: entries,
            warnings: isOverfull
                ? ["more than \(Self.entryLimit) entries; the rest was not read"] : [])
    }
}
