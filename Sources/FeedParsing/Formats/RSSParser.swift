import BriefModel
import FoundationEssentials

/// Reads RSS 0.90 to 2.0 and RSS 1.0 in RDF.
struct RSSParser {
    private let tape: FeedTape
    private let text: ElementText
    private let modules: ModuleElements
    private let atom: AtomElements

    init(tape: FeedTape) {
        self.tape = tape
        text = ElementText(tape: tape)
        modules = ModuleElements(tape: tape)
        atom = AtomElements(tape: tape)
    }

    func parse(_ root: Int, _ outer: Scope) -> FeedDraft {
        let isRDF = tape.name(root).word == .rdf
        var draft = FeedDraft(format: isRDF ? .rdf : .rss, version: version(root))
        let scope = itemScope(root, outer.within(root, of: tape))
        draft.language.offer(scope.language, rank: EntryDraft.Rank.fallback)
        if tape.name(root).word == .channel {
            readChannel(root, into: &draft, outer)
        } else {
            readParts(of: root, into: &draft, scope)
        }
        draft.inheritAuthors()
        return draft
    }

    /// Channels and items stand side by side in RDF, one within the other in RSS.
    private func readParts(of root: Int, into draft: inout FeedDraft, _ scope: Scope) {
        for child in tape.children(of: root) {
            switch tape.name(child).word {
            case .channel: readChannel(child, into: &draft, scope)
            case .item, .entry: draft.add(entry(child, scope))
            default: readChannelElement(child, into: &draft, scope)
            }
        }
    }

    private func version(_ root: Int) -> String? {
        if let version = tape.attribute(root, .version) { return version }
        guard tape.name(root).word == .rdf else { return nil }
        for child in tape.children(of: root) {
            let name = tape.tape.names[Int(tape.tape.nodes[child].name)]
            switch name.namespace {
            case "http://purl.org/rss/1.0/": return "1.0"
            case "http://my.netscape.com/rdf/simple/0.9/",
                "http://channel.netscape.com/rdf/simple/0.9/":
                return "0.90"
            default: continue
            }
        }
        return nil
    }

    /// RSS says nothing of relative links: they mean the channel's site, which may be elsewhere than the feed.
    /// xml:base wins, and the feed's own address stands in.
    private func itemScope(_ root: Int, _ outer: Scope) -> Scope {
        guard !outer.isExplicit else { return outer }
        let channel =
            tape.name(root).word == .channel ? root : tape.firstChild(of: root, .channel)
        guard let channel else { return outer }
        var scope = outer
        for child in tape.children(of: channel) where tape.name(child).word == .link {
            let name = tape.name(child)
            let address = text.raw(child) ?? tape.attribute(child, .href)
            guard let address, Address.isWeb(address) else { continue }
            if name.space == .core {
                scope.base = address
                return scope
            }
            if name.space == .atom, scope.base == nil { scope.base = address }
        }
        return scope
    }

    // MARK: - Channels

    private func readChannel(_ channel: Int, into draft: inout FeedDraft, _ outer: Scope) {
        let scope = outer.within(channel, of: tape)
        draft.language.offer(scope.language, rank: EntryDraft.Rank.fallback + 1)
        for child in tape.children(of: channel) {
            switch tape.name(child).word {
            case .item where tape.name(child).space != .other:
                draft.add(entry(child, scope))
            case .items:
                // RSS 1.1 holds its items here; RSS 1.0 only their addresses.
                for item in tape.children(of: child) where tape.name(item).word == .item {
                    draft.add(entry(item, scope))
                }
            default: readChannelElement(child, into: &draft, scope)
            }
        }
    }

    private func readChannelElement(_ element: Int, into draft: inout FeedDraft, _ scope: Scope) {
        let name = tape.name(element)
        switch name.space {
        case .core: readCoreElement(element, name.word, into: &draft, scope)
        case .atom: atom.read(element, into: &draft, rank: EntryDraft.Rank.atom, scope)
        default: modules.read(element, into: &draft, scope)
        }
    }

    private func readCoreElement(
        _ element: Int, _ word: FeedWord, into draft: inout FeedDraft, _ outer: Scope
    ) {
        let own = EntryDraft.Rank.own
        let scope = outer.within(element, of: tape)
        switch word {
        case .title: draft.title.offer(text.plain(element), rank: own)
        case .link: draft.link.replace(address(element, scope), rank: own)
        case .description: draft.description.offer(text.html(element, scope), rank: own)
        case .language: draft.language.offer(text.raw(element).map(Scope.tag), rank: own)
        case .managingeditor, .author:
            draft.authors.add(text.plain(element).flatMap(AuthorList.name), rank: own)
        case .webmaster:
            draft.authors.add(
                text.plain(element).flatMap(AuthorList.name), rank: EntryDraft.Rank.fallback)
        case .lastbuilddate, .date: draft.updated.offer(text.date(element), rank: own)
        case .pubdate: draft.published.offer(text.date(element), rank: own)
        case .category: readCategory(element) { draft.add(category: $0) }
        case .ttl: draft.hints.ttlMinutes = text.raw(element).flatMap { Int($0) }
        case .skiphours: draft.hints.skipHours = hours(element)
        case .skipdays: draft.hints.skipDays = days(element)
        default: break
        }
    }

    private func hours(_ element: Int) -> [Int] {
        tape.children(of: element).compactMap { child in
            // RSS 0.91 counts to 24, where 24 is midnight.
            text.raw(child).flatMap { Int($0) }.map { $0 == 24 ? 0 : $0 }
        }.filter { (0...23).contains($0) }
    }

    private func days(_ element: Int) -> [Int] {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        return tape.children(of: element).compactMap { child in
            let name = (text.raw(child) ?? "").lowercased().prefix(3)
            return names.firstIndex { $0 == name }.map { $0 + 1 }
        }
    }

    // MARK: - Items

    private func entry(_ item: Int, _ outer: Scope) -> Entry {
        var draft = EntryDraft()
        let scope = outer.within(item, of: tape)
        draft.language.offer(scope.language, rank: EntryDraft.Rank.fallback)
        draft.id.offer(
            tape.attribute(item, .about, space: .rdf), rank: EntryDraft.Rank.fallback)
        for child in tape.children(of: item) {
            let name = tape.name(child)
            switch name.space {
            case .core: readItemElement(child, name.word, into: &draft, scope)
            case .atom: atom.read(child, into: &draft, rank: EntryDraft.Rank.atom, scope)
            default: modules.read(child, into: &draft, scope)
            }
        }
        return draft.entry
    }

    private func readItemElement(
        _ element: Int, _ word: FeedWord, into draft: inout EntryDraft, _ outer: Scope
    ) {
        let own = EntryDraft.Rank.own
        let scope = outer.within(element, of: tape)
        switch word {
        case .title: draft.title.offer(text.plain(element), rank: own)
        case .link: draft.link.replace(address(element, scope), rank: own)
        case .guid, .id: readGUID(element, into: &draft, scope)
        case .description, .summary: draft.summary.offer(text.html(element, scope), rank: own)
        case .body, .fullitem, .content:
            draft.content.offer(text.html(element, scope), rank: EntryDraft.Rank.atom)
        case .encoded: draft.content.offer(text.html(element, scope), rank: own)
        case .author: draft.authors.add(atom.person(element), rank: own)
        case .creator: draft.authors.add(atom.person(element), rank: own - 1)
        case .pubdate, .published: draft.published.offer(text.date(element), rank: own)
        case .date: draft.published.offer(text.date(element), rank: own - 1)
        case .updated, .modified: draft.updated.offer(text.date(element), rank: own)
        case .category: readCategory(element) { draft.add(category: $0) }
        case .tags: modules.readKeywords(element) { draft.add(category: $0) }
        case .enclosure: readEnclosure(element, into: &draft, scope)
        // Other modules count them by the same name.
        case .comments where text.raw(element).map(Address.isWeb) ?? false:
            draft.commentsURL = draft.commentsURL ?? address(element, scope)
        default: break
        }
    }

    /// `<link>` holds the address as text; some write it as Atom does, or as a resource of RDF.
    private func address(_ element: Int, _ scope: Scope) -> String? {
        scope.link(
            text.raw(element) ?? tape.attribute(element, .href)
                ?? tape.attribute(element, .resource))
    }

    private func readGUID(_ element: Int, into draft: inout EntryDraft, _ scope: Scope) {
        guard let guid = text.raw(element) else { return }
        draft.id.offer(guid, rank: EntryDraft.Rank.own)
        let isPermanent = tape.attribute(element, .ispermalink)?.lowercased() ?? "true"
        guard isPermanent != "false" else { return }
        if Address.isWeb(guid) { draft.link.offer(guid, rank: EntryDraft.Rank.dublinCore) }
    }

    private func readEnclosure(_ element: Int, into draft: inout EntryDraft, _ scope: Scope) {
        let address = tape.attribute(element, .url) ?? tape.attribute(element, .href)
        guard let url = scope.link(address ?? text.raw(element)) else { return }
        draft.add(
            enclosure: Enclosure(
                url: url, type: tape.filled(element, .type),
                length: tape.filled(element, .length)))
    }

    private func readCategory(_ element: Int, _ add: (String) -> Void) {
        if let name = text.plain(element) { add(name) }
    }
}
