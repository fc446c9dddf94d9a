/// The elements that a feed in XML begins with.
enum FeedRoot {
    case rss, rdf, atom, channel
    /// No feed, but a word of where it is now.
    case redirect

    /// - Parameter name: as written, with or without a prefix.
    init?(_ name: ArraySlice<UInt8>) {
        var local = name
        if let colon = name.lastIndex(of: .colon) { local = name[(colon + 1)...] }
        if local.equalsLowercase("rss") {
            self = .rss
        } else if local.equalsLowercase("rdf") {
            self = .rdf
        } else if local.equalsLowercase("feed") || local.equalsLowercase("entry") {
            self = .atom
        } else if local.equalsLowercase("channel") {
            self = .channel
        } else if local.equalsLowercase("redirect") {
            self = .redirect
        } else {
            return nil
        }
    }
}
