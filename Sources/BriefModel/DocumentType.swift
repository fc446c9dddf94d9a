/// What the bytes of a document are taken for.
public enum DocumentType: String, Sendable, Codable, CaseIterable {
    /// Decided from the name's suffix, else from the first bytes.
    case auto
    case html
    case text
    case markdown

    /// Of originals in the store.
    public var mediaType: String {
        switch self {
        case .html, .auto: DocumentFormat.html.mediaType
        case .markdown: DocumentFormat.markdown.mediaType
        case .text: DocumentFormat.text.mediaType
        }
    }
}
