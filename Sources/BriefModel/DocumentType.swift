/// What the bytes of a document are taken for.
public enum DocumentType: String, Sendable, Codable, CaseIterable {
    /// Decided from the name's suffix, else from the first bytes.
    case auto
    case html
    case text
    case markdown
}
