/// The text of an article, and all words of the document that it was read from.
public struct WholeText: Sendable {
    /// One block a line.
    public var text: String
    /// With menus, captions and all else that is no part of the article.
    public var document: String

    public init(text: String, document: String) {
        self.text = text
        self.document = document
    }
}
