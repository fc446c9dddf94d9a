import LibXML

/// Tells what microdata states of works that a page cites, answers or shows from what it states of the page's own.
enum OtherWorks {
    /// Whether an element stands in the description of another work (schema.org/CreativeWork, 29.0): a citation, an answer,
    /// a comment, a picture.
    static func hold(_ node: Int, in tree: HTMLTree) -> Bool {
        var node = Int(tree.nodes[node].parent)
        while node > 0, tree.nodes[node].tag != .body {
            if let stated = tree.attribute(.itemprop, of: node)?.lowercased(),
                stated.split(separator: " ").contains(where: { properties.contains(String($0)) })
            {
                return true
            }
            node = Int(tree.nodes[node].parent)
        }
        return false
    }

    private static let properties: Set<String> = [
        "citation", "citations", "comment", "comments", "acceptedanswer", "suggestedanswer",
        "review", "reviews", "mentions", "isbasedon", "relatedlink", "isrelatedto", "image",
        "associatedmedia", "video", "audio", "issimilarto", "workexample",
    ]
}
