import BriefModel

/// Reads Media RSS in an entry (Media RSS 1.5.1): files become enclosures, texts stand in where the entry has none.
struct MediaElements {
    let tape: FeedTape
    private let text: ElementText

    init(tape: FeedTape) {
        self.tape = tape
        text = ElementText(tape: tape)
    }

    func read(_ element: Int, into draft: inout EntryDraft, _ scope: Scope) {
        switch tape.name(element).word {
        case .group:
            for child in tape.children(of: element) where tape.name(child).space == .media {
                if tape.name(child).word != .group { read(child, into: &draft, scope) }
            }
        case .content: readContent(element, into: &draft, scope)
        default: readField(element, into: &draft, scope)
        }
    }

    private func readContent(_ element: Int, into draft: inout EntryDraft, _ scope: Scope) {
        if let url = scope.link(tape.attribute(element, .url)) {
            draft.add(
                enclosure: Enclosure(
                    url: url, type: tape.filled(element, .type) ?? mediumType(element),
                    length: tape.filled(element, .filesize), title: caption(of: element)))
        }
        if draft.recording.duration == nil {
            draft.recording.duration = Recording.duration(tape.attribute(element, .duration))
        }
        for child in tape.children(of: element) where tape.name(child).space == .media {
            readField(child, into: &draft, scope)
        }
    }

    /// What a file shows: its description, which is the alt text of a photo, else its title.
    private func caption(of element: Int) -> String? {
        var title: String?
        for child in tape.children(of: element) where tape.name(child).space == .media {
            switch tape.name(child).word {
            case .description:
                if let text = text.plain(child) { return text }
            case .title: title = title ?? text.plain(child)
            default: continue
            }
        }
        return title
    }

    /// Plain text but where it is said to be HTML, by those who keep to the rule.
    private func html(_ element: Int, _ scope: Scope) -> String? {
        text.html(element, scope, breaksLines: tape.attribute(element, .type) != "html")
    }

    private func readField(_ element: Int, into draft: inout EntryDraft, _ scope: Scope) {
        let rank = EntryDraft.Rank.media
        switch tape.name(element).word {
        case .title: draft.title.offer(text.plain(element), rank: rank)
        case .description: draft.summary.offer(html(element, scope), rank: rank)
        case .text: draft.summary.offer(html(element, scope), rank: rank - 1)
        case .credit: readCredit(element, into: &draft)
        case .category: text.plain(element).map { draft.add(category: $0) }
        case .keywords:
            for keyword in (text.plain(element) ?? "").split(separator: ",") {
                draft.add(category: Array(keyword.utf8)[...].trimmed.string)
            }
        case .player:
            let address = scope.link(tape.attribute(element, .url))
            draft.link.offer(address, rank: EntryDraft.Rank.fallback)
        case .thumbnail:
            if let url = scope.link(tape.attribute(element, .url)) {
                draft.add(enclosure: Enclosure(url: url, type: "image/*"))
            }
        default: break
        }
    }

    /// Whoever is credited took the picture or spoke, unless the role says that it is the author (Media RSS 1.5.1,
    /// `media:credit`).
    private func readCredit(_ element: Int, into draft: inout EntryDraft) {
        guard let role = tape.attribute(element, .role)?.lowercased(),
            ["author", "writer"].contains(role)
        else { return }
        draft.authors.add(text.plain(element), rank: EntryDraft.Rank.fallback - 2)
    }

    private func mediumType(_ element: Int) -> String? {
        switch tape.attribute(element, .medium)?.lowercased() {
        case "image": "image/*"
        case "audio": "audio/*"
        case "video": "video/*"
        default: nil
        }
    }
}
