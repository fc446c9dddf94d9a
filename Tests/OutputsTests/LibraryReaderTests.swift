import LibXML
import Testing

@testable import Outputs

@Suite struct LibraryReaderTests {
    private func read(_ text: String) throws -> [ImportedItem] {
        try LibraryReader.read(Array(text.utf8)) { $0 == "the-slug" ? "<p>Beside.</p>" : nil }
    }

    @Test func `wallabag gives articles with facts and tags`() throws {
        let items = try read(
            """
            [{"id":1,"title":"The lock","url":"https://example.org/lock","content":"<p>Words.</p>","is_archived":0,
              "tags":["harbour","a/b"],"published_at":"2026-02-03T10:00:00+0100","published_by":["Ann Miller"],
              "created_at":"2026-03-01T00:00:00+00:00","language":"en"},
             {"title":"Bare","url":"https://example.org/bare","tags":[],"content":""}]
            """)
        #expect(items.count == 2 && items[0].isDocument && !items[1].isDocument)
        #expect(items[0].authors == ["Ann Miller"] && items[0].tags == ["harbour", "a/b"])
        let html = String(decoding: ImportedDocument.html(of: items[0]), as: UTF8.self)
        #expect(html.contains("<link rel=\"canonical\" href=\"https://example.org/lock\">"))
        #expect(html.contains("<p>Words.</p>") && html.contains("<h1>The lock</h1>"))
        #expect(ImportedDocument.folders(of: items[0]) == ["harbour", "ab"])
    }

    @Test func `Omnivore's texts lie beside, FreshRSS has seconds and labels`() throws {
        let omnivore = try read(
            """
            [{"slug":"the-slug","title":"T","url":"https://e.org/t","author":"Bo","labels":["x","y"],
              "publishedAt":"2024-05-06T07:08:09.000Z","savedAt":"2024-06-01T00:00:00.000Z"}]
            """)
        #expect(omnivore.first?.html == "<p>Beside.</p>" && omnivore.first?.tags == ["x", "y"])
        #expect(omnivore.first?.published == "2024-05-06T07:08:09Z")
        let starred = try read(
            """
            {"id":"user/-/state/com.google/starred","items":[{"title":"S","published":1700000000,"author":"C",
              "canonical":[{"href":"https://e.org/s"}],"categories":["user/-/state/com.google/read","user/-/label/News"],
              "summary":{"content":"<p>Sum.</p>"}},{"title":"nothing"}]}
            """)
        #expect(starred.count == 1 && starred[0].tags == ["News"])
        #expect(starred[0].published == "2023-11-14T22:13:20Z" && starred[0].html == "<p>Sum.</p>")
    }

    @Test func `tables of Pocket, Instapaper and Readwise give addresses with tags`() throws {
        let pocket = try read(
            "title,url,time_added,tags,status\r\n\"A, \"\"b\"\"\",https://e.org/1,1700000000,x|y,unread\r\n"
                + "https://e.org/2,https://e.org/2,1,,archive\r\nbad,javascript:alert(1),1,,unread\r\n"
        )
        #expect(pocket.map(\.url) == ["https://e.org/1", "https://e.org/2"])
        #expect(
            pocket[0].title == "A, \"b\"" && pocket[0].tags == ["x", "y"] && pocket[1].title == nil)
        let instapaper = try read(
            "URL,Title,Selection,Folder,Timestamp,Tags\nhttps://e.org/3,T,,Harbour,1,\"[\"\"q\"\"]\"\n"
                + "https://e.org/4,T,,Unread,1,[]\n")
        #expect(instapaper[0].tags == ["q", "Harbour"] && instapaper[1].tags.isEmpty)
        let readwise = try read(
            "\u{FEFF}Title,URL,ID,Document tags,Saved date\nT,https://e.org/5,1,\"['a', 'b']\",2024-01-01\n"
        )
        #expect(readwise[0].tags == ["a", "b"] && readwise[0].published == nil)
    }

    @Test(
        arguments: [
            ("\"2026-02-03T10:00:00+0100\"", "2026-02-03T10:00:00+01:00"),
            ("\"2026-02-03 10:00:00+00:00\"", "2026-02-03T10:00:00+00:00"),
            ("\"2026-02-03\"", "2026-02-03T00:00:00Z"), ("1700000000", "2023-11-14T22:13:20Z"),
            ("1700000000000", "2023-11-14T22:13:20Z"), ("1700000000.5", "2023-11-14T22:13:20Z"),
            ("\"1700000000\"", "2023-11-14T22:13:20Z"), ("\"2026\"", nil), ("\"\"", nil),
            ("null", nil),
            ("-5", nil), ("1e300", nil), ("[1]", nil), ("\"Tuesday\"", nil),
        ] as [(String, String?)])
    func `dates are read as programs write them`(date: String, wanted: String?) throws {
        let items = try read(
            "[{\"published_at\":\(date),\"content\":\"<p>x</p>\",\"url\":\"https://e.org/a\"}]")
        #expect(items.first?.published == wanted)
        let starred = try read(
            "{\"items\":[{\"published\":\(date),\"alternate\":[{\"href\":\"https://e.org/a\"}]}]}")
        #expect(starred.first?.published == wanted)
    }

    @Test func `fields may be empty, null or in another order, and titles hold references`() throws
    {
        let items = try read(
            """
            [{"tags":null,"published_by":null,"content":null,"language":null,"published_at":null,
              "title":"Tom &amp; J&eacute;r&ocirc;me&#8217;s &lt;b&gt;","url":"https://e.org/a"},
             {"title":null,"url":"https://e.org/b","tags":[{"label":"x","slug":"y"},{"name":""},3],"author":""}]
            """)
        #expect(items[0].title == "Tom & Jérôme’s <b>" && items[0].tags.isEmpty)
        #expect(items[1].title == nil && items[1].tags == ["x"] && items[1].authors.isEmpty)
        let embedded = try read(
            "{\"page\":1,\"_embedded\":{\"items\":[{\"url\":\"https://e.org/c\",\"content\":\"<p>c</p>\"}]}}"
        )
        #expect(embedded.map(\.url) == ["https://e.org/c"] && embedded[0].isDocument)
        let tables = [
            "Tags;URL;Title\r\n\"a;b|c\";https://e.org/1;\"T &amp; U\"\r\n;https://e.org/2;\r\n",
            "tags\turl\ttitle\ra;b|c\thttps://e.org/1\tT & U\r\thttps://e.org/2\t\r",
            "\u{FEFF}\"title\",\"tags\",\"url\"\nT & U,a;b|c,https://e.org/1\n,,https://e.org/2",
        ]
        for table in tables {
            let rows = try read(table)
            #expect(rows.map(\.url) == ["https://e.org/1", "https://e.org/2"], "\(table)")
            #expect(rows[0].title == "T & U" && rows[0].tags == ["a;b", "c"], "\(table)")
            #expect(rows[1].title == nil && rows[1].tags.isEmpty)
        }
    }

    @Test(
        arguments: [
            ("x|children's books, old", ["x", "children's books, old"]), ("a, b", ["a", "b"]),
            ("[\"a, b\",\"c's\"]", ["a, b", "c's"]),
            ("['a, b', \"it's\", c]", ["a, b", "it's", "c"]),
            ("[]", []), ("", []), (" , ", []), ("[\"", ["[\""]), ("['a", ["['a"]), ("['']", []),
            ("[a|b]", ["a|b"]),
        ] as [(String, [String])])
    func `tags in one text are told apart`(text: String, wanted: [String]) {
        #expect(ImportedTags.split(text) == wanted)
    }

    @Test func `Chromium's file of bookmarks has folders beneath its roots`() throws {
        let items = try read(
            """
            {"checksum":"x","roots":{"other":{"children":[],"name":"Other bookmarks","type":"folder"},
             "bookmark_bar":{"children":[{"name":"One","type":"url","url":"https://e.org/1","date_added":"1"},
               {"name":"Ports","type":"folder","children":[{"name":"Two","type":"url","url":"https://e.org/2"},
                 {"name":"no","type":"url","url":"chrome://flags"}]}],"name":"Bookmarks bar"}},"version":1}
            """)
        #expect(items.map(\.url) == ["https://e.org/1", "https://e.org/2"])
        #expect(items[0].tags.isEmpty && items[1].tags == ["Ports"] && items[1].title == "Two")
    }

    @Test func `bookmarks have the folders that they lie in`() throws {
        let items = try read(
            """
            <!DOCTYPE NETSCAPE-Bookmark-file-1>
            <TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
            <DL><p><DT><H3 ADD_DATE="1">Ports &amp; locks</H3>
            <DL><p><DT><A HREF="https://e.org/a?x=1&amp;y=2" ADD_DATE="1700000000" TAGS="t,u">One &lt;1&gt;</A>
            <DT><H3>Deep</H3><DL><p><DT><A HREF='https://e.org/b'>Two</A></DL><p></DL><p>
            <DT><A HREF="place:sort=8">no</A><DT><A HREF=https://e.org/c>Three</DL>
            """)
        #expect(
            items.map(\.url) == ["https://e.org/a?x=1&y=2", "https://e.org/b", "https://e.org/c"])
        #expect(items[0].title == "One <1>" && items[0].tags == ["t", "u", "Ports & locks"])
        #expect(items[1].tags == ["Ports & locks", "Deep"] && items[2].tags.isEmpty)
    }

    @Test(arguments: [
        "", "   ", "{", "[1,2]", "{\"a\":1}", "plain words", "a,b\n1,2", "\u{0}\u{1}",
        "{\"items\":", "[{\"title\":\"no address\"}]",
    ])
    func `what is no export is refused`(text: String) {
        #expect(throws: LibraryReader.Failure.self) { try read(text) }
    }

    @Test func `a list of feeds is named as what it is`() {
        #expect(throws: LibraryReader.Failure.isOutline) {
            try read("<?xml version=\"1.0\"?><opml/>")
        }
    }

    @Test(arguments: [
        "<a href=", "<DL>", "<a href=\"https://e.org/\" ", "<", "\"", "a,", "&", "<h3>",
    ])
    func `a large export of one mark takes no long time`(mark: String) {
        let text = String(repeating: mark, count: 400_000 / mark.utf8.count)
        _ = try? read("<html>" + text)
        _ = try? read("url,title\n" + text)
        #expect(CharacterReferences.resolved(text).utf8.count <= text.utf8.count)
    }

    @Test func `tags are names that a spool takes`() {
        var item = ImportedItem(url: "https://e.org/")
        item.tags = ["../x", ".hidden", "", "a\u{0}b", "part~", "same", "same", "five", "six"]
        #expect(ImportedDocument.folders(of: item) == ["x", "hidden", "ab", "part"])
        item.tags = [String(repeating: "é", count: 99), " ", "...", "ok"]
        #expect(ImportedDocument.folders(of: item) == ["ok"])
    }
}
