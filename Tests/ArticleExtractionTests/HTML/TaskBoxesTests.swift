import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

@Suite struct TaskBoxesTests {
    private func markdown(_ list: String) throws -> String {
        let prose =
            "<p>The ferry, the quay and the lock were mended by hand, says the parish, and nobody was paid for it.</p>"
        return try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array("\(prose)\(prose)\(list)".utf8), type: .html, scope: .content,
                arrival: Date(timeIntervalSince1970: 1_750_000_000))
        ).markdown
    }

    @Test(arguments: [
        #"<ul><li><input type="checkbox" checked disabled> oil the lock</li><li><input type="checkbox" disabled> paint it</li></ul>"#,
        #"<ul class="task-list"><li><p><label><input type=checkbox checked=""> oil the lock</label></p></li><li><p><input type=checkbox> paint it</p></li></ul>"#,
    ])
    func `keeps what is done and what is not`(list: String) throws {
        #expect(try markdown(list).hasSuffix("- [x] oil the lock\n- [ ] paint it"))
    }

    @Test func `draws no box twice`() throws {
        let item =
            #"<li><span><input type="checkbox" class="c"><label><span class="sr-only">▢</span></label></span> 400 g of flour</li>"#
        #expect(try markdown("<ul>\(item)\(item)</ul>").hasSuffix("- [ ] 400 g of flour"))
    }

    @Test(arguments: [
        #"<ul><li><input type="checkbox" name="colour" value="red"> red</li><li>blue</li></ul>"#,
        #"<ul><li>red <input type="checkbox"></li><li>blue</li></ul>"#,
    ])
    func `makes no task of a form's box`(list: String) throws {
        #expect(try markdown(list).hasSuffix("- red\n- blue"))
    }
}
