import LinuxIO

/// A further folder to take documents from ([[watch]] in the configuration).
public struct WatchFolder: Sendable, Hashable {
    /// Absolute; it may lead over links.
    public var path: String
    /// Given to every document from there.
    public var tags: [String]
    /// Whether files there are never moved or changed: they are read, filed and remembered.
    public var leave: Bool

    public init(path: String, tags: [String] = [], leave: Bool = false) {
        self.path = path
        self.tags = tags
        self.leave = leave
    }

    /// Where its files go within the spool: folders named like the tags, so that a document which comes back
    /// from a queue by its path still has them.
    var spoolPath: FileName {
        var path = FileName.none
        for tag in tags {
            var text = tag.split(separator: "/", omittingEmptySubsequences: true)
                .joined(separator: "-")
            if text.isEmpty { continue }
            if text.hasPrefix(".") { text = "_" + text }
            if NameRules().leave(FileName(text)) != nil { text += "_" }
            guard text.utf8.count <= FileName.maximumLength else { continue }
            path = path.appending(FileName(text))
        }
        return path
    }
}
