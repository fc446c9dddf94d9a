import Testing

@testable import ArticleExtraction

@Suite struct StatedAddressTests {
    private let source = "https://a.example/river/mill"

    @Test(arguments: [
        "https://a.example/", "http://localhost:3000/river/mill",
        "https://a.example/river/undefined",
        "https://build.internal/river/mill", "http://127.0.0.1/river/mill",
        "https://a.example/{{ page }}",
    ])
    func `does not believe what cannot be the page's address`(address: String) {
        #expect(!StatedAddress.isBelieved(address, from: source))
    }

    @Test func `believes other addresses of the page`() {
        #expect(StatedAddress.isBelieved("https://b.example/mill", from: source))
        #expect(StatedAddress.isBelieved("https://a.example/", from: "https://a.example/?p=1"))
        #expect(StatedAddress.isBelieved("https://a.example/", from: nil))
        #expect(StatedAddress.isBelieved("http://localhost/mill", from: "http://localhost/x/mill"))
    }

    @Test(arguments: [
        ("HTTPS://A.example/River#comments", "https://a.example/River"),
        ("https://a.example/#!/mill", "https://a.example/#!/mill"),
        ("https://a.example/mill?p=1", "https://a.example/mill?p=1"),
    ])
    func `writes an address without the place in the page`(address: String, plain: String) {
        #expect(StatedAddress.plain(address) == plain)
    }

    @Test(arguments: [
        (
            "https://web.archive.org/web/20211005091500/https://a.example/mill",
            "https://a.example/mill"
        ),
        (
            "https://web.archive.org/web/20211005091500id_/http://a.example/mill?p=1",
            "http://a.example/mill?p=1"
        ),
        ("https://archive.ph/2021.10.05-091500/https://a.example/mill", "https://a.example/mill"),
        ("https://web.archive.org/", "https://web.archive.org/"),
        ("https://archive.ph/AbC12", "https://archive.ph/AbC12"),
        ("https://a.example/to/https://b.example/", "https://a.example/to/https://b.example/"),
    ])
    func `knows the page that an archive shows`(address: String, original: String) {
        #expect(ArchivedAddress.original(of: address) == original)
    }
}
