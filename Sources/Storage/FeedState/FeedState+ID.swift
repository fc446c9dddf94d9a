import Hashing

extension FeedState {
    /// The id of a feed, from its configured address.
    public static func id(of url: String) -> String {
        String(SHA256Digest.hex(of: Array(url.utf8)).prefix(16))
    }
}
