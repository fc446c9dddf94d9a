import BriefModel
import Foundation

/// Forms in which one article comes twice: what people, mail programs and printers make of it.
struct CopiedForm: Sendable {
    var name: String
    var make: @Sendable (Article) -> Document?

    /// Prose in paragraphs, without lists, tables and code: every form can bear it.
    static func isFit(_ article: Article) -> Bool {
        let blocks = article.markdown.components(separatedBy: "\n\n")
        return article.title != nil && article.wordCount >= 150 && article.wordCount <= 4_000
            && blocks.allSatisfy { block in
                guard let first = block.first, block.count > 60 else { return false }
                return first.isLetter || first == "“" || first == "\""
            }
    }

    static let all: [CopiedForm] = [
        CopiedForm(name: "text") { text($0, paragraphs($0)) },
        CopiedForm(name: "undeclared windows-1252") { article in
            let all = lines(article, paragraphs(article)).joined(separator: "\n\n")
            return all.data(using: .windowsCP1252).map { Document(bytes: [UInt8]($0)) }
        },
        CopiedForm(name: "wrapped at 60") { text($0, paragraphs($0).map { wrap($0, 60) }) },
        CopiedForm(name: "wrapped at 72") { text($0, paragraphs($0).map { wrap($0, 72) }) },
        CopiedForm(name: "wrapped at 72, indented paragraphs") { article in
            text(
                article, [paragraphs(article).map { "    " + wrap($0, 72) }.joined(separator: "\n")]
            )
        },
        CopiedForm(name: "each line indented") { article in
            text(article, paragraphs(article).map { indent(wrap($0, 68), "    ") })
        },
        CopiedForm(name: "double-spaced") { article in
            text(article, [paragraphs(article).joined(separator: "\n\n\n\n")])
        },
        CopiedForm(name: "wrapped and double-spaced") { article in
            text(
                article,
                [
                    paragraphs(article).map { wrap($0, 72).replacing("\n", with: "\n\n") }
                        .joined(separator: "\n\n\n\n")
                ])
        },
        CopiedForm(name: "hyphenated at line ends") { article in
            text(article, paragraphs(article).map { hyphenated($0, 60) })
        },
        CopiedForm(name: "quoted") { article in
            let all = lines(article, paragraphs(article)).joined(separator: "\n\n")
            return Document(indent(all, "> "))
        },
        CopiedForm(name: "quoted and wrapped") { article in
            let all = lines(article, paragraphs(article).map { wrap($0, 70) })
            return Document(indent(all.joined(separator: "\n\n"), "> "))
        },
        CopiedForm(name: "quoted below a reply line") { article in
            let all = lines(article, paragraphs(article).map { wrap($0, 70) })
            return Document(
                "On Mon, 2 Mar 2026 at 09:14, Ann Miller <ann@example.org> wrote:\n\n"
                    + indent(all.joined(separator: "\n\n"), "> "))
        },
        CopiedForm(name: "forwarded") { article in
            let all = lines(article, paragraphs(article)).joined(separator: "\n\n")
            return Document(
                """
                ---------- Forwarded message ---------
                From: Ann Miller <ann@example.org>
                Date: Mon, 2 Mar 2026 at 09:14
                Subject: Fwd: \(article.title ?? "")
                To: Ben Ward <ben@example.org>


                \(all)
                """)
        },
        CopiedForm(name: "forwarded, in German") { article in
            let all = lines(article, paragraphs(article)).joined(separator: "\n\n")
            return Document(
                """
                -------- Weitergeleitete Nachricht --------
                Betreff: \(article.title ?? "")
                Datum: Mon, 2 Mar 2026 09:14:02 +0100
                Von: Ann Miller <ann@example.org>
                An: Ben Ward <ben@example.org>

                \(all)
                """)
        },
        CopiedForm(name: "signature \"-- \"") { article in
            text(
                article, paragraphs(article) + ["-- \nAnn Miller\nHarbour Notes, +44 20 7946 0000"])
        },
        CopiedForm(name: "Sent from my phone") { article in
            text(article, paragraphs(article) + ["Sent from my iPhone"])
        },
        CopiedForm(name: "Von meinem iPhone gesendet") { article in
            text(article, paragraphs(article) + ["Von meinem iPhone gesendet"])
        },
        CopiedForm(name: "print view") { article in print(article) },
        CopiedForm(name: "HTML") { html($0, table: false) },
        CopiedForm(name: "table page") { html($0, table: true) },
        CopiedForm(name: "Markdown") { article in
            Document(
                bytes: Array("# \(article.title ?? "")\n\n\(article.markdown)\n".utf8),
                name: "copy.md")
        },
    ]

    static func paragraphs(_ article: Article) -> [String] {
        article.text.split(separator: "\n").map(String.init)
    }

    static func lines(_ article: Article, _ paragraphs: [String]) -> [String] {
        [article.title ?? ""] + paragraphs
    }

    static func text(_ article: Article, _ paragraphs: [String]) -> Document {
        Document(lines(article, paragraphs).joined(separator: "\n\n") + "\n")
    }

    static func wrap(_ text: String, _ width: Int) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return (lines + [line]).joined(separator: "\n")
    }

    /// Wraps, and breaks the word at each line's end where it is long enough.
    private static func hyphenated(_ text: String, _ width: Int) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let room = width - line.count - 2
            if line.count + 1 + word.count <= width {
                line += (line.isEmpty ? "" : " ") + word
            } else if word.count >= 8, room >= 4, word.allSatisfy(\.isLetter), room < word.count - 3
            {
                lines.append(line + " " + word.prefix(room) + "-")
                line = String(word.dropFirst(room))
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        return (lines + [line]).joined(separator: "\n")
    }

    static func indent(_ text: String, _ mark: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { mark + $0 }.joined(separator: "\n")
    }

    /// Pages of 40 lines with a running head and numbers, and the address at the end.
    private static func print(_ article: Article) -> Document {
        let title = article.title ?? ""
        let all = paragraphs(article).map { wrap($0, 76) }.joined(separator: "\n\n")
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let pages = stride(from: 0, to: all.count, by: 40).map { all[$0..<min($0 + 40, all.count)] }
        var text = "Harbour Notes\n\n\(title)\n\n"
        for (index, page) in pages.enumerated() {
            if index > 0 { text += "\n\nHarbour Notes | \(title)\n\n" }
            text += page.joined(separator: "\n")
            text += "\n\nPage \(index + 1) of \(pages.count)\n"
        }
        return Document(text + "\nPrinted from https://news.example.org/a/12 on 3 March 2026\n")
    }

    private static func html(_ article: Article, table: Bool) -> Document {
        func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        }
        let title = escaped(article.title ?? "")
        let body = paragraphs(article).map { "<p>\(escaped($0))</p>" }.joined(separator: "\n")
        let links = (1...9).map { "<li><a href=\"/s/\($0)\">Section \($0)</a></li>" }.joined()
        let page =
            table
            ? """
            <html><head><title>\(title)</title></head><body><table width="100%"><tr><td>\
            <table><tr><td><a href="/">Home</a></td><td><a href="/news">News</a></td></tr></table></td></tr>
            <tr><td width="160"><ul>\(links)</ul></td><td><h2>\(title)</h2>
            \(body)</td></tr><tr><td colspan="2"><font size="1">Copyright Harbour Notes</font></td></tr>
            </table></body></html>
            """
            : """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(title) | Harbour Notes</title></head>
            <body><nav><ul>\(links)</ul></nav><main><article><h1>\(title)</h1>
            \(body)</article></main><footer><ul>\(links)</ul></footer></body></html>
            """
        return Document(bytes: Array(page.utf8), name: "page.html")
    }
}

extension Document {
    init(_ text: String) { self.init(bytes: Array(text.utf8)) }
}
