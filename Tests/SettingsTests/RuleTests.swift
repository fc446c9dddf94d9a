import BriefModel
import Foundation
import Queries
import Testing

@testable import Settings

@Suite struct RuleTests {
    private func problems(_ source: String) -> [String] {
        do {
            _ = try Configuration.read(source, file: "b.toml", folder: "/etc")
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func `reads rules and hooks`() throws {
        let source = """
            [[rule]]
            name = "sport"
            when = "tag:sport OR title:/cup|league/"
            drop = true
            [[rule]]
            when = 'lang:de "export control"'
            tag = ["control", "de"]
            hold = true
            priority = 5
            notify = "desk"
            [[notify]]
            name = "desk"
            on = ["filed", "revised"]
            command = ["bin/tell", "--now"]
            when = "quality>0.5"
            digest = "weekly mon 07:30"
            [[notify]]
            on = "problem"
            webhook = "https://hooks.example.org/x"
            secret = "hook-secret"
            timeout = "5s"
            """
        let configuration = try Configuration.read(source, file: "b.toml", folder: "/etc")
        #expect(configuration.rules.map(\.name) == ["sport", "rule 2"])
        #expect(configuration.rules[0].drop && configuration.rules[1].hold)
        #expect(configuration.rules[1].tags == ["control", "de"])
        #expect(configuration.rules[1].priority == 5 && configuration.rules[0].priority == nil)
        #expect(configuration.rules[1].notify == ["desk"])
        let (desk, second) = (configuration.hooks[0], configuration.hooks[1])
        #expect(desk.way == .command(["/etc/bin/tell", "--now"]))
        #expect(
            desk.occasions == [.filed, .revised] && desk.digest == DigestTime("weekly mon 7:30"))
        #expect(second.name == "hook 2" && second.way == .webhook("https://hooks.example.org/x"))
        #expect(second.secret == "hook-secret" && second.timeout == .seconds(5))
    }

    @Test(arguments: [
        (
            "when = \"lagn:de\"",
            "b.toml:2:9: rule[1].when: there is no field \"lagn\"; did you mean \"lang\"?"
        ),
        ("when = 'fox (cat'", "b.toml:2:13: rule[1].when: the \"(\" is not closed"),
        ("when = \"\\\"a b\\\" quality>7\"", "b.toml:2:25: rule[1].when: \"7\" is no share"),
        (
            "when = \"\"\"\nfox\n  titel:x\"\"\"",
            "b.toml:4:3: rule[1].when: there is no field \"titel\""
        ),
        ("when = \"\"", "b.toml:2: rule[1].when: the query holds no word"),
        ("wen = \"fox\"", "b.toml:2: rule[1].wen: unknown key; did you mean \"when\"?"),
        (
            "when = \"title:/(a/\"",
            "b.toml:2:18: rule[1].when: a \"(\" of the pattern is not closed"
        ),
        ("when = \"fox\"", "b.toml:2: rule[1].when: "),
        ("when = 3", "b.toml:2: rule[1].when: an integer is not a string"),
        (
            "when = \"fox\"\nnotify = \"dsk\"",
            "b.toml:3: rule[1].notify: no [[notify]] has the name \"dsk\"; did you mean \"desk\"?"
        ),
        ("when = \"fox\"\npriority = 9", "b.toml:3: rule[1].priority"),
        ("when = \"fox\"\ntag = \"\"", "b.toml:3: rule[1].tag: \"\" is no tag"),
    ])
    func `names the place of a bad rule`(rule: String, begins: String) {
        let source =
            "[[rule]]\n\(rule)\n\(begins.hasSuffix(": rule[1].when: ") ? "" : "drop = true\n")"
            + "[[notify]]\nname = \"desk\"\ncommand = [\"/bin/true\"]\n"
        let problems = problems(source)
        #expect(problems.contains { $0.hasPrefix(begins) }, "\(problems)")
    }

    @Test(arguments: [
        ("on = \"filled\"\ncommand = [\"/bin/true\"]", "did you mean \"filed\"?"),
        ("on = \"filed\"", "tells nobody"),
        ("on = \"filed\"\ncommand = []", "names no program"),
        ("on = \"filed\"\ncommand = [\"curl\"]", "no path"),
        ("on = \"filed\"\ncommand = [\"/a\"]\nwebhook = \"https://a.example\"", "both"),
        ("on = \"filed\"\nwebhook = \"ftp://a.example\"", "webhook"),
        ("on = \"filed\"\nwebhook = \"https://u:p@a.example\"", "webhook"),
        ("on = \"problem\"\nwhen = \"fox\"\ncommand = [\"/a\"]", "asks about articles"),
        ("command = [\"/a\"]\ndigest = \"daily\"", "no time of a digest"),
        ("command = [\"/a\"]\ndigest = \"daily 24:00\"", "no time of a digest"),
        ("command = [\"/a\"]\ntimeout = \"0s\"", "longer than no time"),
        ("command = [\"/a\"]\nlimit = 0", "limit"),
    ])
    func `says what is wrong with a hook`(hook: String, words: String) {
        let problems = problems("[[notify]]\n\(hook)\n")
        #expect(problems.contains { $0.contains(words) && $0.hasPrefix("b.toml:") }, "\(problems)")
    }

    @Test func `a file of rules may name hooks of another one`() throws {
        let source = "[[rule]]\nwhen = \"fox\"\nnotify = \"desk\"\n"
        #expect(throws: ConfigurationError.self) {
            try Configuration.read(source, file: "r.toml", folder: "/etc")
        }
        let rules = try Configuration.read(
            source, file: "r.toml", folder: "/etc", isWhole: false
        ).rules
        #expect(rules.count == 1)
    }

    @Test func `knows when a digest was due last`() throws {
        let daily = try #require(DigestTime("daily 07:00"))
        let weekly = try #require(DigestTime("weekly fri 07:00"))
        // 27 November 2026 is a Friday.
        for (now, day, week) in [
            ("2026-11-27T08:00:00Z", "2026-11-27T07:00:00Z", "2026-11-27T07:00:00Z"),
            ("2026-11-27T06:59:59Z", "2026-11-26T07:00:00Z", "2026-11-20T07:00:00Z"),
            ("2026-11-27T07:00:00Z", "2026-11-27T07:00:00Z", "2026-11-27T07:00:00Z"),
            ("2026-12-01T00:00:00Z", "2026-11-30T07:00:00Z", "2026-11-27T07:00:00Z"),
        ] {
            let moment = try #require(Date(rfc3339: now))
            #expect(daily.last(before: moment).rfc3339 == day)
            #expect(weekly.last(before: moment).rfc3339 == week)
        }
    }

    @Test func `the examples in the shipped file hold, and show the defaults`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../config/briefd.toml").path
        let lines = try String(contentsOf: URL(filePath: path), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        func block(_ head: String) -> String {
            let start = lines.firstIndex { $0 == "# " + head } ?? lines.endIndex
            return lines[start...].prefix { !$0.isEmpty }
                .filter { line in
                    !["webhook", "mail", "from", "to", "credential"].contains {
                        line.hasPrefix("# \($0) ")
                    }
                }
                .map { String($0.dropFirst(2)) }.joined(separator: "\n")
        }
        let source = block("[[rule]]") + "\n" + block("[[notify]]")
        let configuration = try Configuration.read(source, file: "b.toml", folder: "/etc")
        let hook = try #require(configuration.hooks.first)
        let plain = HookSettings(name: "desk", occasions: [.filed], way: hook.way)
        #expect(hook.timeout == plain.timeout && hook.retryStart == plain.retryStart)
        #expect(hook.retryCeiling == plain.retryCeiling && hook.limit == plain.limit)
        #expect(hook.giveUpAfter == plain.giveUpAfter)
        #expect(configuration.rules.first?.priority == RuleSettings.usualPriority)
    }
}
