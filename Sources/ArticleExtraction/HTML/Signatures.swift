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
        dropHeaded(from: &verdict)
        dropReporter(from: &verdict)
        guard let first = verdict.kept.firstIndex(of: true),
            let last = verdict.kept.lastIndex(of: true), last > first, isNote(last, first: first)
        else { return }
        verdict.drop(last, .authorNote)
    }

    /// "About the author", and below it what ends the text, where the judge doubts that.
    private func dropHeaded(from verdict: inout BodyVerdict) {
        guard !verdict.probability.isEmpty else { return }
        let kept = verdict.kept
        let last = Array(kept.indices.reversed().lazy.filter { kept[$0] }.prefix(3))
        guard let heading = last.first(where: { isHeading($0) }), heading != last.first,
            verdict.kept[..<heading].contains(true)
        else { return }
        let note = last.filter { $0 >= heading }
        guard note.allSatisfy({ verdict.probability[$0] < RegionCleaner.sure }),
            page.sum(heading..<(last.first ?? heading) + 1).length <= Self.longestNote
        else { return }
        for index in note { verdict.drop(index, .authorNote) }
    }

    /// "홍길동 기자 hong@weirpost.example": who wrote it, and how to reach him, or who edited it, among the last lines.
    private func dropReporter(from verdict: inout BodyVerdict) {
        let kept = verdict.kept
        for index in kept.indices.reversed().lazy.filter({ kept[$0] }).prefix(3) {
            let passage = page.passages[index]
            if passage.text.count <= 200, passage.census.sentenceEnds == 0,
                ReporterCredit.isOfEditors(page.string(index))
            {
                verdict.drop(index, .opening(.byline))
                continue
            }
            guard passage.text.count <= 120, page.bytes(index).contains(0x40),
                FactParts(page.string(index), authors: [])?.kind == .byline
            else { continue }
            verdict.drop(index, .opening(.byline))
        }
    }

    private func isHeading(_ index: Int) -> Bool {
        guard page.passages[index].census.length <= 5,
            let match = Furniture.match(FoldedLine(folding: page.bytes(index).span))
        else { return false }
        return match.kind == .authorNote && match.isWhole && match.strength > .word
    }

    private func isNote(_ index: Int, first: Int) -> Bool {
        let passage = page.passages[index]
        guard passage.census.length < Self.longestNote,
            page.tag(passage.block).headingLevel == nil,
            let name = AuthorNote.name(in: page.string(index))
        else { return false }
        // Set apart, and of somebody who writes: whose note is it else?
        if page.stands(passage, in: [.em, .i]), tellsOfWriter(page.string(index)) { return true }
        let folded = TextFolding.fold(name)
        return authors(before: first).contains { TextFolding.fold($0) == folded }
    }

    private func tellsOfWriter(_ note: String) -> Bool {
        let folded = FoldedLine(note)
        return folded.words.indices.prefix(Self.wordsOfTrade).contains {
            Self.trades.contains(folded.bytes($0).span)
        }
    }

    private static let wordsOfTrade = 14
    private static let trades = KnownWords([
        "writer", "journalist", "reporter", "author", "editor", "columnist", "correspondent",
        "freelance",
        "freelancer", "writes", "covers", "reports", "blogger", "schreibt", "autor", "autorin",
        "journalistin",
        "redakteur", "redakteurin", "berichtet", "journaliste", "redacteur", "redactrice", "auteur",
        "autrice",
        "periodista", "redactor", "redactora", "escritor", "escritora", "giornalista", "scrittore",
        "scrittrice",
        "jornalista", "schrijver", "dziennikarz", "dziennikarka",
        "журналист",
        "журналистка", "корреспондент",
    ])

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
