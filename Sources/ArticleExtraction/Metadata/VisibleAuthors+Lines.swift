import LibXML

/// Lines below the title, or at the end, that name somebody by their form alone.
extension VisibleAuthors {
    /// Whom a credit in Chinese names: the last one, which stands at the end of the text.
    func reporters() -> [String] {
        for index in page.passages.indices.prefix(600).reversed() {
            let passage = page.passages[index]
            guard passage.census.ideographs >= 4, !isElsewhere(passage.nodes.lowerBound) else {
                continue
            }
            let line = page.string(index)
            guard ReporterCredit.mayStand(in: line) else { continue }
            let names = ReporterCredit.names(in: line)
            if !names.isEmpty { return names }
        }
        return []
    }

    /// A line below the title that holds nothing but Chinese names: several, or one beside a date, for a short word alone
    /// may be a place or a section.
    func namesBelowTitle() -> [String] {
        guard let titlePassage else { return [] }
        for index in page.passages.indices.dropFirst(titlePassage + 1).prefix(3) {
            let passage = page.passages[index]
            guard passage.census.ideographs >= 2, passage.text.count < 60,
                passage.linked.length == 0
            else { continue }
            let names = ChineseNames.persons(in: page.string(index)[...])
            if names.count > 1 || !names.isEmpty && isBesideDate(index) { return names }
        }
        return []
    }

    private func isBesideDate(_ index: Int) -> Bool {
        [index - 1, index + 1].contains { beside in
            page.passages.indices.contains(beside) && page.passages[beside].text.count < 60
                && StatedDate.first(in: page.string(beside), order: .unknown) != nil
        }
    }

    /// A line below the title that holds names of persons in full and says what they are, where the next line holds nothing
    /// but the day. A name alone there may be a section's, "Real Estate", or a place's.
    func namedAboveDate() -> [String] {
        guard let titlePassage else { return [] }
        for index in page.passages.indices.dropFirst(titlePassage + 1).prefix(3) {
            let passage = page.passages[index]
            guard passage.text.count < 80, passage.linked.length == 0,
                page.passages.indices.contains(index + 1), isDay(index + 1),
                !page.isHeading(index), isOwn(passage)
            else { continue }
            let names = confirmed(page.string(index))
            if !names.isEmpty { return names }
        }
        return []
    }

    /// The names of a line that says what their bearers are, "Ada Marl, Rivers Editor", or whom they wrote with.
    private func confirmed(_ line: String) -> [String] {
        if let bare = AuthorNames.withoutAgency(line) { return NameLine.names(in: bare) }
        guard let comma = line.firstIndex(of: ",") else { return [] }
        let post = TextFolding.fold(String(line[line.index(after: comma)...]).trimmed(of: " "))
        return AuthorNames.isRole(post) ? NameLine.names(in: String(line[..<comma])) : []
    }

    private func isDay(_ index: Int) -> Bool {
        let line = page.string(index)
        guard line.utf8.count < 60, let date = StatedDate.first(in: line, order: .dayFirst) else {
            return false
        }
        // "Le 4 mars", "4. března 2026 8:12"
        let rest = line[..<date.range.lowerBound] + line[date.range.upperBound...]
        return rest.count(where: \.isLetter) <= 6
    }

    /// A line below the title that holds a name and a date, and little else: "Ada Marl | 4 March 2026".
    func dated() -> [String] {
        guard let titlePassage else { return [] }
        for index in page.passages.indices.dropFirst(titlePassage + 1).prefix(3) {
            let passage = page.passages[index]
            guard passage.text.count < 80, passage.linked.length == 0 else { continue }
            let line = page.string(index)
            guard let date = StatedDate.first(in: line, order: .dayFirst),
                date.range.upperBound == line.endIndex
            else { continue }
            let name = line[..<date.range.lowerBound].trimmingSpaces
            guard let mark = name.last, "|•·–—".contains(mark) else { continue }
            let parts = name.dropLast().split { "|•·".contains($0) }.map(\.trimmingSpaces)
            // "Ada Marl | Senior Writer | 4 March 2026"
            let persons = parts.filter { !AuthorNames.isRole(TextFolding.fold($0)) }
            guard persons.count == 1 else { continue }
            let names = NameLine.names(in: persons[0])
            if !names.isEmpty { return names }
        }
        return []
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String { String(self).trimmed(of: " ") }
}
