import BriefModel

/// Pairs of articles that are two, however alike they look: none of them may be taken for the other.
struct HardNegative: Sendable {
    /// What tells the two apart.
    var name: String
    var pairs: Int
    /// Whether they are so little alike, once what recurs is set aside, that they are not near either.
    var isApart = false
    /// Titles and paragraphs of both.
    var make: @Sendable (inout Stories) -> (Told, Told)

    struct Told {
        var title: String
        var paragraphs: [String]

        init(_ title: String, _ paragraphs: [String]) {
            self.title = title
            self.paragraphs = paragraphs
        }

        /// As a page or as a pasted text.
        func read(asPage: Bool) -> Reading {
            let blocks = [title] + paragraphs
            guard asPage else { return Document(blocks.joined(separator: "\n\n") + "\n").read() }
            let body = paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
            let page = """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(title) | Harbour Notes</title>
                </head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><main><article>
                <h1>\(title)</h1>\(body)</article></main><footer>Harbour Notes</footer></body></html>
                """
            return Document(bytes: Array(page.utf8), name: "page.html").read()
        }
    }

    /// The articles of all pairs, page beside page, text beside text and one beside the other.
    func articles(from seed: Int) -> [(Reading, Reading)] {
        (0..<pairs).map { index in
            var stories = Stories(seed: seed &* 100_003 &+ index)
            let (one, other) = make(&stories)
            return (
                one.read(asPage: index % 3 == 0), other.read(asPage: (0...1).contains(index % 3))
            )
        }
    }

    static let all: [HardNegative] =
        [
            HardNegative(name: "one subject", pairs: 250, isApart: true) { stories in
                let title = stories.title()
                return (Told(title, stories.paragraphs(6)), Told(title, stories.paragraphs(6)))
            },
            HardNegative(name: "the same introduction", pairs: 200, isApart: true) { stories in
                let shared = stories.paragraphs(2)
                return (
                    Told(stories.title(), shared + stories.paragraphs(4)),
                    Told(stories.title(), shared + stories.paragraphs(4))
                )
            },
            HardNegative(name: "the same background", pairs: 150, isApart: true) { stories in
                let shared = stories.paragraphs(3)
                return (
                    Told(stories.title(), stories.paragraphs(3) + shared),
                    Told(stories.title(), stories.paragraphs(3) + shared)
                )
            },
            HardNegative(name: "short releases, the same About", pairs: 200, isApart: true) {
                stories in
                let about = ["About the \(stories.subject.office)"] + stories.paragraphs(4)
                return (
                    Told(stories.title(), stories.paragraphs(2) + about),
                    Told(stories.title(), stories.paragraphs(2) + about)
                )
            },
            HardNegative(name: "parts of a series", pairs: 150, isApart: true) { stories in
                let title = stories.title()
                let intro = stories.paragraph()
                let outro = stories.paragraph()
                return (
                    Told(title + ", part 1", [intro] + stories.paragraphs(6) + [outro]),
                    Told(title + ", part 2", [intro] + stories.paragraphs(6) + [outro])
                )
            },
            HardNegative(name: "a translation", pairs: 100, isApart: true) { stories in
                let (title, all) = (stories.title(), stories.paragraphs(5))
                return (Told(title, all), Told(title, all.map(Translation.german)))
            },
        ] + templates + versions + live

    /// Reports that a program fills in.
    private static let templates: [HardNegative] = [
        HardNegative(name: "weather of two days", pairs: 100, isApart: true) {
            template(&$0, Reports.weather)
        },
        HardNegative(name: "prices of two days", pairs: 100, isApart: true) {
            template(&$0, Reports.prices)
        },
        HardNegative(name: "two matches", pairs: 100, isApart: true) {
            template(&$0, Reports.match)
        },
        HardNegative(name: "two quakes", pairs: 100, isApart: true) {
            template(&$0, Reports.quake)
        },
        HardNegative(name: "results of two quarters", pairs: 100, isApart: true) {
            template(&$0, Reports.results)
        },
        HardNegative(name: "bulletins with long fixed rules", pairs: 100, isApart: true) {
            template(&$0, Reports.bulletin)
        },
    ]

    private static func template(
        _ stories: inout Stories, _ report: (inout Stories) -> [String]
    ) -> (Told, Told) {
        let title = "\(stories.subject.place): today's report"
        return (Told(title, report(&stories)), Told(title, report(&stories)))
    }

    /// Two versions of what an agency sent, or of what a paper had on its page.
    private static let versions: [HardNegative] = [
        version("another figure", 200) { stories, all, place in
            let one = "The bill has come to \(stories.figure()) thousand crowns so far."
            let other = "The bill has come to 9\(stories.figure()) thousand crowns so far."
            return (with(one, all, place), with(other, all, place))
        },
        version("another quotation", 200) { stories, all, place in
            let one = stories.quotation()
            var other = stories.quotation()
            while other == one { other = stories.quotation() }
            return (inserting(one, all, place), inserting(other, all, place))
        },
        version("a quotation more", 150) { stories, all, place in
            (all, inserting(stories.quotation(), all, place))
        },
        version("a figure more", 150) { stories, all, place in
            let more = "By the evening \(stories.figure()) households had no water."
            return (all, inserting(more, all, place))
        },
        version("a word more or another one", 150) { stories, all, place in
            var words = all[place].split(separator: " ").map(String.init)
            let middle = words.count / 2
            if stories.number(below: 2) == 0 {
                words.insert("not", at: middle)
            } else {
                words[middle] = "lantern"
            }
            var other = all
            other[place] = words.joined(separator: " ")
            return (all, other)
        },
    ]

    private static func version(
        _ name: String, _ pairs: Int,
        _ make: @escaping @Sendable (inout Stories, [String], Int) -> ([String], [String])
    ) -> HardNegative {
        HardNegative(name: "versions: " + name, pairs: pairs) { stories in
            let title = stories.title()
            let all = stories.paragraphs(6)
            let (one, other) = make(&stories, all, stories.number(below: all.count))
            return (Told(title, one), Told(title, other))
        }
    }

    private static func with(_ sentence: String, _ all: [String], _ place: Int) -> [String] {
        var all = all
        all[place] += " " + sentence
        return all
    }

    private static func inserting(
        _ paragraph: String, _ all: [String], _ place: Int
    ) -> [String] {
        var all = all
        all.insert(paragraph, at: place)
        return all
    }

    /// Steps of what is still being told.
    private static let live: [HardNegative] = [
        HardNegative(name: "live: new steps on top", pairs: 150) { stories in
            let title = stories.title()
            let old = entries(&stories, 6, from: 9)
            return (Told(title, old), Told(title, entries(&stories, 2, from: 11) + old))
        },
        HardNegative(name: "live: new steps at the end", pairs: 100) { stories in
            let title = stories.title()
            let old = entries(&stories, 6, from: 9)
            return (Told(title, old), Told(title, old + entries(&stories, 2, from: 11)))
        },
        HardNegative(name: "live: a window that moves", pairs: 100) { stories in
            let title = stories.title()
            let all = entries(&stories, 9, from: 8)
            return (Told(title, Array(all.prefix(12))), Told(title, Array(all.suffix(12))))
        },
    ]

    private static func entries(
        _ stories: inout Stories, _ count: Int, from hour: Int
    ) -> [String] {
        (0..<count).flatMap { index in
            let minute = 10 + (index * 17 + stories.number(below: 9)) % 50
            return [
                "\(hour + index / 3):\(minute)", stories.paragraph(1 + stories.number(below: 2)),
            ]
        }
    }
}
