import LibXML

/// Drops from a body the line before its first paragraph that says no more than who wrote it and when, and the note
/// on that author at its end.
struct Signatures {
    let page: Page
    let metadata: PageMetadata

    /// Neither stands further away from the body's ends than this many passages that are kept.
    private static let reach = 5
    /// So many passages before the body are searched for the author's name.
    private static let namesBefore = 12
    private static let longestNote: Float = 90

    func drop(from kept: inout [Bool]) {
        guard let first = kept.firstIndex(of: true) else { return }
        var passed = 0
        for index in page.passages.indices[first...] where kept[index] {
            if isProse(index) || passed == Self.reach { break }
            passed += 1
            if isSignature(index) { kept[index] = false }
        }
        dropNote(&kept, first: first)
    }

    /// Whether a line names an author and states a date, and says nothing else. Either of them alone is left to the
    /// judge: it may be part of what is told.
    func isSignature(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard passage.census.length < 15, passage.text.count < 200 else { return false }
        guard page.tag(passage.block).headingLevel == nil else { return false }
        let line = page.string(index)
        guard let date = StatedDate.first(in: line, order: .dayFirst) else { return false }
        let rest = [line[..<date.range.lowerBound], line[date.range.upperBound...]]
            .map { String($0).trimmed(of: " ,;:-–—|/·•()") }.filter { !$0.isEmpty }
        let isNamed = rest.map { Byline.parse($0) != nil || isStated($0) }
        return isNamed.contains(true)
            && zip(rest, isNamed).allSatisfy { part, isNamed in
                isNamed || part.split(separator: " ").count <= Self.longestLabel
            }
    }

    /// Words around the date that name nobody: "Posted on", "3 min read".
    private static let longestLabel = 3

    /// Whether a name is that of an author whom the page's head states.
    private func isStated(_ name: String) -> Bool {
        let folded = TextFolding.fold(name)
        return statedAuthors.contains { TextFolding.fold($0) == folded }
    }

    private var statedAuthors: [String] {
        let stated = StatedAuthors(metadata: metadata)
        return AuthorNames.clean(stated.structured + stated.inHead)
    }

    private func isProse(_ index: Int) -> Bool {
        let census = page.passages[index].census
        return census.sentenceEnds > 0 && census.length >= 12 || census.length >= 25
    }

    /// "A B is a writer …" at the end, where A B is the author.
    private func dropNote(_ kept: inout [Bool], first: Int) {
        guard let last = kept.lastIndex(of: true), last > first, isNote(last, first: first) else {
            return
        }
        kept[last] = false
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
        var names = statedAuthors
        let near = max(0, first - Self.namesBefore)..<min(first + 3, page.passages.count)
        for index in near where page.passages[index].census.length < 25 {
            names += Byline.read(page.string(index))?.authors ?? []
        }
        return names
    }
}
