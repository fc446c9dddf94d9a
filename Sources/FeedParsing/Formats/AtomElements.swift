import BriefModel
import FoundationEssentials

/// Reads Atom's elements, in Atom documents and where other formats borrow them (RFC 4287, Atom 0.3).
struct AtomElements {
    let tape: FeedTape
    private let text: ElementText

    init(tape: FeedTape) {
        self.tape = tape
        text = ElementText(tape: tape)
    }

    // MARK: - Entries

    func read(_ element: Int, into draft: inout EntryDraft, rank: Int, _ outer: Scope) {
        let scope = outer.within(element, of: tape)
        switch tape.name(element).word {
        case .id: draft.id.offer(text.raw(element), rank: rank)
        case .title: draft.title.offer(plain(element), rank: rank)
        case .link: readLink(element, into: &draft, rank: rank, scope)
        case .author: draft.authors.add(person(element), rank: rank)
        case .published: draft.published.offer(text.date(element), rank: rank)
        case .issued: draft.published.offer(text.date(element), rank: rank - 1)
        case .created: draft.published.offer(text.date(element), rank: rank - 2)
        case .updated, .modified: draft.updated.offer(text.date(element), rank: rank)
        case .category: readCategory(element) { draft.add(category: $0) }
        case .content: readContent(element, into: &draft, rank: rank, scope)
        case .summary: draft.summary.offer(construct(element, scope), rank: rank)
        default: break
        }
    }

    private func readContent(
        _ element: Int, into draft: inout EntryDraft, rank: Int, _ scope: Scope
    ) {
        if let source = scope.link(tape.attribute(element, .src)) {
            let type = tape.filled(element, .type)
            draft.link.offer(source, rank: EntryDraft.Rank.fallback)
            draft.add(enclosure: Enclosure(url: source, type: type))
        }
        draft.content.offer(construct(element, scope), rank: rank)
        draft.language.offer(scope.language, rank: EntryDraft.Rank.fallback)
    }

    private func readLink(
        _ element: Int, into draft: inout EntryDraft, rank: Int, _ scope: Scope
    ) {
        guard let (href, isPage) = target(element, scope) else { return }
        switch relation(element) {
        case "alternate":
            draft.link.offer(href, rank: isPage ? rank : rank - 1)
        case "enclosure":
            draft.add(
                enclosure: Enclosure(
                    url: href, type: tape.filled(element, .type),
                    length: tape.filled(element, .length), title: tape.filled(element, .title)))
        case "related":
            if !draft.related.contains(href), draft.related.count < 2 { draft.related.append(href) }
            draft.link.offer(href, rank: EntryDraft.Rank.fallback)
        // Without a type it is a feed of them.
        case "replies" where isPage && tape.attribute(element, .type) != nil:
            draft.commentsURL = draft.commentsURL ?? href
        case "self", "via": draft.link.offer(href, rank: EntryDraft.Rank.fallback)
        default: break
        }
    }

    // MARK: - Feeds

    func read(_ element: Int, into draft: inout FeedDraft, rank: Int, _ outer: Scope) {
        let scope = outer.within(element, of: tape)
        switch tape.name(element).word {
        case .id: draft.id.offer(text.raw(element), rank: rank)
        case .title: draft.title.offer(plain(element), rank: rank)
        case .subtitle, .tagline: draft.description.offer(construct(element, scope), rank: rank)
        case .link: readLink(element, into: &draft, rank: rank, scope)
        case .author: draft.authors.add(person(element), rank: rank)
        case .updated, .modified: draft.updated.offer(text.date(element), rank: rank)
        case .published, .issued: draft.published.offer(text.date(element), rank: rank)
        case .category: readCategory(element) { draft.add(category: $0) }
        default: break
        }
    }

    private func readLink(
        _ element: Int, into draft: inout FeedDraft, rank: Int, _ scope: Scope
    ) {
        guard let (href, isPage) = target(element, scope) else { return }
        switch relation(element) {
        case "alternate":
            draft.link.offer(href, rank: isPage ? rank : rank - 1)
        case "next": draft.olderPage = draft.olderPage ?? href
        case "prev-archive": draft.olderPage = href
        case "hub": draft.note(hub: href)
        case "self": draft.note(own: href)
        default: break
        }
    }

    /// Where a link leads, and whether a person can read it there.
    private func target(_ element: Int, _ scope: Scope) -> (href: String, isPage: Bool)? {
        let address = tape.attribute(element, .href) ?? text.raw(element)
        guard let href = scope.link(address) else { return nil }
        let type = tape.attribute(element, .type)?.lowercased()
        return (href, type?.contains("html") ?? true)
    }

    /// A link's relation, registered ones without their URI (RFC 4287 §4.2.7.2).
    private func relation(_ element: Int) -> String {
        guard let relation = tape.attribute(element, .rel)?.lowercased(), !relation.isEmpty else {
            return "alternate"
        }
        let registry = "http://www.iana.org/assignments/relation/"
        return relation.hasPrefix(registry) ? String(relation.dropFirst(registry.count)) : relation
    }

    // MARK: - Constructs

    /// A person's name, else mail address (RFC 4287 §3.2).
    func person(_ element: Int) -> String? {
        var name: String?
        var email: String?
        var hasParts = false
        for child in tape.children(of: element) {
            switch tape.name(child).word {
            case .name: name = name ?? text.plain(child)
            case .email: email = email ?? text.raw(child)
            case .uri, .url, .homepage: break
            default: continue
            }
            hasParts = true
        }
        if hasParts { return name ?? email }
        return text.plain(element).flatMap(AuthorList.name)
    }

    private func readCategory(_ element: Int, _ add: (String) -> Void) {
        if let label = tape.attribute(element, .label), !label.isEmpty { add(label) }
        if let term = tape.attribute(element, .term), !term.isEmpty { add(term) }
        if let name = text.plain(element) { add(name) }
    }

    /// A text construct as plain text, for titles.
    func plain(_ element: Int) -> String? {
        let value: String
        switch AtomTextType(element, tape) {
        case .text: value = PlainText.folded(tape.text(element))
        case .html: return text.plain(element)
        case .xhtml:
            let html = MarkupWriter(tape: tape).html(of: element, isEscaped: false)
            value = PlainText.of(html: html)
        case .base64:
            value = PlainText.of(html: Base64.decode(tape.text(element))[...])
        }
        return value.isEmpty ? nil : value
    }

    /// A text construct or content as HTML (RFC 4287 §3.1 and §4.1.3).
    func construct(_ element: Int, _ scope: Scope) -> String? {
        switch AtomTextType(element, tape) {
        case .text:
            let html = PlainLines.html(of: tape.text(element))
            return html.isEmpty ? nil : html
        case .html: return text.html(element, scope)
        case .xhtml: return xhtml(element, scope)
        case .base64:
            let decoded = Base64.decode(tape.text(element))
            return text.fragment(decoded[...].trimmed, scope)
        }
    }

    /// The content of XHTML, without the `div` that wraps it (RFC 4287 §3.1.1.3).
    private func xhtml(_ element: Int, _ scope: Scope) -> String? {
        let children = Array(tape.children(of: element).prefix(2))
        guard children.count == 1, let wrapper = children.first,
            [.div, .body].contains(tape.name(wrapper).word)
        else { return text.xhtml(element, scope) }
        return text.xhtml(wrapper, scope.within(wrapper, of: tape))
    }
}
