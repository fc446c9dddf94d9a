import Testing

@testable import LibXML

@Suite struct XMLReaderTests {
    private func read(_ text: String) throws(XMLReadError) -> XMLTape {
        try XMLReader.read(Array(text.utf8))
    }

    private func text(_ tape: XMLTape) -> [String] {
        tape.nodes.filter { $0.kind == .text || $0.kind == .attribute }
            .map { String(decoding: tape.value(of: $0), as: UTF8.self) }
    }

    @Test func `writes elements, attributes and text as nodes`() throws {
        let tape = try read(
            "<a xmlns='urn:x' b='1 &amp; 2'>t<c/><![CDATA[<d>]]>&#38;u<!-- x --></a>")
        #expect(
            tape.nodes.map(\.kind) == [.start, .attribute, .text, .start, .end, .text, .end])
        #expect(text(tape) == ["1 & 2", "t", "<d>&u"])
        #expect(tape.names.first == XMLTape.Name(prefix: nil, local: "a", namespace: "urn:x"))
        #expect(tape.nodes.first?.first == 6)
        #expect(tape.nodes.first?.second == 1)
    }

    @Test func `reads a document of many chunks as one of few`() throws {
        let words = String(repeating: "word &lt; ", count: 5_000)
        let tape = try read("<a><![CDATA[\(words)]]><b>\(words)</b></a>")
        #expect(text(tape).first == words)
        #expect(text(tape).last == words.replacing("&lt;", with: "<"))
    }

    @Test(arguments: ["<a>", "<a></b>", "<a>&</a>", "", "a", "<a b=c/>", "<a>\u{1}</a>"])
    func `refuses what is not well-formed:`(document: String) {
        #expect(throws: XMLReadError.self) { try read(document) }
    }

    @Test func `stops at entities`() {
        let billion = "<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;'>]>"
        #expect(throws: XMLReadError.entity) { try read(billion + "<a>&c;</a>") }
        #expect(throws: XMLReadError.entity) { try read(billion + "<a d='&c;'/>") }
        #expect(throws: XMLReadError.entity) { try read("<a>&nbsp;</a>") }
    }

    @Test func `keeps its limits`() {
        let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
        #expect(throws: XMLReadError.tooDeep(limit: 250)) { try read(deep) }
        let names = "<a>" + (0..<200).map { "<n\($0)/>" }.joined() + "</a>"
        #expect(throws: XMLReadError.tooManyNames(limit: 100)) {
            try XMLReader.read(Array(names.utf8), limits: XMLLimits(names: 100))
        }
        #expect(throws: XMLReadError.tooLarge(nodes: 50, bytes: 64 << 20)) {
            try XMLReader.read(Array(names.utf8), limits: XMLLimits(nodes: 50))
        }
        let attributes = "<a " + (0..<5_000).map { "b\($0)='1'" }.joined(separator: " ") + "/>"
        #expect(throws: XMLReadError.self) { try read(attributes) }
    }

    @Test func `knows the named characters of HTML`() {
        #expect(HTMLEntities.scalar(named: "eacute") == "é")
        #expect(HTMLEntities.scalar(named: "nosuch") == nil)
    }
}
