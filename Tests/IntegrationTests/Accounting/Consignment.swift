import Foundation

/// Thousands of things of all kinds for all doors, with what must become of each.
///
/// Everything bears a number of its own, in its title or its name, by which it is found again.
struct Consignment {
    /// What becomes of a thing.
    enum Fate: Hashable {
        /// An article of this title.
        case article(title: String)
        /// The second arrival of a text that was dropped under two names with this number.
        case sighting(number: Int)
        /// A file in this queue.
        case file(queue: String, name: String)
        /// An address that stays, alone or with others, in a list that was set aside.
        case address(path: String)
        /// Listed as not taken.
        case notTaken(subject: String)
    }

    private(set) var fates: [Fate] = []
    private(set) var files: [(name: String, bytes: Data)] = []
    /// Path of a feed on the server, to its items.
    private(set) var feeds: [String: String] = [:]
    /// Path of a page on the server, to its status and body.
    private(set) var pages: [String: (status: Int, body: String)] = [:]
    private var number = 0
    private let server: String

    init(server: String) {
        self.server = server
        pollEntries()
        pollShortEntries()
        pollEntriesOfOneLink()
        pollLinks()
        dropFeeds()
        dropLists()
        dropFiles()
        dropLitter()
    }

    private mutating func next() -> Int {
        number += 1
        return number
    }

    private func title(_ number: Int) -> String { "Thing \(number) of the consignment" }

    private func words(_ number: Int) -> String {
        "<p>" + Prose.paragraphs(50_000 + number, count: 1)[0] + "</p>"
    }

    private func item(
        guid: String?, title: String?, link: String?, html: String, date: String? = nil
    ) -> String {
        func element(_ name: String, _ text: String?) -> String {
            text.map { "<\(name)>\($0)</\(name)>" } ?? ""
        }
        return "<item>" + element("guid", guid) + element("title", title) + element("link", link)
            + element("pubDate", date) + "<description><![CDATA[\(html)]]></description></item>"
    }

    private func rss(_ name: String, _ items: [String]) -> String {
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>\(name)</title>"
            + "<link>http://\(name).invalid/</link>\(items.joined())</channel></rss>"
    }

    private mutating func feed(
        _ name: String, count: Int, _ make: (inout Consignment, Int) -> String
    ) {
        var items: [String] = []
        for _ in 0..<count {
            let number = next()
            items.append(make(&self, number))
        }
        feeds["/feed/\(name)"] = rss(name, items)
    }

    /// Entries that carry their article.
    private mutating func pollEntries() {
        for name in ["one", "two"] {
            feed(name, count: 600) { all, n in
                all.fates.append(.article(title: all.title(n)))
                return all.item(
                    guid: "one-\(n)", title: all.title(n), link: "http://one.invalid/\(n)",
                    html: all.words(n))
            }
        }
    }

    /// Entries that say the same few words, and some that say nothing.
    private mutating func pollShortEntries() {
        feed("short", count: 400) { all, n in
            all.fates.append(.article(title: all.title(n)))
            return all.item(
                guid: "short-\(n)", title: all.title(n), link: "http://short.invalid/\(n)",
                html: "<p>Bug fixes and small improvements.</p>")
        }
        feed("empty", count: 40) { all, n in
            all.fates.append(.notTaken(subject: "empty-\(n)"))
            return all.item(guid: "empty-\(n)", title: nil, link: nil, html: "")
        }
    }

    /// Entries on one page, told apart by #fragments, and entries that differ by their day only.
    private mutating func pollEntriesOfOneLink() {
        feed("fragments", count: 200) { all, n in
            all.fates.append(.article(title: all.title(n)))
            return all.item(
                guid: nil, title: all.title(n), link: "http://log.invalid/changes#v\(n)",
                html: all.words(n))
        }
        feed("days", count: 60) { all, n in
            all.fates.append(.article(title: "Weather of the day"))
            let date = String(
                format: "%02d %@ 2026 06:00:00 GMT", n % 28 + 1, n % 2 == 0 ? "Jan" : "Feb")
            return all.item(
                guid: nil, title: "Weather of the day", link: "http://weather.invalid/today",
                html: all.words(n), date: date)
        }
    }

    /// Entries that only link to their page; some pages are not there.
    private mutating func pollLinks() {
        feed("links", count: 200) { all, n in
            all.fates.append(.article(title: all.title(n)))
            all.pages["/page/\(n)"] =
                n % 5 == 0
                ? (404, "<html><body><h1>Not here</h1></body></html>") : (200, all.page(n))
            return all.item(
                guid: "link-\(n)", title: all.title(n), link: "\(all.server)/page/\(n)", html: "")
        }
    }

    private func page(_ number: Int) -> String {
        "<!DOCTYPE html><html lang=\"en\"><head><title>\(title(number))</title></head><body><nav>"
            + "<a href=\"/\">Home</a></nav><article><h1>\(title(number))</h1>\(words(number))"
            + "</article></body></html>"
    }

    private mutating func dropFeeds() {
        for file in 1...5 {
            var items: [String] = []
            for _ in 0..<200 {
                let n = next()
                switch n % 10 {
                case 0:
                    fates.append(.notTaken(subject: "bare-\(n)"))
                    items.append(item(guid: "bare-\(n)", title: nil, link: nil, html: ""))
                case 1:
                    fates.append(.article(title: title(n)))
                    items.append(
                        item(
                            guid: nil, title: title(n), link: "http://drop.invalid/\(n)", html: ""))
                default:
                    fates.append(.article(title: title(n)))
                    items.append(
                        item(
                            guid: "drop-\(n)", title: title(n), link: "http://drop.invalid/all",
                            html: words(n)))
                }
            }
            files.append(("feed-\(file).xml", Data(rss("drop\(file)", items).utf8)))
        }
    }

    /// Lists of addresses: pages, what is gone for good, and what is no page.
    private mutating func dropLists() {
        for list in 1...4 {
            var addresses: [String] = []
            for _ in 0..<50 {
                let n = next()
                let path = "/listed/\(n)"
                addresses.append(server + path)
                switch n % 10 {
                case 3:
                    pages[path] = (410, "gone")
                    fates.append(.address(path: path))
                case 7:
                    pages[path] = (200, "%PDF-1.4 \u{0}\u{1}\u{2}")
                    fates.append(.address(path: path))
                default:
                    pages[path] = (200, page(n))
                    fates.append(.article(title: title(n)))
                }
            }
            files.append(("list-\(list).url", Data(addresses.joined(separator: "\n").utf8)))
        }
    }

    private mutating func dropFiles() {
        for _ in 0..<900 {
            let n = next()
            let text =
                title(n) + "\n\n" + Prose.paragraphs(50_000 + n, count: 2).joined(separator: "\n\n")
            files.append((["", "a/", "a/b/"][n % 3] + "thing-\(n).txt", Data(text.utf8)))
            fates.append(.article(title: title(n)))
            if n % 3 == 0 {
                files.append(("again/copy-\(n).txt", Data(text.utf8)))
                fates.append(.sighting(number: n))
            }
        }
        for _ in 0..<300 {
            let n = next()
            files.append(("page-\(n).html", Data(page(n).utf8)))
            fates.append(.article(title: title(n)))
        }
        for _ in 0..<80 {
            let n = next()
            let (name, bytes) =
                switch n % 4 {
                case 0: ("report-\(n).pdf", Data("%PDF-1.4 \u{0}\u{1}".utf8))
                case 1: ("empty-\(n).html", Data("<html><body></body></html>".utf8))
                case 2: ("cut-\(n).html.gz", Data([0x1F, 0x8B, 8, 0, 0]))
                default: ("nothing-\(n).txt", Data())
                }
            files.append((name, bytes))
            fates.append(.file(queue: "corrupt", name: name))
        }
    }

    /// What is no document: senders' temporary files and systems' litter.
    private mutating func dropLitter() {
        for _ in 0..<60 {
            let n = next()
            let folder = "litter-\(n)/"
            let name = ["desktop.ini", "Thumbs.db", "note-\(n).txt.part", "x-\(n).html.filepart"][
                n % 4]
            files.append((folder + name, Data("[x]".utf8)))
            fates.append(.file(queue: "ignored", name: folder + name))
        }
    }
}
