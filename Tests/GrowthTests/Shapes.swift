/// The shapes that are measured: those that were once slow, those that parsers are known to be slow at, and mixtures
/// of the pieces of each format, chosen by a seed.
enum Shapes {
    static let all: [Shape] =
        MarkdownShapes.all + HTMLShapes.all + TextShapes.all + FeedShapes.all + SettingsShapes.all
        + PackedShapes.all
        + mixtures

    /// Rows of marks that are reordered, and characters that join what stands beside them.
    static let marks = [
        "\u{301}\u{323}", "\u{5B1}\u{5B0}", "\u{F73}", "\u{344}\u{323}", "\u{200D}", "\u{FE0F}",
        "\u{1F1E6}", "\u{1100}", "\u{600}", "\u{300}\u{200B}\u{316}",
    ]

    private static let mixtures: [Shape] = {
        var generator = SplitMix(seed: 20_261_127)
        var shapes: [Shape] = []
        for (entrance, pieces, count) in Pieces.all {
            for _ in 0..<count {
                let unit = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    pieces.randomElement(using: &generator) ?? ""
                }.joined()
                if Bool.random(using: &generator) {
                    shapes.append(.run(entrance, unit))
                } else {
                    let other = pieces.randomElement(using: &generator) ?? ""
                    shapes.append(.nest(entrance, unit, "a", other))
                }
            }
        }
        return shapes
    }()
}

/// A generator that gives the same numbers each time (Steele, Lea and Flood, SplitMix64).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// What the documents of each format are made of.
enum Pieces {
    static let all: [(Entrance, [String], Int)] = [
        (.html, html, 40), (.ruledPage, html, 8), (.discovery, html, 6), (.markdown, markdown, 40),
        (.text, text, 20), (.feed, xml, 10), (.brokenFeed, xml, 14), (.opml, xml, 4),
        (.jsonFeed, json, 8), (.linkedData, json, 6), (.hiddenJSON, json, 6),
        (.frontMatter, yaml, 8), (.configuration, toml, 4), (.siteRule, rule, 4),
        (.byline, names, 8), (.date, dates, 6), (.feedDate, dates, 4), (.address, addresses, 4),
        (.links, addresses, 4), (.mail, mail, 12), (.mailPage, html, 10), (.mailHeader, mail, 6),
        (.mailbox, mail, 6), (.savedPage, mail, 6), (.zipNames, mail, 2), (.webArchive, mail, 4),
    ]

    private static let mail = [
        "--b\n", "--b--\n", "\n", "\n\n", "Content-Type: multipart/mixed; boundary=b\n",
        "Content-Type: text/plain; format=flowed\n", "Content-Transfer-Encoding: base64\n",
        "From a@b.example Fri Mar  6 09:30:00 2026\n", ">From a\n", "=?utf-8?q?a?=", "=?", "?=",
        "(", ")", "\"", "\\", "<", ">", ",", ";", ":", "a", " ", "\t", "=\n", "=C3=A4", "QUJD",
        "Content-Type: message/rfc822\n", "filename*0*=utf-8''a%20; ", "name=\"a.zip\"; ",
        "<key>WebResourceData</key><data>", "</data>", "PK\u{1}\u{2}", "> ", ">> a \n", "-- \n",
        "Unsubscribe\n", "https://a.example/?u=https%3A%2F%2Fb.example ", "\u{301}\u{323}",
    ]

    private static let html = [
        "<p>", "</p>", "<b>", "</b>", "<a href=x>", "</a>", "<table>", "<tr>", "<td>", "</table>",
        "<ul>", "<li>", "<h1>", "</h1>", "<blockquote>", "<pre>", "<div class=comment>", "</div>",
        "<!--", "-->", "<script>", "</script>", "<style>", "<svg>", "</svg>", "<title>", "<br>",
        "<img src=a.png alt=b>", "<", ">", "\"", "'", "=", "&", "&amp;", "&#769;&#803;", "/", "\n",
        " ", "word ", "Some words of a sentence. ", "2021-01-01 ", "By Ann Lee ", "<article>",
        "<time datetime=2021>", "<form>", "<select><option>", "<iframe>", "<noscript>", "\u{301}",
        "<sup><a href=#n>1</a></sup>", "<x-y>", "<span id=n>", "!", "*", "<meta name=author>",
    ]
    private static let markdown = [
        "*", "**", "_", "`", "``", "[", "]", "(", ")", "](", "](<", "![", "[a]", "[a][b]",
        "[a](http://b)", "> ", "- ", "1. ", "\n", "\n\n", "    ", "\t", "|", "|-|-|\n", "<", ">",
        "</a>", "<!--", "-->", "<?", "<![CDATA[", "&", "&amp;", "\\", "~~", "~~~\n", "```\n", "#",
        "===\n", "---\n", "a", "a ", "[a]: http://b\n", "[^1]", "\u{301}\u{323}", "é", "  \n",
        "http://a.b/c ", "a@b.c ", "***", "+ ", "<http://a>", ":", "\"", "!",
    ]
    private static let text = [
        "a", "ab\n", "\n", "\n\n", " ", "    ", "\t", "Word word word. ", "Word\n", "- ", "* ",
        "1. ", "---\n", "===\n", "> ", "By Ann Lee\n", "2021-01-01\n", "http://a.b/c\n", "©", "中",
        "中文。", "\u{301}", "\u{200B}", "\r", "\u{2028}", "#", "|", "Share this\n", "1/2/2021 ",
        "A Title\n\n", "(c) 2021\n", "…", ".", ",",
    ]
    private static let xml = [
        "<item>", "</item>", "<title>", "</title>", "<link>", "a", " ", "<a:b xmlns:a='c'>",
        "</a:b>", "<description>", "</description>", "<![CDATA[", "]]>", "&amp;", "&#769;&#803;",
        "&lt;p&gt;", "<!--", "-->", "<?a?>", "<a b='c'>", "</a>", "<", ">", "&", "'", "\"", "\n",
        "<outline text='a' xmlUrl='http://b/'/>", "<guid>b</guid>", "<category>c</category>",
        "<pubDate>Mon, 01 Jan 2021 00:00:00 GMT</pubDate>", "<content:encoded>", "\u{301}",
    ]
    private static let json = [
        "{", "}", "[", "]", ",", ":", "\"a\":", "\"title\":\"b\",", "\"items\":[", "\"", "\\\"",
        "\\u0301\\u0323", "\\ud83d", "1", "null,", "\"content_html\":\"<p>c</p>\",", " ", "\n",
        "\"articleBody\":\"Some words. \",", "\"author\":{\"name\":\"Ann Lee\"},", "\"@graph\":[",
        "{\"id\":\"1\",\"url\":\"http://a/\"},", "\u{301}", "\\", "true,", "-1e9,",
    ]
    private static let yaml = [
        "a: b\n", "title: c\n", "- d\n", "  e: f\n", "[", "]", "\"", "'", ":", "#", "|\n", ">\n",
        "---\n", "...\n", "tags: [a, b]\n", "date: 2021-01-01\n", "\\\"", " ", "\u{301}\u{323}",
    ]
    private static let toml = [
        "a = 1\n", "[b]\n", "[[feed]]\n", "url = \"http://a/\"\n", "\"", "'", "#", "\n", "[", "]",
        ".", "= ", "{a=1}", "\"\"\"", "c.d = 2\n",
    ]
    private static let rule = [
        "title: //h1\n", "body: //p\n", "strip: //a\n", "# a\n", "\n", "find_string: a\n", ":", "(",
        "replace_string(a): b\n", "//a/", "tidy: no\n", "a", "):", "\u{301}",
    ]
    private static let names = [
        "By ", "Ann Lee", ", ", " and ", "A", ".", " ", "-", "'", "von ", "Dr. ", "(", ")", "|",
        "http://a/", "@a", "Reuters", "李", "\u{301}\u{323}", "Staff ", "/", ";",
    ]
    private static let dates = [
        "1", "12", "2021", "-", "/", ".", " ", ":", "T", "Z", "+01:00", "Jan", "January ", "Mon, ",
        "PM", ",", "年", "月", "日", "th", "of ", "\u{301}\u{323}", "GMT",
    ]
    private static let addresses = [
        "http://", "a", "/", ".", "..", "../", "?", "#", "%41", "%", ":", "@", "\n", " ", "é", "&",
        "=", "https://b.c/d\n", "URL=http://e/\n", "\u{301}\u{323}", "\\",
    ]
}
