import BriefModel

extension FilingPlan {
    /// Takes a tag from an article: from its file, and from the catalogue. Says whether the article had it.
    mutating func untag(_ article: Revision, _ tag: String) throws -> Bool {
        guard try reader.tags(of: article.chain).contains(tag) else { return false }
        try writer.removeTag(tag, from: article.chain)
        guard let bytes = try content(of: article.path),
            var file = try? MarkdownFile.parse(bytes, path: article.path),
            file.front.tags.contains(tag)
        else { return true }
        file.front.tags.removeAll { $0 == tag }
        try put(file, in: article)
        return true
    }
}
