import Testing

@testable import BriefDaemon

@Suite struct LinkFileTests {
    private static let address = "https://example.org/über?a=1"

    private static func wide(_ text: String, bigFirst: Bool, mark: Bool) -> [UInt8] {
        ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigFirst ? pair : pair.reversed()
        }
    }

    @Test(arguments: [false, true], [false, true])
    func `reads UTF-16, with and without its mark`(bigFirst: Bool, mark: Bool) {
        let text = "[InternetShortcut]\r\nURL=\(Self.address)\r\nIconIndex=0\r\n"
        let file = LinkFile(Self.wide(text, bigFirst: bigFirst, mark: mark))
        #expect(file.addresses == [Self.address])
        #expect(file.others.isEmpty)
    }

    @Test func `reads what desktops write`() {
        let xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "plist.dtd">
            <plist version="1.0"><dict><key>URL</key>
            <string>https://example.org/a?b=1&amp;c=2</string></dict></plist>
            """
        let two = LinkFile(Array(xml.utf8))
        #expect(two.addresses == ["https://example.org/a?b=1&c=2"] && two.others.isEmpty)
        let binary =
            Array("bplist00".utf8) + [0xD1, 1, 2, 0x53] + Array("URL".utf8) + [0x5F, 0x10, 0x15]
            + Array("https://example.org/a".utf8) + [0x08, 0x0B, 0x0F]
            + [UInt8](repeating: 0, count: 26)
        #expect(LinkFile(binary).addresses == ["https://example.org/a"])
        let desktop = """
            [Desktop Entry]
            Encoding=UTF-8
            Type=Link
            Name=A page
            URL[$e]=https://example.org/a
            Icon=text-html
            """
        #expect(LinkFile(Array(desktop.utf8)).addresses == ["https://example.org/a"])
    }

    @Test func `reads what browsers write`() {
        let text = """
            [DEFAULT]
            BASEURL=https://example.org/frame
            [{000214A0-0000-0000-C000-000000000046}]
            Prop3=19,2
            [InternetShortcut]
            IDList=
            url= https://example.org/a
            IconFile=https://example.org/favicon.ico
            """
        #expect(LinkFile(Array("\u{FEFF}\(text)".utf8)).addresses == ["https://example.org/a"])
    }

    @Test func `keeps the order, and takes each once`() {
        let text = """
            https://example.org/2
            - https://example.org/1
            <https://example.org/3>
            # https://example.org/comment
            ; and another
            // a third
            My list for the week
            https://example.org/2
            """
        let file = LinkFile(Array(text.utf8))
        #expect(file.addresses.map { $0.suffix(1) } == ["2", "1", "3"])
        #expect(file.others.isEmpty)
    }

    @Test func `tells of what looks like an address and is none`() {
        let text =
            "www.example.org/page\nftp://example.org/file\nmailto:a@example.org\nProse. More."
        let file = LinkFile(Array(text.utf8))
        #expect(file.addresses.isEmpty)
        #expect(
            file.others == [
                "www.example.org/page", "ftp://example.org/file", "mailto:a@example.org",
            ])
    }

    @Test(arguments: [
        "[The ford](https://a.example/ford)", "https://a.example/ford # why",
        "(https://a.example/ford)",
        "https://a.example/ford,", "https://a.example/ford\tThe ford",
        "- [x] [A](https://a.example/ford);",
    ])
    func `finds the address among what people write beside it`(line: String) {
        #expect(LinkFile(line).addresses == ["https://a.example/ford"])
    }

    @Test func `takes several addresses of one line`() {
        #expect(
            LinkFile("https://a.example/1 https://a.example/2_(x)").addresses
                == ["https://a.example/1", "https://a.example/2_(x)"])
    }

    @Test func `takes of a property list the address, not that of its definition`() {
        let list = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.example/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0"><dict><key>URL</key><string>https://a.example/?a=1&amp;b=2</string></dict></plist>
            """
        #expect(LinkFile(Array(list.utf8)).addresses == ["https://a.example/?a=1&b=2"])
    }
}
