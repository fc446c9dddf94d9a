import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct SignaturesTests {
    private static let prose =
        "<p>The harbour board met for the third time this year, and its members agreed that the old pier, which has "
        + "stood since the flood, would be repaired before winter comes.</p>"

    /// What is left of a body in which everything was kept.
    private func left(_ html: String, author: String? = nil) -> [String] {
        let head = author.map { "<head><meta name='author' content='\($0)'></head>" } ?? ""
        let page = PageReader.read(
            HTMLTree(parsing: Array("<html>\(head)<body>\(html)</body></html>".utf8)))
        var verdict = BodyVerdict(
            kept: [Bool](repeating: true, count: page.passages.count), quality: 1)
        Signatures(page: page, metadata: PageMetadata(page.tree)).drop(from: &verdict)
        return page.passages.indices.filter { verdict.kept[$0] }.map {
            String(page.string($0).prefix(12))
        }
    }

    @Test func `drops what stands below the heading on the author, where the judge doubts`() {
        let note = "<h4>About the author</h4><p>She lives on a boat.</p>"
        for (odds, count) in [(Float(0.5), 2), (0.9, 4)] {
            let page = PageReader.read(
                HTMLTree(parsing: Array("<body>\(Self.prose)\(Self.prose)\(note)</body>".utf8)))
            var verdict = BodyVerdict(
                kept: page.passages.map { _ in true },
                probability: page.passages.map { $0.census.length > 20 ? 0.98 : odds }, quality: 1)
            Signatures(page: page, metadata: PageMetadata(page.tree)).drop(from: &verdict)
            #expect(verdict.kept.filter { $0 }.count == count)
        }
    }

    @Test(arguments: [
        "Ida Roe is a freelance writer based in Hull.", "Mira Kolb schreibt über Landwirtschaft.",
        "Luc Marin est journaliste à Lyon.",
    ])
    func `drops a note on a writer that is set apart, whoever wrote the text`(note: String) {
        let body = Self.prose + Self.prose
        #expect(left(body + "<p><em>\(note)</em></p>").count == 2)
        #expect(left(body + "<p>\(note)</p>").count == 3)
        #expect(left(body + "<p><em>\(note)</em> So she said.</p>").count == 3)
        #expect(left(body + "<p><em>Ida Roe is the oldest keeper of the bay.</em></p>").count == 3)
        #expect(left(body + "<p><em>\(note)</em></p>" + Self.prose).count == 4)
    }

    @Test(arguments: ["编辑:王伟 审核:李娜", "（责任编辑：王伟）", "责编 ：王伟|审核：李娜"])
    func `drops who edited the text at its end`(line: String) {
        let bare = line.replacing(" ：", with: "：")
        #expect(left(Self.prose + Self.prose + "<p>\(bare)</p>").count == 2)
        #expect(left(Self.prose + "<p>编辑:看完再说。</p><p>王伟：好</p>" + Self.prose).count == 4)
    }

    @Test func `drops the note on the author at the end, and no other person's`() {
        let body = Self.prose + Self.prose + "<p>Joan Ebden is a writer who lives on the coast.</p>"
        #expect(left(body, author: "Joan Ebden").count == 2)
        #expect(left(body, author: "Mary Coll").count == 3)
    }
}
