import Foundation
import Testing

/// The same article is one, in whatever form it comes.
@Suite struct CopyTests {
    private func once(_ root: TestRoot) async throws {
        let end = try await run("briefd", ["run", "--once", "--config", root.configuration.path])
        #expect(end.status == 0, "\(end.errors)")
    }

    private func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;")
    }

    @Test func `files three articles in four forms three times`() async throws {
        let root = try TestRoot()
        try root.configure()
        let seeds = [41, 42, 43]
        for seed in seeds { try root.drop("page\(seed).html", Prose.page(seed)) }
        try await once(root)
        let items = seeds.map { seed in
            let body = Prose.paragraphs(seed).map { "<p>\(escaped($0))</p>" }.joined()
            return "<item><title>\(Prose.title(seed))</title><guid>tag:\(seed)</guid>"
                + "<description><![CDATA[\(body)]]></description></item>"
        }
        try root.drop(
            "feed.xml",
            "<rss version=\"2.0\"><channel><title>Quay</title>\(items.joined())</channel></rss>")
        for seed in seeds {
            try root.drop("text\(seed).txt", Prose.text(seed) + "\nSent from my iPhone\n")
            try root.drop(
                "note\(seed).md",
                "# \(Prose.title(seed))\n\n" + Prose.paragraphs(seed).joined(separator: "\n\n"))
        }
        try await once(root)
        #expect(root.articles().count == 3, "\(root.articles())")
        #expect(root.sightings().count == 9)
    }

    /// A page whose caption the extraction drops, and a text copied from it in which it stays.
    @Test func `looks into the page that a text was copied from`() async throws {
        let root = try TestRoot()
        try root.configure()
        let all = Prose.paragraphs(51)
        let caption =
            "The clock of 1911, “slow since autumn”, was taken down by 7 men in the rain of 3 May."
        let page = """
            <!DOCTYPE html><html lang="en"><head><title>\(Prose.title(51))</title></head><body>
            <nav><a href="/">Home</a></nav><main><article><h1>\(Prose.title(51))</h1>
            <p>\(all[0])</p><p>\(all[1])</p>
            <figure><img src="/clock.jpg"><figcaption>\(caption)</figcaption></figure>
            <p>\(all[2])</p><p>\(all[3])</p><p>\(all[4])</p></article></main></body></html>
            """
        try root.drop("page.html", page)
        try await once(root)
        func copy(_ caption: String) -> String {
            ([Prose.title(51)] + all[...1] + [caption] + all[2...]).joined(separator: "\n\n")
        }
        try root.drop("copy.txt", copy(caption))
        try await once(root)
        #expect(root.articles().count == 1, "\(root.articles())")
        // Another figure stands nowhere on the page.
        try root.drop("edited.txt", copy(caption.replacingOccurrences(of: "7 men", with: "9 men")))
        try await once(root)
        #expect(root.articles().count == 2, "\(root.articles())")
    }

    @Test(arguments: [
        "One sentence says it all, and it is said here once.",
        "- milk\n- bread\n- lamp oil\n- a ball of string\n",
        "| Day | Tide |\n| --- | --- |\n| Monday | 4.1 m |\n| Tuesday | 4.3 m |\n",
        "昨天港口的渡船又开了，很多人都来看。船长说，他从来没有见过这样多的人在码头上等候。",
    ]) func `files little texts, and knows them again`(text: String) async throws {
        let root = try TestRoot()
        try root.configure()
        try root.drop("a.md", text)
        try await once(root)
        #expect(root.articles().count == 1)
        try root.drop("b.md", text)
        try await once(root)
        #expect(root.articles().count == 1)
    }

    @Test func `files two articles in one text, and an answer below a quoted one, for themselves`()
        async throws
    {
        let root = try TestRoot()
        try root.configure()
        try root.drop("a.txt", Prose.text(61))
        try await once(root)
        try root.drop("both.txt", Prose.text(61) + "\n\n" + Prose.text(62))
        let quoted = Prose.text(61).split(separator: "\n", omittingEmptySubsequences: false)
            .map { "> " + $0 }.joined(separator: "\n")
        let answer = Prose.paragraphs(63, count: 3).joined(separator: "\n\n")
        try root.drop("answer.txt", "Ann wrote:\n\(quoted)\n\n\(answer)\n")
        try await once(root)
        #expect(root.articles().count == 3, "\(root.articles())")
        #expect(root.articleTexts().count { $0.contains("near_kinds: [\"contains") } == 2)
    }
}
