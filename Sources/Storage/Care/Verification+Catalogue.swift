import BriefModel

// What the catalogue says of an article, beside what its file says.

extension FrontMatter {
    /// The facts, as the catalogue holds them, that an article's file states otherwise.
    ///
    /// - Parameters:
    ///   - file: completed with what the catalogue knows.
    ///   - misfitsOfRow: what was found of the row itself.
    func misfits(_ file: FrontMatter, _ misfitsOfRow: [String]) -> [String] {
        var facts: [(name: String, isSame: Bool)] = [
            ("title", title == file.title), ("published", published == file.published),
            ("site", site == file.site), ("url", url == file.url), ("filed", filed == file.filed),
            ("content_hash", contentHash == file.contentHash),
            ("supersedes", supersedes == file.supersedes),
        ]
        // A catalogue of an earlier version takes these over bit by bit.
        if wordCount != 0 {
            facts += [
                ("authors", authors == file.authors), ("categories", categories == file.categories),
                ("language", language == file.language), ("excerpt", excerpt == file.excerpt),
                ("word_count", wordCount == file.wordCount),
            ]
        }
        return facts.filter { !$0.isSame }.map(\.name) + misfitsOfRow
    }
}

extension MarkdownFile {
    /// What a file says by itself of which article it is, and of the revision after it, where its row says otherwise.
    static func misfits(in bytes: [UInt8], of row: Revision) -> [String] {
        // Nothing is lost: a file that cannot be read was told of before.
        guard let own = try? MarkdownFile.parse(bytes, path: row.path).front else { return [] }
        var wrong: [String] = []
        if !own.id.isEmpty, own.id != row.id { wrong.append("id") }
        if row.path.hasPrefix("superseded/"), let successor = own.supersededBy,
            successor != row.supersededBy
        {
            wrong.append("superseded_by")
        }
        return wrong
    }
}
