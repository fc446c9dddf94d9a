import Hashing

/// What an article is recognised by, however it arrives (DESIGN §4).
public enum ContentHash {
    /// Stands beside every hash; grows when the rules change.
    public static let version = 1

    /// "sha256:" and 64 hex digits over the normalised text without white space; nil for a body without
    /// a letter or digit, which matches nothing.
    public static func hash(ofText text: String) -> String? {
        guard let form = TextNormalisation.hashForm(of: text) else { return nil }
        return "sha256:" + SHA256Digest.hex(of: form)
    }
}
