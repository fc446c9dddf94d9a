/// What sites put around an article: eight heads and five feet make forty. When a page is asked for again, counters, lists
/// and notices in it have moved on.
struct PageFurniture {
    static let count = 40

    private let head: Int
    private let foot: Int
    private let isAgain: Bool

    init(_ number: Int, isAgain: Bool) {
        head = number % 8
        foot = number / 8
        self.isAgain = isAgain
    }

    /// - Parameter blocks: HTML of one block each.
    func page(_ title: String, _ blocks: [String], url: String) -> String {
        let body = blocks.joined(separator: "\n")
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(title) | Harbour Notes</title>
            <link rel="canonical" href="\(url)"><meta property="og:title" content="\(title)"></head><body>
            \(top)<main><article><h1>\(title)</h1>\(byline)
            \(body)
            \(below)</article></main>
            \(bottom)</body></html>
            """
    }

    private var turn: Int { isAgain ? 7 : 2 }

    private func links(_ label: String, _ count: Int) -> String {
        "<ul>"
            + (0..<count).map {
                "<li><a href=\"/\(label)/\($0 * turn)\">\(label.capitalized) story number \($0 * turn) of the day</a></li>"
            }.joined() + "</ul>"
    }

    private var top: String {
        switch head {
        case 0: "<header><a href=\"/\">Harbour Notes</a></header><nav>\(links("section", 8))</nav>"
        case 1:
            "<div class=\"cookie-banner\" role=\"dialog\"><p>We and our \(90 + turn) partners use cookies to keep the site going.</p>"
                + "<button>Accept</button></div><nav>\(links("section", 6))</nav>"
        case 2:
            "<div class=\"ticker\">\(links("breaking", turn))</div><div class=\"menu\">\(links("section", 9))</div>"
        case 3:
            "<div id=\"top\"><form action=\"/search\"><input name=\"q\"></form>\(links("topic", 5))</div>"
        case 4:
            "<div class=\"paywall-meter\"><p>You have \(turn) free articles left this month.</p><a href=\"/s\">Subscribe</a></div>"
        case 5:
            "<aside class=\"newsletter-signup\"><h2>Never miss a story</h2><p>Join \(40 + turn),000 readers of our letter.</p>"
                + "<input name=\"mail\"><button>Sign up</button></aside>"
        case 6:
            "<div class=\"weather-widget\">Harbour: \(10 + turn)°C, wind \(turn) knots</div><nav>\(links("region", 7))</nav>"
        default:
            "<noscript><p>Please switch JavaScript on to use all of this site.</p></noscript><nav>\(links("section", 4))</nav>"
        }
    }

    private var byline: String {
        switch head {
        case 1, 4:
            "<div class=\"byline\">By <a rel=\"author\" href=\"/a/miller\">Ann Miller</a></div>"
        case 2, 6:
            "<div class=\"meta\"><span class=\"views\">\(1000 * turn + 17) views</span> <span>\(turn) min read</span></div>"
        case 5:
            "<div class=\"share-bar\"><a href=\"/f\">Share</a> <a href=\"/x\">Post</a> <span>\(turn * 31) shares</span></div>"
        default: ""
        }
    }

    private var below: String {
        switch foot {
        case 0: ""
        case 1: "<div class=\"related\"><h2>Related</h2>\(links("related", 5))</div>"
        case 2:
            "<div class=\"share\"><a href=\"/f\">Share on Facebook</a> <a href=\"/m\">Send by mail</a> <span>\(turn * 13)</span></div>"
        case 3:
            "<div class=\"tags\"><a href=\"/t/a\">Harbours</a> <a href=\"/t/b\">Councils</a></div>"
                + "<div class=\"newsletter\"><p>Like what you read? Get our letter, \(turn) times a week.</p></div>"
        default:
            "<section class=\"most-read\"><h3>Most read</h3>\(links("popular", turn))</section>"
        }
    }

    private var bottom: String {
        switch foot {
        case 0: "<footer><p>© 2026 Harbour Notes</p></footer>"
        case 1:
            "<section id=\"comments\"><h2>\(turn) comments</h2>"
                + (0..<turn).map {
                    "<div class=\"comment\"><b>reader\($0)</b><p>I was there on the day and saw it differently, number \($0).</p></div>"
                }.joined() + "</section>"
        case 2:
            "<aside class=\"sidebar\">\(links("latest", 6))</aside><footer>\(links("about", 4))</footer>"
        case 3:
            "<div class=\"ad\">Advertisement \(turn)</div><footer><p>All rights reserved.</p></footer>"
        default:
            "<div class=\"recommended\">\(links("recommended", 8))</div><footer>\(links("help", 3))</footer>"
        }
    }
}
