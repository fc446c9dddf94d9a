import Testing

@testable import FeedParsing

@Suite struct AddressTests {
    /// The examples of RFC 3986 §5.4, and what feeds add.
    @Test(arguments: [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"),
        ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
        ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("", "http://a/b/c/d;p?q"),
        (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
        ("../..", "http://a/"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
        ("g;x=1/../y", "http://a/b/c/y"), (" g ", "http://a/b/c/g"), ("HTTPS://X/", "HTTPS://X/"),
    ]) func `resolves`(reference: String, expected: String) {
        #expect(Address.resolve(reference, base: "http://a/b/c/d;p?q") == expected)
    }

    @Test func `leaves what cannot be resolved`() {
        #expect(Address.resolve("g", base: nil) == "g")
        #expect(Address.resolve("g", base: "urn:x:y") == "g")
        #expect(Address.resolve("g", base: "http://a") == "http://a/g")
    }
}
