import LibXML

/// Drops from a body the note on its author at the end.
struct Signatures {
    let page: Page
    let metadata: PageMetadata

    /// So many passages before the body are searched for the author's name.
    private static let namesBefore = 12
    private static let longestNote: Float = 90

    /// "A B is a writer …" at the end, where A B is the author.
    func drop(from verdict: inout BodyVerdict) {
        guard let first = verdict.kept.firstIndex(of: true),
            let last = verdict.kept.lastIndex(of: true), last > first, isNote(last, first: first)
        else { return }
        verdict.drop(last, .authorNote)
    }

    private func isNote(_ index: Int, first: Int) -> Bool {
        let passage = page.passages[index]
        guard passage.census.length < Self.longestNote,
            page.tag(passage.block).headingLevel == nil,
            let name = AuthorNote.name(in: page.string(index))
        else { return false }
        let folded = TextFolding.fold(name)
        return authors(before: first).contains { TextFolding.fold($0) == folded }
    }

    private func authors(before first: Int) -> [String] {
        let stated = StatedAuthors(metadata: metadata)
        var names = AuthorNames.clean(stated.structured + stated.inHead.flatMap(\.self))
        let near = max(0, first - Self.namesBefore)..<min(first + 3, page.passages.count)
        for index in near where page.passages[index].census.length < 25 {
            names += Byline.read(page.string(index))?.authors ?? []
        }
        return names
    }
}
