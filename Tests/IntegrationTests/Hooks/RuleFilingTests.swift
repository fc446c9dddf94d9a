import Foundation
import Testing

@Suite(.serialized) struct RuleFilingTests {
    private let rules = """
        [[rule]]
        name = "boats"
        when = "\\"zeppelin harbour\\" OR tag:boats"
        tag = ["air", "boats"]
        priority = 5
        [[rule]]
        name = "noise"
        when = "text:/lott?ery num\\\\w+/"
        drop = true
        [[rule]]
        name = "secret"
        when = "embargo*"
        hold = true
        """

    private static let embargo =
        "The embargoes of last year stay in force until Friday, the council said in its answer."

    @Test func `rules tag, drop and hold what is filed`() async throws {
        let root = try TestRoot()
        let told = root.url.appendingPathComponent("told").path
        try root.configure(
            rules + """

                [[notify]]
                on = "filed"
                command = ["/bin/sh", "-c", "cat >> \(told)"]
                """)
        let daemon = try RunningDaemon(root)
        try root.drop("a.txt", Prose.text(7_001) + "\n\nIt ended at the zeppelin harbour.\n")
        try root.drop("b.txt", Prose.text(7_002) + "\n\nThe lottery numbers were drawn.\n")
        try root.drop("c.txt", Prose.text(7_003) + "\n\n" + Self.embargo + "\n")
        try root.drop("d.txt", Prose.text(7_004))
        let isFiled = await waitUntil(limit: 120) {
            root.articles().count == 3 && root.sightings().count == 1
                && root.files(below: root.incoming).isEmpty
        }
        #expect(isFiled, "\(root.articles()) \(root.sightings()) \(daemon.logText.suffix(2000))")
        let texts = root.articleTexts()
        #expect(texts.contains { $0.contains("\"air\"") && $0.contains("zeppelin") })
        #expect(texts.contains { $0.contains("\"held\"") && $0.contains("embargoes") })
        #expect(!texts.contains { $0.contains("lottery") })
        let dropped = try #require(root.sightings().first)
        #expect(dropped.contains("\"dropped\"") && dropped.contains("\"noise\""))
        #expect(root.files(below: root.corrupt).isEmpty)
        let isTold = await waitUntil(limit: 90) {
            let text = (try? String(contentsOfFile: told, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").count == 2 && text.contains("\"priority\":5")
                && !text.contains("\"held\"")
        }
        #expect(isTold, "\((try? String(contentsOfFile: told, encoding: .utf8)) ?? "none")")

        let search = try await daemon.ctl("search", "tag:air (zeppelin OR nothing) -tag:held")
        #expect(search.status == 0 && !search.output.contains("No article"))
        let id = try #require(
            texts.first { $0.contains("embargoes") }?.firstMatch(of: /id: "([0-9a-f]+)"/)
        ).1
        let released = try await daemon.ctl("release", "--article", String(id))
        #expect(released.status == 0 && released.output.contains("1 hook is told"), "\(released)")
        let isReleased = await waitUntil(limit: 90) {
            let text = (try? String(contentsOfFile: told, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").count == 3 && text.contains(id)
        }
        #expect(isReleased, "\((try? String(contentsOfFile: told, encoding: .utf8)) ?? "none")")
        #expect(!root.articleTexts().contains { $0.contains("\"held\"") })
        let again = try await daemon.ctl("release", "--article", String(id))
        #expect(again.status == 1 && again.errors.contains("not held"), "\(again)")

        let typo = try await daemon.ctl("search", "lagn:de")
        #expect(typo.status != 0 && typo.errors.contains("did you mean \"lang\"?"))
        let words = try await daemon.ctl("search", "zeppelin", "(harbour")
        #expect(words.status == 0 && !words.output.contains("No article"))

        let trial = try await run(
            "briefctl", ["rules", "test", "--json", "--config", root.configuration.path])
        #expect(trial.status == 0, "\(trial.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(trial.output.utf8))
        let report = try #require(object as? [String: Any])
        #expect(report["articles"] as? Int == 3 && report["matched"] as? Int == 2)
        #expect(report["held"] as? Int == 1 && report["dropped"] as? Int == 0)
        #expect(await daemon.stop() == 0)
    }

    @Test func `a feed answers to its title, its name and its address from its first entry on`()
        async throws
    {
        let root = try TestRoot()
        let site = try LoopbackServer { _ in .init(body: FeedText([7_101]).rss) }
        let address = "http://127.0.0.1:\(site.port)/rss"
        try root.configure(
            """
            [http]
            allow_hosts = ["127.0.0.1"]
            [[feed]]
            url = "\(address)"
            name = "desk"
            full_text = "never"
            [[rule]]
            when = "feed:quay"
            tag = ["by-title"]
            [[rule]]
            when = "feed:desk"
            tag = ["by-name"]
            [[rule]]
            when = 'feed:"\(address)"'
            tag = ["by-address"]
            [[output]]
            kind = "atom"
            path = "quay.atom"
            query = "feed:quay"
            """)
        let end = try await run(
            "briefd", ["run", "--once", "--config", root.configuration.path])
        #expect(end.status == 0, "\(end)")
        let text = try #require(root.articleTexts().first)
        for tag in ["by-title", "by-name", "by-address"] {
            #expect(text.contains("\"\(tag)\""), "\(tag): \(text.prefix(1500))")
        }
        let output = root.store.appendingPathComponent("feeds/quay.atom")
        #expect(try String(contentsOf: output, encoding: .utf8).contains("<entry"))
    }

    @Test func `a bad rule names file, line and column, in check-config and rules test`()
        async throws
    {
        let root = try TestRoot()
        try root.configure()
        let draft = root.url.appendingPathComponent("draft.toml")
        try "[[rule]]\nwhen = \"fox lagn:de\"\ntag = \"x\"\n".write(
            to: draft, atomically: true, encoding: .utf8)
        for arguments in [
            ["briefctl", "rules", "test", "--config", root.configuration.path, draft.path],
            ["briefd", "check-config", "--config", draft.path],
        ] {
            let done = try await run(arguments[0], Array(arguments.dropFirst()))
            #expect(done.status == 2)
            #expect(
                (done.errors + done.output).contains(
                    "draft.toml:2:13: rule[1].when: there is no field \"lagn\"; did you mean \"lang\"?"
                ),
                "\(done.errors)")
        }
    }
}
