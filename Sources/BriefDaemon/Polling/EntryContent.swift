import BriefModel

/// Whether an entry carries its article itself, or only a summary of the page it links to.
enum EntryContent: Equatable {
    /// The entry's own content is filed.
    case own
    /// The page at this address is fetched: that which it links to, or what is said in its recording.
    case page(String)

    /// Pages are fetched only for entries that have their link for themselves: a page that many entries share is none
    /// of theirs. A link to a file that the entry carries along leads to no page.
    ///
    /// - Parameters:
    ///   - post: where the entry links away from its feed's site.
    ///   - feedLanguage: of entries that state none.
    init(
        _ keyed: KeyedEntry, fullText: FeedSubscription.FullText, post: LinkPost? = nil,
        feedLanguage: String? = nil
    ) {
        let entry = keyed.entry
        if fullText == .auto, let transcript = entry.transcript(feedLanguage: feedLanguage) {
            self = .page(transcript.url)
            return
        }
        guard fullText != .never, keyed.ownsLink, let link = entry.link,
            FeedSite.domain(of: link) != nil, !entry.enclosures.contains(where: { $0.url == link }),
            fullText == .always || !EntryContent.isWhole(entry, post)
        else {
            self = .own
            return
        }
        self = .page(link)
    }

    private static func isWhole(_ entry: Entry, _ post: LinkPost?) -> Bool {
        let text = EntryText(entry)
        return text.isWhole || post?.isArticle(text) ?? false
    }
}

extension Entry {
    /// How a transcript is read: the better form stands first.
    enum TranscriptForm: Int {
        /// Captions say who speaks, and when.
        case captions
        /// So does the JSON form.
        case segments
        case text
        /// Furniture may stand around what is said.
        case page
    }

    /// What is said in its recording (the podcast namespace, `podcast:transcript`), in the form to be fetched: in the language
    /// that is spoken where there are several, then in the best form.
    ///
    /// - Parameter feedLanguage: of entries that state none.
    func transcript(feedLanguage: String? = nil) -> Enclosure? {
        let spoken = Self.primary(language ?? feedLanguage)
        func isTranslation(_ transcript: Enclosure) -> Bool {
            guard let spoken, let stated = Self.primary(transcript.transcriptLanguage) else {
                return false
            }
            return spoken != stated
        }
        let ranked = transcripts.map { transcript in
            let form = transcript.transcriptForm ?? .page
            return (isTranslation(transcript) ? 1 : 0, form.rawValue, transcript)
        }
        return ranked.min { ($0.0, $0.1) < ($1.0, $1.1) }?.2
    }

    /// The one at an address.
    func transcript(at url: String) -> Enclosure? { transcripts.first { $0.url == url } }

    private var transcripts: [Enclosure] {
        enclosures.filter { $0.transcriptForm != nil && FeedSite.domain(of: $0.url) != nil }
    }

    private static func primary(_ language: String?) -> String? {
        language?.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }
}

extension Enclosure {
    /// nil for what is no transcript, or in a form that is linked only.
    var transcriptForm: Entry.TranscriptForm? {
        guard isTranscript else { return nil }
        if isCaptions { return .captions }
        let type = (type ?? "").lowercased()
        if type.contains("json") { return .segments }
        if type.hasPrefix("text/plain") { return .text }
        return type.hasPrefix("text/html") || type.contains("xhtml") ? .page : nil
    }
}
