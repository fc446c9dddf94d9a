import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct PassageFeaturesTests {
    private func rows(_ html: String) -> [[String: Float]] {
        let page = PageReader.read(HTMLTree(parsing: Array(html.utf8)))
        var features = PassageFeatures(page, metadata: PageMetadata(page.tree))
        return page.passages.indices.map { index in
            var row: [Float] = []
            features.append(index, of: page, to: &row)
            return Dictionary(uniqueKeysWithValues: zip(PassageFeatures.names, row))
        }
    }

    private static let html = """
        <title>A bridge is mended</title><body><nav><a href="/">Home</a></nav>
        <main><h1>A bridge is mended</h1><p class="byline">2 May 2026</p>
        <p>The bridge was closed for a year, and it is open again.</p>
        <div style="display: none"><p>Not to be seen by readers.</p></div></main></body>
        """

    @Test func `every figure has a name of its own, and every row has all of them`() {
        let page = PageReader.read(HTMLTree(parsing: Array(Self.html.utf8)))
        var features = PassageFeatures(page, metadata: PageMetadata(page.tree))
        var row: [Float] = []
        features.append(0, of: page, to: &row)
        #expect(Set(PassageFeatures.names).count == PassageFeatures.names.count)
        #expect(row.count == PassageFeatures.names.count)
    }

    @Test func `a passage of links, the title and a hidden one are told apart`() throws {
        let rows = rows(Self.html)
        #expect(rows.count == 5)
        #expect(rows[0]["linkDensity"] == 1)
        #expect(rows[0]["to nav/menu"] == 1)
        #expect(rows[1]["title overlap"] == 1)
        #expect(rows[3]["endsSentence"] == 1)
        #expect(try #require(rows[3]["hidden"]) > 20)
        #expect(rows[4]["hidden"] == 1)
    }

    @Test func `the address that a page states tells what kind of page it is`() {
        let link = "<link rel=canonical href='https://example.org/forum/viewtopic.php?t=12'>"
        let rows = self.rows(link + Self.html)
        #expect(rows.first?["url is forum"] == 1)
        #expect(rows.first?["url query"] == 2)
        #expect(self.rows(Self.html).first?["url known"] == 0)
    }

    @Test func `words are the same whatever their case, and each ideograph is one`() {
        #expect(
            WordHashes.of(Array("The Bridge".utf8)[...])
                == WordHashes.of(Array("the bridge".utf8)[...]))
        #expect(WordHashes.of(Array("新桥 a".utf8)[...]).count == 3)
    }
}
