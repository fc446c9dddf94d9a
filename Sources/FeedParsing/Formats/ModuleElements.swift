import BriefModel
import FoundationEssentials

/// Reads the elements of modules that any XML format may carry: Dublin Core, content, Media RSS, iTunes, syndication,
/// FeedBurner, XHTML.
struct ModuleElements {
    let tape: FeedTape
    private let text: ElementText

    init(tape: FeedTape) {
        self.tape = tape
        text = ElementText(tape: tape)
    }

    // MARK: - Entries

    func read(_ element: Int, into draft: inout EntryDraft, _ outer: Scope) {
        let name = tape.name(element)
        switch name.space {
        case .dublinCore: readDublinCore(element, name.word, into: &draft)
        case .content where name.word == .encoded:
            let scope = outer.within(element, of: tape)
            draft.content.offer(text.html(element, scope), rank: EntryDraft.Rank.own)
        case .content where name.word == .items:
            let scope = outer.within(element, of: tape)
            draft.content.offer(firstValue(within: element, scope), rank: EntryDraft.Rank.own - 1)
        case .xhtml where name.word == .body || name.word == .div:
            let scope = outer.within(element, of: tape)
            draft.content.offer(text.xhtml(element, scope), rank: EntryDraft.Rank.atom - 1)
        case .media: MediaElements(tape: tape).read(element, into: &draft, outer)
        case .itunes: readPodcast(element, name.word, into: &draft, outer)
        case .podcast: readNamespace(element, name.word, into: &draft, outer)
        case .feedburner where name.word == .origlink:
            draft.link.offer(text.link(element, outer), rank: EntryDraft.Rank.own + 1)
        default: break
        }
    }

    /// The podcast namespace: what goes with a recording.
    private func readNamespace(
        _ element: Int, _ word: FeedWord, into draft: inout EntryDraft, _ outer: Scope
    ) {
        guard word == .chapters || word == .transcript else {
            return readRecording(element, word, into: &draft)
        }
        guard let url = outer.link(tape.attribute(element, .url)) else { return }
        guard word == .transcript else {
            return draft.add(
                enclosure: Enclosure(url: url, type: "application/json+chapters"))
        }
        draft.add(
            enclosure: .transcript(
                url: url, type: tape.filled(element, .type) ?? Self.transcriptType(of: url),
                language: tape.filled(element, .language).map(Scope.tag)))
    }

    /// Of a transcript that states no type, though it must: by the end of its address, captions else.
    private static func transcriptType(of url: String) -> String {
        let path = url.prefix { $0 != "?" && $0 != "#" }
        switch path.split(separator: ".").last?.lowercased() {
        case "srt": return "application/x-subrip"
        case "json": return "application/json"
        case "html", "htm": return "text/html"
        case "txt": return "text/plain"
        default: return "text/vtt"
        }
    }

    /// The first form of the content that `content:items` lists (RSS 1.0 module content): escaped HTML, or markup as it is.
    private func firstValue(within element: Int, _ scope: Scope, depth: Int = 0) -> String? {
        for child in tape.children(of: element) {
            if tape.name(child) == FeedName(space: .rdf, word: .value) {
                let isMarkup = tape.children(of: child).contains { _ in true }
                return isMarkup ? text.xhtml(child, scope) : text.html(child, scope)
            }
            // A bag, its member, the item within.
            if depth < 3, let found = firstValue(within: child, scope, depth: depth + 1) {
                return found
            }
        }
        return nil
    }

    private func readDublinCore(
        _ element: Int, _ word: FeedWord, into draft: inout EntryDraft
    ) {
        let rank = EntryDraft.Rank.dublinCore
        switch word {
        case .title: draft.title.offer(text.plain(element), rank: rank)
        case .creator: draft.authors.add(person(element), rank: rank + 1)
        case .author: draft.authors.add(person(element), rank: rank)
        case .publisher:
            draft.authors.add(person(element), rank: EntryDraft.Rank.fallback - 1)
        case .subject: text.plain(element).map { draft.add(category: $0) }
        case .date, .issued: draft.published.offer(text.date(element), rank: rank)
        case .created, .available, .valid:
            draft.published.offer(text.date(element), rank: rank - 1)
        case .modified: draft.updated.offer(text.date(element), rank: rank)
        case .description:
            draft.summary.offer(text.html(element, Scope()), rank: rank)
        case .language:
            draft.language.offer(text.raw(element).map(Scope.tag), rank: rank)
        case .identifier: draft.id.offer(text.raw(element), rank: rank)
        default: break
        }
    }

    private func readPodcast(
        _ element: Int, _ word: FeedWord, into draft: inout EntryDraft, _ scope: Scope
    ) {
        let rank = EntryDraft.Rank.podcast
        switch word {
        case .title: draft.title.offer(text.plain(element), rank: rank)
        case .author: draft.authors.add(person(element), rank: rank)
        case .owner: draft.authors.add(AtomElements(tape: tape).person(element), rank: rank - 1)
        case .summary, .description:
            draft.summary.offer(text.html(element, scope), rank: rank)
        case .subtitle: draft.summary.offer(text.html(element, scope), rank: rank - 1)
        case .keywords: readKeywords(element) { draft.add(category: $0) }
        case .category: readCategories(element) { draft.add(category: $0) }
        default: readRecording(element, word, into: &draft)
        }
    }

    /// The same in both namespaces; what came first counts.
    private func readRecording(_ element: Int, _ word: FeedWord, into draft: inout EntryDraft) {
        switch word {
        case .season:
            draft.recording.season =
                draft.recording.season ?? Recording.number(text.plain(element))
        case .episode:
            draft.recording.episode =
                draft.recording.episode ?? Recording.number(text.plain(element))
        case .duration:
            draft.recording.duration =
                draft.recording.duration ?? Recording.duration(text.plain(element))
        default: break
        }
    }

    // MARK: - Feeds

    func read(_ element: Int, into draft: inout FeedDraft, _ scope: Scope) {
        let name = tape.name(element)
        let rank = EntryDraft.Rank.dublinCore
        switch (name.space, name.word) {
        case (.dublinCore, .title): draft.title.offer(text.plain(element), rank: rank)
        case (.dublinCore, .description):
            draft.description.offer(text.html(element, scope), rank: rank)
        case (.dublinCore, .creator): draft.authors.add(person(element), rank: rank + 1)
        case (.dublinCore, .author): draft.authors.add(person(element), rank: rank)
        case (.dublinCore, .publisher):
            draft.authors.add(person(element), rank: EntryDraft.Rank.fallback)
        case (.dublinCore, .subject): text.plain(element).map { draft.add(category: $0) }
        case (.dublinCore, .language):
            draft.language.offer(text.raw(element).map(Scope.tag), rank: rank)
        case (.dublinCore, .date), (.dublinCore, .issued), (.dublinCore, .created):
            draft.published.offer(text.date(element), rank: rank)
        case (.dublinCore, .modified): draft.updated.offer(text.date(element), rank: rank)
        case (.dublinCore, .identifier): draft.id.offer(text.raw(element), rank: rank)
        case (.itunes, .newFeedURL): draft.note(move: text.link(element, scope))
        case (.itunes, _): readPodcast(element, name.word, into: &draft, scope)
        case (.syndication, .updateperiod):
            draft.updatePeriodSeconds = Self.seconds(ofPeriod: text.raw(element))
        case (.syndication, .updatefrequency):
            draft.updateFrequency = text.raw(element).flatMap { Int($0) } ?? 1
        case (.media, .keywords): readKeywords(element) { draft.add(category: $0) }
        case (.media, .category): text.plain(element).map { draft.add(category: $0) }
        default: break
        }
    }

    private func readPodcast(
        _ element: Int, _ word: FeedWord, into draft: inout FeedDraft, _ scope: Scope
    ) {
        let rank = EntryDraft.Rank.podcast
        switch word {
        case .author: draft.authors.add(person(element), rank: rank)
        case .owner: draft.authors.add(AtomElements(tape: tape).person(element), rank: rank - 1)
        case .summary, .description:
            draft.description.offer(text.html(element, scope), rank: rank)
        case .subtitle: draft.description.offer(text.html(element, scope), rank: rank - 1)
        case .keywords: readKeywords(element) { draft.add(category: $0) }
        case .category: readCategories(element) { draft.add(category: $0) }
        default: break
        }
    }

    // MARK: - Values

    private func person(_ element: Int) -> String? {
        text.plain(element).flatMap(AuthorList.name)
    }

    func readKeywords(_ element: Int, _ add: (String) -> Void) {
        guard let keywords = text.plain(element) else { return }
        let separator: Character = keywords.contains(",") ? "," : " "
        for keyword in keywords.split(separator: separator) {
            let name = Array(keyword.utf8)[...].trimmed
            if !name.isEmpty { add(name.string) }
        }
    }

    /// `<itunes:category text="A"><itunes:category text="B"/></itunes:category>`.
    private func readCategories(_ element: Int, _ add: (String) -> Void) {
        if let name = tape.attribute(element, .text) { add(name) }
        for child in tape.children(of: element) where tape.name(child).word == .category {
            if let name = tape.attribute(child, .text) { add(name) }
        }
    }

    /// Seconds of a period (RSS 1.0 module syndication).
    private static func seconds(ofPeriod period: String?) -> Int? {
        switch period?.lowercased() {
        case "hourly": 3_600
        case "daily": 86_400
        case "weekly": 7 * 86_400
        case "monthly": 30 * 86_400
        case "yearly": 365 * 86_400
        default: nil
        }
    }
}
