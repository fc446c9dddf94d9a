import Foundation

/// The bytes that are measured on: those of a folder, or pages and feeds that are made here.
struct Samples {
    var pages: [[UInt8]]
    var feeds: [[UInt8]]
    var origin: String

    /// No more than this is read, so that a run stays short.
    private static let limit = 64 << 20

    static func read(below folder: String) throws -> Samples {
        var samples = Samples(pages: [], feeds: [], origin: "from \(folder)")
        var room = limit
        for name in (FileManager.default.subpaths(atPath: folder) ?? []).sorted() where room > 0 {
            let isPage = name.hasSuffix(".html")
            guard isPage || name.hasSuffix(".feed") || name.hasSuffix(".xml") else { continue }
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
            room -= bytes.count
            if isPage { samples.pages.append(bytes) } else { samples.feeds.append(bytes) }
        }
        let made = Samples.made()
        if samples.pages.isEmpty { samples.pages = made.pages }
        if samples.feeds.isEmpty { samples.feeds = made.feeds }
        return samples
    }

    static func made() -> Samples {
        Samples(
            pages: (0..<200).map { Array(page($0).utf8) },
            feeds: [Array(feed(entries: 10_000).utf8)], origin: "made here")
    }

    static func paragraph(_ seed: Int) -> String {
        let words = [
            "harbour", "council", "evening", "letter", "bridge", "winter", "orchard", "signal",
            "market", "lantern", "valley", "archive", "weather", "carpenter", "river", "and",
            "the", "of", "with", "under", "before", "slowly", "carried", "measured", "repaired",
        ]
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        var text = ""
        for index in 0..<70 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            text += (index == 0 ? "" : index % 14 == 0 ? ", " : " ")
            text += words[Int(state % UInt64(words.count))]
        }
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private static func page(_ seed: Int) -> String {
        let links = (0..<60).map { "<li><a href=\"/section/\($0)\">Section number \($0)</a></li>" }
        let body = (0..<14).map { "<p class=\"text\">\(paragraph(seed * 100 + $0))</p>" }
        let related = (0..<12).map {
            "<div class=\"card\"><a href=\"/r/\($0)\">Story \($0)</a></div>"
        }
        return """
            <!DOCTYPE html><html lang="en"><head><title>Page \(seed) | Bench</title>
            <script>var settings = {"consent": true};</script></head><body>
            <nav><ul>\(links.joined())</ul></nav><main><article><h1>Page \(seed)</h1>
            \(body.joined(separator: "\n"))</article></main>
            <aside class="related">\(related.joined())</aside>
            <footer>\(links.joined())</footer></body></html>
            """
    }

    private static func feed(entries: Int) -> String {
        let items = (0..<entries).map { number in
            "<item><title>Entry \(number)</title><link>https://example.org/\(number)</link>"
                + "<guid>https://example.org/\(number)</guid>"
                + "<pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate>"
                + "<description><![CDATA[<p>\(paragraph(number))</p>]]></description></item>"
        }
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel>"
            + "<title>Bench</title><link>https://example.org/</link>\(items.joined(separator: "\n"))"
            + "</channel></rss>"
    }
}
