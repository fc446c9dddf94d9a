import LibXML
import Testing

@Suite struct BytesHashTests {
    private func hash(_ text: String) -> UInt64 { BytesHash.of(text.utf8Span.span) }

    @Test func `the same bytes have the same number, others have others`() {
        #expect(hash("card card--wide") == hash("card card--wide"))
        let texts = ["", "a", "b", "ab", "ba", "12345678", "123456789", "12345678\0", "\0", "\0\0"]
        #expect(Set(texts.map(hash)).count == texts.count)
    }
}
