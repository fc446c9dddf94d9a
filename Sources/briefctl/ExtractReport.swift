import BriefModel
import FoundationEssentials

/// What `briefctl extract` prints of one document: a written contract (docs/cli-json.md). Every member is always
/// there, null where nothing is known.
struct ExtractReport: Encodable {
    var path: String
    var result: Result<ReadDocument, Failure>

    private enum Key: String, CodingKey {
        case path, ok, error, title, authors, published, modified, site, url, language, series
        case number, excerpt, text, markdown, quality, warnings
        case contentHash = "content_hash"
        case hashVersion = "hash_version"
        case wordCount = "word_count"
    }

    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(path, forKey: .path)
        var document = ReadDocument(
            article: Article(),
            identity: Identity(contentHash: nil, hashVersion: 1, shingles: .init()))
        var error: String?
        switch result {
        case .success(let read): document = read
        case .failure(let failure): error = failure.message
        }
        let article = document.article
        try members.encode(error == nil, forKey: .ok)
        try members.encode(error, forKey: .error)
        try members.encode(article.title, forKey: .title)
        try members.encode(article.authors, forKey: .authors)
        try members.encode(article.published, forKey: .published)
        try members.encode(article.modified, forKey: .modified)
        try members.encode(article.site, forKey: .site)
        try members.encode(article.url, forKey: .url)
        try members.encode(article.language, forKey: .language)
        try members.encode(article.series, forKey: .series)
        try members.encode(article.number, forKey: .number)
        try members.encode(article.excerpt, forKey: .excerpt)
        try members.encode(article.text, forKey: .text)
        try members.encode(article.markdown, forKey: .markdown)
        try members.encode(document.identity.contentHash, forKey: .contentHash)
        try members.encode(document.identity.hashVersion, forKey: .hashVersion)
        try members.encode(article.wordCount, forKey: .wordCount)
        try members.encode((article.quality * 1000).rounded() / 1000, forKey: .quality)
        try members.encode(article.warnings, forKey: .warnings)
    }

    /// One line, without the line end.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self))
    }
}
