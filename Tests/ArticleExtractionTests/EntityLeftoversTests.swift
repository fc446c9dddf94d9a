import Testing

@testable import ArticleExtraction

/// Texts in which character references of HTML were left.
@Suite struct EntityLeftoversTests {
    @Test func `have their characters again`() {
        #expect(
            EntityLeftovers.undone(
                "&quot;No,&quot; she said &ndash; Marl &amp; Sons didn&#39;t go.")
                == "\"No,\" she said – Marl & Sons didn't go.")
    }

    @Test(arguments: [
        "Marl & Sons, R&D; it was late.",
        "Write &amp; for a sign, &quot; for a mark, &lt; for the third: &nbsp; too.",
        "<p>&quot;No,&quot; she &nbsp; said</p>", "Marl &amp; Sons", "",
    ])
    func `are left alone where they say nothing, or speak of it`(text: String) {
        #expect(EntityLeftovers.undone(text) == nil)
    }
}
