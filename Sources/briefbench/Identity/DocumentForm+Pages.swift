import Foundation

extension DocumentForm {
    /// Pages and Markdown.
    static let pages: [DocumentForm] = [
        DocumentForm(name: "HTML") { blocks in page(blocks, paragraphs(blocks)) },
        DocumentForm(name: "HTML, furniture around it") { blocks in
            page(
                blocks, paragraphs(blocks),
                head: "<header><a href=\"/\">Harbour Notes</a></header><nav>\(links)</nav>"
                    + "<div class=\"cookie-banner\"><p>We use cookies.</p><button>Accept</button></div>",
                foot: "<aside class=\"related\"><h2>Related</h2>\(links)</aside>"
                    + "<footer><p>© Harbour Notes</p></footer>")
        },
        DocumentForm(name: "HTML, other furniture") { blocks in
            page(
                blocks, paragraphs(blocks),
                head: "<div id=\"top\"><ul class=\"menu\">\(links)</ul></div>",
                foot:
                    "<div class=\"share-bar\"><a href=\"/s\">Share</a> <a href=\"/p\">Print</a></div>"
                    + "<div class=\"newsletter\"><p>Sign up for our newsletter</p><input name=\"m\"></div>"
                    + "<div id=\"bottom\">\(links)</div>", box: "div class=\"post-content\"")
        },
        DocumentForm(name: "HTML, one line") { blocks in
            let document = page(blocks, paragraphs(blocks))
            return Document(
                bytes: document.bytes.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 },
                name: document.name)
        },
        DocumentForm(name: "HTML, line breaks for paragraphs") { blocks in
            page(blocks, "<p>" + lines(blocks).joined(separator: "<br><br>\n") + "</p>")
        },
        DocumentForm(name: "HTML, boxes for paragraphs") { blocks in
            page(blocks, lines(blocks).map { "<div>\($0)</div>" }.joined(separator: "\n"))
        },
        DocumentForm(name: "HTML, marks and links within") { blocks in
            let marked = lines(blocks).map { line in
                line.split(separator: " ", omittingEmptySubsequences: false).enumerated().map {
                    index, word in
                    switch index % 40 {
                    case 17: "<b>\(word)</b>"
                    case 31: "<a href=\"/w\">\(word)</a>"
                    default: String(word)
                    }
                }.joined(separator: " ")
            }
            return page(blocks, marked.map { "<p>\($0)</p>" }.joined(separator: "\n"))
        },
        DocumentForm(name: "HTML, to be printed") { blocks in
            Document(
                bytes: Array(
                    """
                    <html><head><title>\(escaped(blocks.name))</title></head><body onload="window.print()">
                    <p>Harbour Notes</p><hr><h1>\(escaped(blocks.name))</h1>
                    \(paragraphs(blocks))<hr><p>Printed from https://news.example.org/a/12</p></body></html>
                    """.utf8), name: "page.html")
        },
        DocumentForm(name: "HTML, in tables") { blocks in
            Document(
                bytes: Array(
                    """
                    <html><head><title>\(escaped(blocks.name))</title></head><body><table width="100%"><tr><td>\
                    <table><tr><td><a href="/">Home</a></td><td><a href="/news">News</a></td></tr></table></td></tr>
                    <tr><td width="160">\(links)</td><td><h2>\(escaped(blocks.name))</h2>
                    \(paragraphs(blocks))</td></tr><tr><td colspan="2"><font size="1">Copyright Harbour Notes</font>\
                    </td></tr></table></body></html>
                    """.utf8), name: "page.html")
        },
        DocumentForm(name: "Markdown") { blocks in
            Document(bytes: Array(markdown(blocks).utf8), name: "copy.md")
        },
        DocumentForm(name: "Markdown, wrapped, with front matter") { blocks in
            let text = ([blocks.name] + blocks.rest).enumerated().map { index, block in
                index == 0 ? "# " + block : wrap(escapedMarks(block), 78)
            }.joined(separator: "\n\n")
            return Document(
                bytes: Array("---\ntags: [a, b]\n---\n\n\(text)\n".utf8), name: "copy.md")
        },
    ]

    private static let links =
        "<ul>"
        + (1...9).map { "<li><a href=\"/s/\($0)\">Section \($0)</a></li>" }.joined() + "</ul>"

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    private static func lines(_ blocks: Blocks) -> [String] {
        blocks.rest.map { escaped($0).replacing("\n", with: "<br>") }
    }

    private static func paragraphs(_ blocks: Blocks) -> String {
        lines(blocks).map { "<p>\($0)</p>" }.joined(separator: "\n")
    }

    private static func page(
        _ blocks: Blocks, _ body: String, head: String = "", foot: String = "",
        box: String = "article"
    ) -> Document {
        let name = box.split(separator: " ")[0]
        let page = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
            <title>\(escaped(blocks.name)) | Harbour Notes</title></head><body>
            \(head)<main><\(box)>
            <h1>\(escaped(blocks.name))</h1>
            \(body)
            </\(name)></main>
            \(foot)</body></html>
            """
        return Document(bytes: Array(page.utf8), name: "page.html")
    }

    private static func markdown(_ blocks: Blocks) -> String {
        (["# " + blocks.name] + blocks.rest.map(escapedMarks)).joined(separator: "\n\n") + "\n"
    }

    private static func escapedMarks(_ text: String) -> String {
        text.replacing("#", with: "\\#").replacing("*", with: "\\*").replacing("_", with: "\\_")
    }
}
