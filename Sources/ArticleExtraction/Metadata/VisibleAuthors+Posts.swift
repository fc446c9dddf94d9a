import LibXML

/// Bylines without what their authors do.
extension VisibleAuthors {
    /// A line without the elements whose class says that they hold a post, "author-title" or "job-title"; nil where it has
    /// none: words alone do not part "Ada Marl Gardener & Astrologer".
    func withoutPost(_ index: Int) -> String? {
        let passage = page.passages[index]
        var posts: [Range<Int>] = []
        for node in passage.nodes where page.tag(node) != .text {
            guard let names = page.tree.bytes(.class, of: node),
                Self.mayBePost.stand(in: names.span),
                Self.isPost(String(decoding: names, as: UTF8.self))
            else { continue }
            posts.append(node..<Int(page.tree.nodes[node].end))
        }
        guard !posts.isEmpty else { return nil }
        var text = ""
        for node in passage.nodes where page.tag(node) == .text {
            guard !posts.contains(where: { $0.contains(node) }),
                !page.spoken.contains(page.parent(node))
            else { continue }
            text += String(decoding: page.tree.textBytes(node), as: UTF8.self)
        }
        return CleanText(text).nonEmpty
    }

    /// "author-title", "byline__job", "jobTitle"; a title that is no person's is the article's.
    private static func isPost(_ names: String) -> Bool {
        names.lowercased().split(separator: " ").contains { name in
            let words = name.split { $0 == "-" || $0 == "_" }
            guard let last = words.last else { return false }
            return posts.contains(String(last))
                || last == "title" && words.dropLast().contains { persons.contains(String($0)) }
        }
    }

    private static let posts: Set<String> = [
        "position", "job", "jobtitle", "role", "occupation", "designation", "authortitle",
    ]
    private static let persons: Set<String> = [
        "author", "authors", "autor", "byline", "job", "writer", "person", "contributor",
    ]
    /// One of these stands in each of the words above.
    private static let mayBePost = Needles([
        "position", "job", "title", "role", "occupation", "designation",
    ])
}
