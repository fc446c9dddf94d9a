import ControlProtocol
import Testing

@Suite struct ArticleItemTests {
    private func item(title: String?, excerpt: String?) -> ArticleItem {
        var item = ArticleItem(
            id: "0123456789abcdef", path: "articles/2026/07/article-01234567.md", title: title,
            published: nil, filed: "2026-07-01T00:00:00Z", url: nil, contentHash: nil,
            sightings: [], supersedes: nil, near: [])
        item.excerpt = excerpt
        return item
    }

    @Test func `is called by its title, else by how it begins, else by its path`() {
        #expect(item(title: "Nine boats", excerpt: "They came.").heading == "Nine boats")
        #expect(item(title: nil, excerpt: "They came.").heading == "They came.")
        #expect(item(title: "", excerpt: "").heading == "articles/2026/07/article-01234567.md")
        let long = item(title: nil, excerpt: String(repeating: "a", count: 100)).heading
        #expect(long == String(repeating: "a", count: 80) + "…")
    }
}
