import BriefModel
import Foundation
import Testing

@testable import Settings

/// OPML as programs and people write it.
@Suite struct OutlineReadingTests {
    private static func list(_ body: String, head: String = "") -> [UInt8] {
        Array("\(head)<opml version=\"2.0\"><body>\(body)</body></opml>".utf8)
    }

    private func urls(_ bytes: [UInt8]) throws -> [String] {
        try SubscriptionsFile.read(bytes).feeds.map(\.url)
    }

    @Test(arguments: [
        (
            "<outline text=\"Salt & Vinegar\" xmlUrl=\"https://a.example/?x=1&y=2\"/>",
            "Salt & Vinegar"
        ),
        (
            "<outline text=\"Caf&eacute;&nbsp;Quay\" xmlUrl=\"https://a.example/?x=1&y=2\"/>",
            "Café\u{A0}Quay"
        ),
        ("<outline text=\"A\u{8}B\u{B}\" xmlUrl=\"https://a.example/?x=1&amp;y=2\"/>", "AB"),
        ("<outline text=\"A&#7;B\" xmlUrl=\"https://a.example/?x=1&amp;y=2\"/>", "AB"),
        ("<outline text='Tide < 2 m' xmlUrl='https://a.example/?x=1&y=2' />", "Tide < 2 m"),
        ("<outline text=\"A\" text=\"B\" xmlUrl=\"https://a.example/?x=1&amp;y=2\">", "A"),
        ("<outline text=Quay xmlUrl=\"https://a.example/?x=1&amp;y=2\"/>", "Quay"),
        (
            "<p>Hello & <br>goodbye<outline text=\"A\" xmlUrl=\"https://a.example/?x=1&y=2\"></p>",
            "A"
        ),
        ("<!-- never closed <outline text=\"A\" xmlUrl=\"https://a.example/?x=1&y=2\"/>", "A"),
        (
            "<outline text=\"A\u{FFFF}\" briefd:header-X Y=\"v\" xmlUrl=\"https://a.example/?x=1&amp;y=2\"/>",
            "A"
        ),
    ])
    func `reads what is not well-formed`(body: String, name: String) throws {
        let contents = try SubscriptionsFile.read(Self.list(body))
        #expect(contents.feeds.map(\.url) == ["https://a.example/?x=1&y=2"])
        #expect(contents.feeds.first?.name == name)
        #expect(contents.fault != nil && !contents.isCut && contents.problems.isEmpty)
    }

    @Test func `reads a file that breaks off as far as it goes, and says so`() throws {
        let whole = Self.list(
            (1...9).map { "<outline text=\"N\($0)\" xmlUrl=\"https://a.example/\($0)\"/>" }.joined()
        )
        var most = 0
        for length in stride(from: 80, to: whole.count, by: 7) {
            let contents = try SubscriptionsFile.read(Array(whole[..<length]))
            #expect(contents.feeds.count >= most && contents.isCut, "\(length)")
            most = contents.feeds.count
        }
        #expect(most == 9)
    }

    @Test(arguments: ["ISO-8859-1", "windows-1252", "utf-8", "UTF-16"])
    func `reads the character set that is declared`(charset: String) throws {
        let text = """
            \n <?xml version="1.0" encoding="\(charset)"?><opml><body>
            <outline text="Große Förde" xmlUrl="https://a.example/"/></body></opml>
            """
        let encoding: String.Encoding =
            charset == "utf-8" ? .utf8 : charset == "UTF-16" ? .utf16 : .isoLatin1
        let bytes = try #require(text.data(using: encoding))
        let contents = try SubscriptionsFile.read(Array(bytes))
        #expect(contents.feeds.first?.name == "Große Förde")
    }

    @Test func `knows attributes in any case, and addresses as people leave them`() throws {
        let body = """
            <OUTLINE TEXT="A" XMLURL="https://a.example/f"/><outline text="B" xmlURL=" https://b.example/f
            "/><outline text="C" type="rss" url="https://c.example/f"/>
            <outline text="D" type="rss" htmlUrl="https://d.example/"/>
            <outline text="E" xmlUrl="feed://e.example/f"/><outline text="F" xmlUrl="f.example/f"/>
            <outline text="G" xmlUrl="feed:https://g.example/f"/>
            <Outline text="H" xmlUrl="" htmlUrl="https://h.example/"/>
            """
        let contents = try SubscriptionsFile.read(Self.list(body))
        #expect(
            contents.feeds.map(\.url) == [
                "https://a.example/f", "https://b.example/f", "https://c.example/f",
                "https://d.example/",
                "http://e.example/f", "https://f.example/f", "https://g.example/f",
                "https://h.example/",
            ])
        #expect(contents.problems.isEmpty)
    }

    @Test func `says of each outline that is no feed why`() throws {
        let body = """
            <outline text="A" xmlUrl="exec:rm"/><outline text="B" xmlUrl="ftp://b.example/"/>
            <outline text="C" type="link" url="https://c.example/page"/>
            <outline text="D" type="include" url="https://d.example/more.opml"/>
            <outline text="E" type="rss"/><outline text="Empty folder"></outline>
            <outline text="Folder" htmlUrl="https://f.example/"><outline xmlUrl="https://g.example/"/></outline>
            <outline xmlUrl="https://h.example/?token=***"/>
            """
        let contents = try SubscriptionsFile.read(Self.list(body))
        #expect(contents.feeds.map(\.url) == ["https://g.example/"])
        #expect(
            contents.refused.map(\.outline) == [
                "exec:rm", "ftp://b.example/", "https://c.example/page",
                "https://d.example/more.opml",
                "E", "https://h.example/?token=***",
            ])
    }

    @Test func `has bounds for folders in folders and tags`() throws {
        let deep = 20_000
        let body =
            (0..<deep).map { "<outline text=\"t\($0)\">" }.joined()
            + "<outline xmlUrl=\"https://a.example/\" category=\""
            + (0..<deep).map { "c\($0)," }.joined() + "\"/>"
        let feed = try SubscriptionsFile.read(Self.list(body)).feeds.first
        #expect((feed?.tags.count ?? 0) > 30 && (feed?.tags.count ?? 0) <= 256)
    }

    @Test(arguments: [
        "https://a.example/x/feed", "HTTPS://A.Example:443/x/feed#top",
        "https://a.example/x/./feed",
        "https://a.example/x/y/../feed?", "https://a.example./x/f%65ed",
        " https://a.example/x/feed ",
        "<https://a.example/x/feed>", "\u{201C} a.example/x/feed \u{201D}", "'<a.example/x/feed>'",
        "feed:https://a.example/x/feed", "a.example/x/feed", "https://a.example/x/feed\u{FEFF}",
    ])
    func `spellings of one address have one key`(address: String) {
        #expect(FeedAddress.key(address) == FeedAddress.key("https://a.example/x/feed"))
    }

    @Test(arguments: [
        "https://b\u{FC}cher.example/", "https://B\u{DC}CHER.example/", "b\u{FC}cher.example",
        "https://xn--bcher-kva.example/", "https://bu\u{308}cher.example/",
    ])
    func `a host has one key in whatever letters`(address: String) {
        #expect(FeedAddress.key(address) == FeedAddress.key("https://XN--bcher-KVA.example"))
    }

    @Test(arguments: [
        ("http://a.example/my feed.xml", "http://a.example/my%20feed.xml"),
        ("a.example/x?q=two words", "https://a.example/x?q=two%20words"),
        ("feed://a.example/a b ", "http://a.example/a%20b"),
        ("http://a b.example/c d", "http://a b.example/c%20d"), ("two words", "two words"),
        ("localhost:8080/feed", "https://localhost:8080/feed"), ("javascript:1", "javascript:1"),
        ("mailto:ann@a.example", "mailto:ann@a.example"), ("localhost", "localhost"),
    ])
    func `an address is completed as people mean it`(address: String, completed: String) {
        #expect(FeedAddress.completed(address) == completed)
    }

    @Test func `too long a name or folder costs no feed`() throws {
        let long = String(repeating: "wide ", count: 2_000)
        let body =
            "<outline text=\"\(long)\"><outline text=\"\(long)\" xmlUrl=\"https://a.example/f\"/></outline>"
        let contents = try SubscriptionsFile.read(Self.list(body))
        let feed = try #require(contents.feeds.first)
        #expect(contents.refused.isEmpty && FeedCheck.faults(of: feed).isEmpty)
        #expect(feed.name?.hasPrefix("wide wide") == true && feed.tags.count == 1)
    }

    @Test(arguments: [
        "http://a.example/x/feed", "https://a.example/x/feed/", "https://a.example/x/feed?a",
        "https://a.example/x/Feed", "https://a.example:8443/x/feed", "https://a.example/x%2Ffeed",
        "https://b.a.example/x/feed",
    ])
    func `other addresses have another`(address: String) {
        #expect(FeedAddress.key(address) != FeedAddress.key("https://a.example/x/feed"))
    }
}
