import BriefModel
import Testing

@Suite struct PlainAddressTests {
    @Test(arguments: [
        ("https://q.example/a?utm_source=rss&utm_medium=rss", "https://q.example/a"),
        ("https://q.example/a?id=3&at_medium=RSS&at_campaign=x", "https://q.example/a?id=3"),
        ("https://q.example/a#ref=rss", "https://q.example/a"),
        ("https://q.example/a?fbclid=1#part", "https://q.example/a#part"),
        ("https://q.example/a?ref=rss", "https://q.example/a"),
        ("https://q.example/a#xtor=RSS-1", "https://q.example/a"),
        (
            "https://www.google.com/url?rct=j&sa=t&url=https://q.example/a%3Fid%3D3&ct=ga",
            "https://q.example/a?id=3"
        ),
        ("https://www.google.co.uk/url?q=https%3A%2F%2Fq.example%2Fa&sa=D", "https://q.example/a"),
        (
            "http://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fq.example%2fa&c=1",
            "https://q.example/a"
        ),
    ]) func `leaves out who followed a link`(address: String, plain: String) {
        #expect(PlainAddress.of(address) == plain)
    }

    @Test(arguments: [
        "https://q.example/a?id=3", "https://q.example/a#part", "https://q.example/?p=12",
        "https://q.example/a?ref=v2.1", "https://q.example/a?source=letters",
        "https://q.example/a#q=ferries", "https://www.google.com/search?q=https://q.example/a",
        "https://q.example/url?url=https://o.example/b", "mailto:ann@q.example", "",
    ]) func `keeps what leads to the page`(address: String) {
        #expect(PlainAddress.of(address) == address)
    }
}
