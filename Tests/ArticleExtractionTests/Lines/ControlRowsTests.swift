import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct ControlRowsTests {
    private static let prose =
        "<p>The growers of the valley met on Sunday to settle whether the old trees should stand.</p>"

    private func left(_ html: String, odds: Float = 0.7) -> [String] {
        let page = PageReader.read(
            HTMLTree(parsing: Array("<body>\(Self.prose)\(html)\(Self.prose)</body>".utf8)))
        var verdict = BodyVerdict(kept: page.passages.map { _ in true }, quality: 1)
        ControlRows(page: page, odds: page.passages.map { _ in odds }).drop(from: &verdict)
        return page.passages.indices.dropFirst().dropLast().filter { verdict.kept[$0] }
            .map(page.string)
    }

    @Test(arguments: [
        "<p>Like · Reply · Share</p>", "<div><span>点赞</span> <span>收藏</span> <span>转发</span></div>",
        "<p>点赞收藏转发</p>", "<div><div>Gefällt mir</div><div>Antworten</div><div>Teilen</div></div>",
        "<ul><li><a href='#'>Нравится</a></li><li><a href='#'>Ответить</a></li><li><a href='#'>Поделиться</a></li></ul>",
        "<p>いいね！ 12 | 返信 | 共有</p>", "<p>Me gusta | Responder | Compartir</p>",
        "<div><a href='#'>Drukowanie</a><a href='#'>Przepis na potem</a><a href='#'>Do góry</a></div>",
        "<p>أعجبني رد مشاركة</p>", "<p>ถูกใจ ตอบกลับ แชร์</p>",
    ])
    func `drops a row of buttons in many languages`(html: String) {
        #expect(left(html).isEmpty)
    }

    @Test(arguments: [
        "<div><a href='#'>Fees</a></div>",
        "<div><a href='#a'>Fees</a> <a href='#b'>Boats</a></div>",
        "<p>Like</p>", "<p>Like the pears, share them.</p>",
        "<p>The menu has:</p><ul><li>Like</li><li>Reply</li><li>Share</li></ul>",
        "<table><tr><td>Like</td><td>Reply</td><td>Share</td></tr></table>",
        "<h2>Like, reply, share</h2>", "<pre>like reply share</pre>",
        "<p>Reply and share alike</p>",
    ])
    func `keeps words that are the text's`(html: String) {
        #expect(!left(html).isEmpty)
    }

    @Test func `believes a judge who is sure of items, and of two words`() {
        let items = "<ul><li>Like</li><li>Reply</li><li>Share</li></ul>"
        #expect(left(items, odds: 0.9).count == 3)
        #expect(left("<p>Reply, share</p>", odds: 0.7).count == 1)
        #expect(left("<p>Reply, share</p>", odds: 0.5).isEmpty)
    }
}
