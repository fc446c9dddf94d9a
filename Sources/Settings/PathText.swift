/// Paths as texts; nothing here asks the disk.
enum PathText {
    /// The path without "." and "..", relative ones beneath `folder`.
    static func absolute(_ path: String, in folder: String) -> String {
        let whole = path.hasPrefix("/") ? path : folder + "/" + path
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// Whether an absolute path is another one, or lies beneath it.
    static func lies(_ path: String, within other: String) -> Bool {
        path == other || path.hasPrefix(other + "/")
    }
}
