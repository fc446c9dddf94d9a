import Testing

@testable import ArticleExtraction

@Suite struct IconNamesTests {
    @Test(arguments: ["material-icons", "material-symbols-outlined", "material-icons md-18"])
    func `takes out the names of icons`(name: String) {
        #expect(
            text(of: "<p><i class='\(name)'>chevron_right</i>The pears fell.</p>")
                == "The pears fell.")
        #expect(
            markdown(of: "<h2><span class='\(name)'>anchor</span> The quay</h2><p>It is old.</p>")
                .hasPrefix("## The quay"))
    }

    @Test func `leaves words that are no names`() {
        #expect(
            text(of: "<p><i class=material-icons>The Pear</i> is a paper.</p>")
                == "The Pear is a paper.")
        #expect(text(of: "<p><i>pear</i> is a word.</p>") == "pear is a word.")
    }
}
