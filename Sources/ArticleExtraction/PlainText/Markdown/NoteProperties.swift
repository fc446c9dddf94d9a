/// Takes off what programs for notes write into the text of a note itself: lines of properties below its title, as Notion
/// exports them, the tags below the title or at the end, as Bear keeps them, and a last link to where it came from.
enum NoteProperties {
    private static let most = 20
    private static let longestName = 3

    /// - Returns: the properties; nil where none stand below the title.
    static func take(from lines: inout ArraySlice<String>) -> FrontMatter? {
        dropTags(&lines)
        if let found = takeMetadata(&lines) ?? takeHead(&lines) { return found }
        guard let title = lines.firstIndex(where: { !isEmpty($0) }), lines[title].hasPrefix("# ")
        else { return nil }
        let block = paragraph(below: title, in: lines)
        // One of them at least is a fact that programs know: "Title: …" alone may be the text's own.
        guard let properties = properties(block),
            properties.contains(where: { isFact($0.name, $0.value) })
        else { return nil }
        lines.removeSubrange(block.indices)
        return FrontMatter(properties)
    }

    /// What each line of a block states; nil where one states nothing, or there are too few or too many.
    private static func properties(_ block: ArraySlice<String>) -> [(name: String, value: String)]?
    {
        guard (2...most).contains(block.count) else { return nil }
        let properties = block.compactMap(property)
        return properties.count == block.count ? properties : nil
    }

    /// "Title: …" and other properties that begin the file, as MultiMarkdown has them.
    private static func takeHead(_ lines: inout ArraySlice<String>) -> FrontMatter? {
        guard let first = lines.first, first.hasPrefix("Title: ") || first.hasPrefix("title: ")
        else { return nil }
        let end = lines.firstIndex(where: isEmpty) ?? lines.endIndex
        let block = lines[lines.startIndex..<end]
        guard let properties = properties(block.map(capitalized)[...]) else { return nil }
        lines.removeSubrange(block.indices)
        return FrontMatter(properties)
    }

    private static func capitalized(_ line: String) -> String {
        line.prefix(1).uppercased() + line.dropFirst()
    }

    /// A list of facts below the heading "Metadata", as programs for highlights write it, with the heading of the text.
    private static func takeMetadata(_ lines: inout ArraySlice<String>) -> FrontMatter? {
        guard
            let head = lines.prefix(most).firstIndex(where: {
                $0.hasPrefix("#") && $0.drop { "# ".contains($0) } == "Metadata"
            })
        else { return nil }
        var facts: [(name: String, value: String)] = []
        var end = head + 1
        while end < lines.endIndex, isEmpty(lines[end]) || lines[end].hasPrefix("- ") {
            if let fact = property(String(lines[end].dropFirst(2))), fact.name != "full title" {
                facts.append(fact)
            }
            end += 1
        }
        guard !facts.isEmpty, end < lines.endIndex else { return nil }
        if lines[end].hasPrefix("#"), lines[end].hasSuffix("Full Document") { end += 1 }
        // The picture of the cover stands above.
        let picture = lines[..<head].firstIndex { $0.hasPrefix("![rw-book-cover]") } ?? head
        lines.removeSubrange(picture..<end)
        return FrontMatter(facts)
    }

    private static func isEmpty(_ line: String) -> Bool { line.allSatisfy { $0 == " " } }

    private static func paragraph(
        below title: Int, in lines: ArraySlice<String>
    ) -> ArraySlice<String> {
        let start = lines[(title + 1)...].firstIndex { !isEmpty($0) } ?? lines.endIndex
        let end = lines[start...].firstIndex(where: isEmpty) ?? lines.endIndex
        return lines[start..<end]
    }

    /// "Created: March 4, 2026": a short name in capitals at its beginning, and what it is.
    private static func property(_ line: String) -> (name: String, value: String)? {
        guard let colon = line.firstRange(of: ": "), line.utf8.count <= 1_000 else { return nil }
        let name = line[..<colon.lowerBound]
        guard (1...longestName).contains(name.split(separator: " ").count), name.utf8.count <= 40,
            name.allSatisfy({ $0.isLetter || $0 == " " }),
            name.first.map({ $0.isUppercase || !$0.isLowercase }) ?? false
        else { return nil }
        return (name.lowercased(), String(line[colon.upperBound...]).trimmed(of: " "))
    }

    private static func isFact(_ name: String, _ value: String) -> Bool {
        value.hasPrefix("http://") || value.hasPrefix("https://")
            || ["created", "last edited", "updated", "tags"].contains(name)
    }

    // MARK: - Tags

    /// Drops what stands there whatever else states the facts.
    static func dropTags(_ lines: inout ArraySlice<String>) {
        guard let title = lines.firstIndex(where: { !isEmpty($0) }), lines[title].hasPrefix("# ")
        else { return }
        if title + 1 < lines.endIndex, areTags(lines[title + 1]) { lines.remove(at: title + 1) }
        let below = paragraph(below: title, in: lines)
        if below.count >= 2, below.allSatisfy(isReadingLink) { lines.removeSubrange(below.indices) }
        var last = lines.lastIndex { !isEmpty($0) } ?? title
        if last > title, isOwnLink(lines[last]) {
            lines.remove(at: last)
            last = lines.lastIndex { !isEmpty($0) } ?? title
        }
        if last > title + 1, isEmpty(lines[last - 1]), areTags(lines[last]) {
            lines.remove(at: last)
        }
    }

    /// "#reading/harbour #clips"
    private static func areTags(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        return !words.isEmpty && words.count <= most
            && words.allSatisfy { word in
                word.count >= 3 && word.hasPrefix("#") && !word.hasPrefix("##")
                    && word.contains(where: \.isLetter)
            }
    }

    /// "[Read Original](https://…)"
    private static func isReadingLink(_ line: String) -> Bool {
        guard line.hasSuffix(")"), !line.dropFirst().contains("[") else { return false }
        return ["[Read ", "[View ", "[Open "].contains(where: line.hasPrefix)
            && line.holds("](http")
    }

    /// "[https://…](https://…)", "<https://…>": an address that is linked with itself.
    private static func isOwnLink(_ line: String) -> Bool {
        guard !line.contains(" ") else { return false }
        if line.hasPrefix("<http"), line.hasSuffix(">") { return true }
        guard line.hasPrefix("[http"), line.hasSuffix(")"), let middle = line.firstRange(of: "](")
        else { return false }
        let shown = line[line.index(after: line.startIndex)..<middle.lowerBound]
        return line[middle.upperBound...].dropLast() == shown
    }
}
