/// What all pages have: head, the way around, foot.
struct Frame {
    enum Room: CaseIterable {
        case dashboard, articles, feeds, spool, errors

        var place: Place {
            switch self {
            case .dashboard: .dashboard
            case .articles: .articles()
            case .feeds: .feeds()
            case .spool: .spool()
            case .errors: .errors()
            }
        }

        var name: Markup {
            switch self {
            case .dashboard: "Status"
            case .articles: "Articles"
            case .feeds: "Feeds"
            case .spool: "Spool"
            case .errors: "Errors"
            }
        }
    }

    /// Of the house that the page stands in; nil for none of them.
    let room: Room?
    let title: String
    /// Of the text, where it is not English.
    var language: String?
    var visit = Visit.looking
    /// Seconds after which the page is asked for anew.
    var refresh: Int?

    func page(_ content: [Markup]) -> String {
        let head: [Markup] = [
            .void("meta", [.init("charset", "utf-8")]),
            .void(
                "meta",
                [
                    .init("name", "viewport"),
                    .init("content", "width=device-width, initial-scale=1"),
                ]),
            refresh.map {
                .void("meta", [.init("http-equiv", "refresh"), .init("content", "\($0)")])
            } ?? .nothing,
            .tag("title", [], [.text(title, limit: 120), " · briefd"]),
            .void("link", [.init("rel", "stylesheet"), .href(.style)]),
        ]
        let body: [Markup] = [
            .tag("a", [.css("skip"), .init("href", "#main")], ["Skip to the content"]),
            .tag("header", [], [.tag("nav", [.init("aria-label", "Pages")], [menu])]),
            .tag("main", [.init("id", "main")], [visit.notice] + content),
        ]
        let html = Markup.tag(
            "html", [.init("lang", "en")], [.tag("head", [], head), .tag("body", [], body)])
        return "<!DOCTYPE html>\n" + html.html + "\n"
    }

    private var menu: Markup {
        let door = visit.door
        return .tag(
            "ul", [],
            Room.allCases.map { room in
                let isHere = room == self.room
                return .tag(
                    "li", [],
                    [
                        .tag(
                            "a",
                            [.href(room.place)]
                                + (isHere ? [.init("aria-current", "page")] : []), [room.name])
                    ])
            } + (door == .nothing ? [] : [.tag("li", [.css("door")], [door])]))
    }

    /// The way on in a list; nothing where this is all.
    static func next(_ place: Place?) -> Markup {
        guard let place else { return .nothing }
        return .tag(
            "p", [.css("next")],
            [.tag("a", [.href(place), .init("rel", "next")], ["Next page →"])])
    }

    /// What is wider than a narrow screen, to be moved within its own frame.
    static func scrolling(_ label: StaticString, _ content: Markup) -> Markup {
        .tag(
            "div",
            [
                .css("scroll"), .init("tabindex", "0"), .init("role", "region"),
                .init("aria-label", "\(label)"),
            ], [content])
    }

    /// A table with a caption and headings.
    static func table(_ caption: Markup, _ heads: [Markup], _ rows: [[Markup]]) -> Markup {
        let head = heads.map { Markup.tag("th", [.init("scope", "col")], [$0]) }
        let body = rows.map { row in
            Markup.tag("tr", [], row.map { .tag("td", [], [$0]) })
        }
        return .tag(
            "div",
            [
                .css("scroll"), .init("tabindex", "0"), .init("role", "region"),
                .init("aria-label", caption.html),
            ],
            [
                .tag(
                    "table", [],
                    [
                        .tag("caption", [], [caption]),
                        .tag("thead", [], [.tag("tr", [], head)]), .tag("tbody", [], body),
                    ])
            ])
    }

    /// A time as it was sent, with its own element.
    static func time(_ text: String?) -> Markup {
        guard let text else { return "–" }
        // With its own offset a time stays as it is stated.
        let isTime = text.count > 16 && text.dropFirst(10).first == "T"
        let short = isTime ? text.prefix(10) + " " + text.dropFirst(11).prefix(5) : text[...]
        return .tag(
            "time", [.init("datetime", text.utf8.count <= 40 ? text : "")],
            [.text(String(short), limit: 40)])
    }

    /// One word of a state, in a colour that only repeats it.
    static func state(_ word: String) -> Markup {
        let css: StaticString =
            switch word {
            case "ok", "running": "good"
            case "failing", "gone", "corrupt", "failed", "degraded": "bad"
            default: "meek"
            }
        return .tag("span", [.css(css)], [.text(word, limit: 40)])
    }
}
