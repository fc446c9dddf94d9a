/// What extraction made of a document, and why: each passage with its verdict.
public struct Explanation: Sendable, Codable {
    /// What was extracted.
    public var article: Article
    /// All text of the document, in its order; empty where nothing is judged (Markdown is taken as it stands).
    public var passages: [ExplainedPassage]
    /// What holds for the document as a whole, in words.
    public var notes: [String]

    public init(article: Article, passages: [ExplainedPassage], notes: [String] = []) {
        self.article = article
        self.passages = passages
        self.notes = notes
    }
}

extension Explanation {
    /// All words of the document, furniture included, one passage a line.
    public var words: String {
        passages.isEmpty ? article.text : passages.map(\.text).joined(separator: "\n")
    }
}
