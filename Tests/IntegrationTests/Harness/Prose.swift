/// Articles of our own making, as many different ones as a test wants.
enum Prose {
    private static let subjects = [
        "The harbour council", "A ferry company", "The weather office", "A school orchestra",
        "The river authority", "A seed library", "The night market", "A glass workshop",
        "The mountain rescue", "A tram depot", "The old observatory", "A beekeeper's guild",
    ]
    private static let deeds = [
        "has published the minutes of its spring meeting", "opened its books to the town",
        "repaired the eastern wall before the storms", "asked residents to count the swallows",
        "moved its archive into the former customs house", "lowered the fee for young members",
        "lent three boats to the village across the bay", "planted forty lime trees by the road",
        "replaced the clock that had been slow since autumn", "invited painters to the quay",
        "measured the height of the tide at every bridge", "sold the last of its coal wagons",
    ]
    private static let reasons = [
        "because the winter had been longer than anyone remembered",
        "after two years of patient talks with its neighbours",
        "although the money for it will only come next year",
        "so that visitors can find their way without asking",
        "while the council was still arguing about the cost",
        "since nobody else in the valley was willing to begin",
        "before the engineers could finish their second report",
    ]

    /// `count` paragraphs of some sixty words each; another `seed` gives other paragraphs.
    static func paragraphs(_ seed: Int, count: Int = 5) -> [String] {
        var state = UInt64(truncatingIfNeeded: seed &* 2_654_435_761 &+ 97)
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        return (0..<count).map { paragraph in
            (0..<4).map { sentence in
                "\(subjects[next(subjects.count)]) \(deeds[next(deeds.count)]), "
                    + "\(reasons[next(reasons.count)]), as item \(seed * 100 + paragraph * 10 + sentence)"
                    + " of the register says."
            }.joined(separator: " ")
        }
    }

    static func title(_ seed: Int) -> String {
        "\(subjects[seed % subjects.count]) and the matter of year \(1900 + seed)"
    }

    /// A page with the article and plenty around it.
    static func page(_ seed: Int) -> String {
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
        <title>\(title(seed)) | The Quay Gazette</title></head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li>
        <li><a href="/sport">Sport</a></li></ul></nav>
        <div class="cookie-banner"><p>We use cookies to improve your visit.</p>
        <button>Accept all</button></div>
        <main><article><h1>\(title(seed))</h1>
        \(paragraphs(seed).map { "<p>\($0)</p>" }.joined(separator: "\n"))
        <div class="share"><a href="/s">Share this</a></div></article></main>
        <aside class="related"><h2>Related stories</h2><ul><li><a href="/a">Another day</a></li></ul>
        </aside><footer><p>© The Quay Gazette</p></footer></body></html>
        """
    }

    /// The same as plain text.
    static func text(_ seed: Int) -> String {
        title(seed) + "\n\n" + paragraphs(seed).joined(separator: "\n\n") + "\n"
    }
}
