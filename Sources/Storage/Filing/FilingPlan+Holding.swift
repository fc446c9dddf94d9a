import BriefModel

extension FilingPlan {
    /// Holds an article back no more: in its file, and in the catalogue. Says whether it was held.
    mutating func release(_ article: Revision) throws -> Bool {
        guard try reader.tags(of: article.chain).contains(HoldTag.held) else { return false }
        try writer.removeTag(HoldTag.held, from: article.chain)
        try writer.addTags([HoldTag.released], to: article.chain)
        guard let bytes = try content(of: article.path),
            var file = try? MarkdownFile.parse(bytes, path: article.path)
        else { return true }
        file.front.tags.removeAll { $0 == HoldTag.held || $0 == HoldTag.released }
        file.front.tags.append(HoldTag.released)
        try put(file, in: article)
        return true
    }

    /// The document as it goes to an article of the store: a rule holds none back that an operator let go.
    func freed(_ prepared: PreparedFiling, for article: Revision?) throws -> PreparedFiling {
        guard prepared.filing.origin.tags.contains(HoldTag.held), let article,
            try isReleased(article.chain)
        else { return prepared }
        var prepared = prepared
        prepared.filing.origin.tags.removeAll { $0 == HoldTag.held }
        return prepared
    }

    func isReleased(_ chain: Int64) throws -> Bool {
        try reader.tags(of: chain).contains(HoldTag.released)
    }
}

extension Decision {
    /// The article that the document belongs to; nil where it is none of the store's.
    var article: Revision? {
        switch self {
        case .file, .refused: nil
        case .sighting(let article), .variant(let article, _), .revision(let article, _),
            .sameText(let article), .sameTextElsewhere(let article), .unchanged(let article):
            article
        }
    }
}
