import BriefModel
import Documents
import Testing

@Suite("PackedDocument")
struct PackedDocumentTests {
    @Test("what a file holds alone has no name in it, and furniture may stand around it")
    func defaults() {
        let document = PackedDocument(type: .html, bytes: Array("<p>x</p>".utf8))
        #expect(document.name.isEmpty)
        #expect(document.scope == .page)
        #expect(document.known == KnownFacts())
    }
}
