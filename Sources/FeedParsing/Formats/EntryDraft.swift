import BriefModel
import FoundationEssentials

/// An entry while it is read: every field's best candidate so far.
struct EntryDraft {
    /// How far an element is to be trusted for a field.
    enum Rank {
        /// The format's own element.
        static let own = 100
        static let atom = 80
        static let dublinCore = 60
        static let media = 40
        static let podcast = 30
        static let fallback = 10
    }

    var id = Preferred<String>()
    var title = Preferred<String>()
    var link = Preferred<String>()
    var published = Preferred<Date>()
    var updated = Preferred<Date>()
    var content = Preferred<String>()
    var summary = Preferred<String>()
    var language = Preferred<String>()
    var externalURL: String?
    var commentsURL: String?
    var related: [String] = []
    var authors = AuthorList()
    var enclosures: [Enclosure] = []
    var categories: [String] = []
    var recording = Recording()

    mutating func add(enclosure: Enclosure) {
        guard let index = enclosures.firstIndex(where: { $0.url == enclosure.url }) else {
            if enclosures.count < 256 { enclosures.append(enclosure) }
            return
        }
        // A file named twice: each mention may say what the other leaves out.
        let known = enclosures[index]
        enclosures[index].length = known.length ?? enclosure.length
        enclosures[index].title = known.title ?? enclosure.title
        if known.type == nil || known.type?.hasSuffix("/*") == true {
            enclosures[index].type = enclosure.type ?? known.type
        }
    }

    mutating func add(category: String) {
        guard categories.count < 256, !category.isEmpty, !categories.contains(category) else {
            return
        }
        categories.append(category)
    }

    /// The enclosures, the first recording called by what is stated of it where it is called nothing else.
    private var namedEnclosures: [Enclosure] {
        guard let words = recording.words, let first = enclosures.firstIndex(where: \.isPlayed),
            enclosures[first].title == nil
        else { return enclosures }
        var enclosures = enclosures
        enclosures[first].title = words
        return enclosures
    }

    var entry: Entry {
        Entry(
            id: id.value, title: title.value,
            link: link.value ?? enclosures.first(where: \.isPlayed)?.url,
            authors: authors.names,
            published: published.value, updated: updated.value, content: content.value,
            summary: summary.value, externalURL: externalURL,
            commentsURL: commentsURL == link.value ? nil : commentsURL,
            related: related.count == 1 ? related[0] : nil, enclosures: namedEnclosures,
            categories: categories,
            language: language.value)
    }
}

extension Enclosure {
    /// Whether it is a recording, which may be all that an entry is about; a picture of it is not.
    fileprivate var isPlayed: Bool {
        if let type = type?.lowercased() {
            return type.hasPrefix("audio/") || type.hasPrefix("video/")
        }
        let path = url.prefix { $0 != "?" && $0 != "#" }.lowercased()
        return Self.recordings.contains { path.hasSuffix($0) }
    }

    private static let recordings = [
        ".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".wav", ".flac", ".mp4", ".m4v", ".mov",
        ".webm", ".mkv",
    ]
}
