import Testing

@testable import Outputs

@Suite struct WebArchiveTests {
    @Test func `an index is sorted by host from its end, path and query`() {
        for (url, key) in [
            ("https://www.Example.org/Path/?b=2&a=1#x", "org,example)/path?a=1&b=2"),
            ("http://example.org", "org,example)/"),
            ("http://example.org:80/a", "org,example)/a"),
            ("http://sub.example.org:8080/a/b", "org,example,sub:8080)/a/b"),
            ("https://example.org/?q", "org,example)/?q"),
        ] { #expect(WebArchive.key(of: url) == key, "\(url)") }
    }

    @Test func `an archive without documents is whole`() throws {
        var archive = WebArchive(title: "None") { _ in nil }
        var bytes = archive.begin()
        bytes += try archive.end()
        let text = String(decoding: bytes, as: UTF8.self)
        for name in [
            "archive/data-0.warc.gz", "indexes/index.cdx", "pages/pages.jsonl", "datapackage.json",
            "datapackage-digest.json",
        ] { #expect(text.contains(name), "\(name)") }
    }
}
