import BriefModel
import Foundation
import Testing

@testable import Settings

@Suite struct ConfigurationTests {
    private func read(_ source: String) throws -> Configuration {
        try Configuration.read(source, file: "briefd.toml", folder: "/etc/briefd")
    }

    private func problems(_ source: String) -> [ConfigurationProblem] {
        do throws(ConfigurationError) {
            _ = try Configuration.read(source, file: "briefd.toml", folder: "/etc/briefd")
            return []
        } catch { return error.problems }
    }

    @Test func `an empty file means the defaults`() throws {
        #expect(try read("") == Configuration())
    }

    @Test func `every key is read`() throws {
        let result = try read(
            """
            [paths]
            state = "../var"
            spool = "<state>/drop"
            [spool]
            settle = "200ms"
            keep_done = true
            max_file = "64 MiB"
            [polling]
            interval = "2h"
            minimum_interval = "0s"
            maximum_interval = "2d"
            adaptive = false
            redirect_confirmations = 1
            page_retry = "1m"
            page_attempts = 2
            pages_per_hour = 30
            first_pages = 7
            page_give_up = "1h"
            [http]
            allow_hosts = ["localhost:8080", "10.0.0.0/8", "[::1]:80", "fd00::/8"]
            timeout = "5s"
            max_redirects = 0
            [extraction]
            site_rules = "rules"
            site_memory = false
            ocr = "bin/recognise"
            ocr_timeout = "3m"
            [[watch]]
            path = "/srv/scans"
            leave = true
            tags = ["scan"]
            [[feed]]
            url = "https://example.org/feed.xml"
            interval = "90s"
            article = "entry"
            entry_key = "title"
            updates = "ignore"
            skip_titles = ['^Sponsored', 'Lotto \\d+']
            headers = { "X-Token" = "a b" }
            tls_verify = false
            """)
        #expect(result.paths.state == "/etc/var")
        #expect(result.paths.spool == "/etc/var/drop")
        #expect(result.paths.store == "/etc/var/store")
        #expect(
            result.spool
                == SpoolSettings(
                    settle: .milliseconds(200), keepDone: true, maxFileBytes: 64 << 20))
        #expect(result.polling.minimumInterval == .zero)
        #expect(result.polling.maximumInterval == .seconds(172_800))
        #expect(result.polling.pageAttempts == 2)
        #expect(result.polling.pagesPerHour == 30 && result.polling.firstPages == 7)
        #expect(result.http.allowHosts.count == 4)
        #expect(result.siteRules == "/etc/briefd/rules")
        #expect(!result.siteMemory)
        #expect(
            result.recognition
                == RecognitionSettings(program: "/etc/briefd/bin/recognise", timeout: .seconds(180))
        )
        #expect(result.watches == [WatchSettings(path: "/srv/scans", tags: ["scan"], leave: true)])
        #expect(
            result.feeds == [
                FeedSubscription(
                    url: "https://example.org/feed.xml", interval: .seconds(90),
                    headers: ["X-Token": "a b"], fullText: .never,
                    entries: EntryRules(
                        key: .title, updates: .ignore,
                        skipTitles: ["^Sponsored", "Lotto \\d+"]),
                    tlsVerify: false)
            ])
    }

    @Test func `an unknown key names its line and the key that was meant`() {
        let found = problems("[polling]\n\nintervall = \"1h\"\n")
        #expect(
            found.map(\.description) == [
                "briefd.toml:3: polling.intervall: unknown key; did you mean \"interval\"?"
            ])
    }

    @Test func `an error of syntax names line and column`() {
        let found = problems("[paths]\nstate = /var\n")
        #expect(found.first?.line == 2)
        #expect(found.first?.column != nil)
    }

    @Test(arguments: [
        "https://example.org/feed.xml", "HTTPS://Example.org:443/feed.xml#new",
        "https://example.org/x/../feed.xml",
    ])
    func `two feeds of one address are refused, whatever their settings`(spelling: String) {
        let found = problems(
            """
            [[feed]]
            url = "https://example.org/feed.xml"
            entry_key = "guid"
            [[feed]]
            url = "\(spelling)"
            entry_key = "link"
            full_text = "never"
            """)
        #expect(found.count == 1 && "\(found)".contains("stands in line 2 already"), "\(found)")
    }

    @Test func `all problems are told at once in the order of the file`() {
        let found = problems(
            """
            [http]
            timeout = 60
            [[feed]]
            url = "ftp://example.org/"
            [[feed]]
            url = "https://example.org/a"
            full_text = "sometimes"
            [[feed]]
            url = "HTTPS://Example.org:443/a"
            """)
        #expect(
            found.map(\.key) == ["http.timeout", "feed[1].url", "feed[2].full_text", "feed[3].url"])
        #expect(found.map(\.line) == [2, 4, 7, 9])
    }

    @Test(arguments: [
        ("callback = \"https://a.example/b/\"\nlisten = \"unix:push.sock\"", nil),
        ("callback = \"http://a.example\"\nlisten = \"[::1]:80\"\nlease = \"1h\"", nil),
        ("callback = \"https://a.example/\"", "listen"), ("listen = \"unix:/x\"", "callback"),
        ("callback = \"ftp://a/\"\nlisten = \"unix:/x\"", "callback"),
        ("callback = \"https://a/?q\"\nlisten = \"unix:/x\"", "callback"),
        ("callback = \"https://a/\"\nlisten = \"0.0.0.0:80\"", "listen"),
        ("callback = \"https://a/\"\nlisten = \"127.0.0.1:99999\"", "listen"),
        ("callback = \"https://a/\"\nlisten = \"unix:/x\"\nlease = \"1s\"", "lease"),
    ])
    func `hubs have an address to call and a door on this machine`(text: String, fault: String?) {
        #expect(
            problems("[websub]\n" + text + "\n").map(\.key)
                == (fault.map { ["websub.\($0)"] } ?? []))
    }

    @Test(arguments: [
        ("entry_key = \"url\"", "entry_key", "\"guid\", \"link\", \"title\" or \"content\""),
        ("updates = \"no\"", "updates", "\"revise\" or \"ignore\""),
        ("article = \"feed\"", "article", "\"auto\", \"page\" or \"entry\""),
        ("article = \"page\"\nfull_text = \"never\"", "article", "remove one"),
        ("skip_titles = [\"a(b\"]", "skip_titles", ""),
    ])
    func `a wrong rule for entries says what it may be`(line: String, key: String, next: String) {
        let found = problems("[[feed]]\nurl = \"https://example.org/a\"\n\(line)\n")
        #expect(found.map(\.key) == ["feed[1].\(key)"] && found.first?.line == 3)
        #expect(found.first?.next.contains(next) ?? false || next.isEmpty, "\(found)")
    }

    @Test func `a password in a URL is refused and not repeated`() {
        let found = problems("[[feed]]\nurl = \"https://me:secret@example.org/\"\n")
        #expect(found.count == 1)
        #expect(found.first?.description.contains("secret") == false)
        #expect(found.first?.next.contains("credential") == true)
    }

    @Test(arguments: [
        ("/srv/in", "/srv/in", 1), ("/var/lib/briefd/spool/incoming", "/srv/in", 1),
        ("/var/lib", "/srv/in", 2), ("/srv/out", "/srv/in", 0),
    ])
    func `a watched folder is watched once and apart from spool and store`(
        path: String, other: String, count: Int
    ) {
        #expect(
            problems("[[watch]]\npath = \"\(other)\"\n[[watch]]\npath = \"\(path)\"\n").count
                == count)
    }

    @Test func `reads the names that are to be ignored`() throws {
        let result = try read("[spool]\nignore = [\"*.log\", \"draft-*\"]")
        #expect(result.spool.ignore.map(\.text) == ["*.log", "draft-*"])
    }

    @Test(arguments: ["a/*.log", "", "[a", "*", "**"])
    func `an ignored name must be a pattern that leaves some`(pattern: String) {
        let found = problems("[spool]\nsettle = \"1s\"\nignore = [\"\(pattern)\"]")
        #expect(found.map(\.key) == ["spool.ignore"])
        #expect(found.map(\.line) == [3])
    }

    @Test func `a maximum below the minimum is told`() {
        #expect(problems("[polling]\nmaximum_interval = \"30m\"").count == 1)
    }

    @Test func `a minimum above the default maximum lifts it`() throws {
        let result = try read("[polling]\nminimum_interval = \"48h\"")
        #expect(result.polling.maximumInterval == .seconds(48 * 3600))
    }

    @Test func `revisits come in the order of their times, and must be durations`() throws {
        let result = try read(
            "[revisits]\nafter = [\"7d\", \"1h\"]\n[store]\nproof = true\nproof_key = \"k\"")
        #expect(result.polling.revisits == [.seconds(3600), .seconds(7 * 86_400)])
        #expect(result.store.proof && result.store.proofKey == "k")
        for wrong in ["[\"soon\"]", "[\"0s\"]", "\"1h\"", "[1]"] {
            #expect(throws: ConfigurationError.self) { try read("[revisits]\nafter = \(wrong)") }
        }
    }

    @Test func `a named file that is missing is an error`() {
        #expect(throws: ConfigurationError.self) { try Configuration.load("/nowhere/briefd.toml") }
    }

    private static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../config/briefd.toml").path

    @Test func `the file that is shipped holds the defaults`() throws {
        #expect(try Configuration.load(Self.shipped) == Configuration())
    }

    @Test func `the settings in the shipped file's comments are the defaults`() throws {
        let text = try String(contentsOfFile: Self.shipped, encoding: .utf8)
        let optional = ["ca_file", "proxy", "user_agent", "site_rules", "proof_key"]
        let settings = text.split(separator: "\n").filter { line in
            let words = line.drop { $0 == "#" || $0 == " " }
            let isKey =
                words.prefix { $0.isLowercase || $0 == "_" }.isEmpty == false
                && words.drop { $0.isLowercase || $0 == "_" }.hasPrefix(" = ")
            return line.hasPrefix("[") || isKey && !optional.contains { words.hasPrefix($0) }
        }
        let uncommented = settings.map { $0.drop { $0 == "#" || $0 == " " } }
        let tables = uncommented.firstIndex { $0.hasPrefix("path = ") } ?? 0
        let watch = tables..<(tables + 3)
        let outputs = uncommented.firstIndex { $0.hasPrefix("kind = ") } ?? 0
        let output = outputs..<(outputs + 9)
        let feed = (uncommented.lastIndex { $0.hasPrefix("url = ") } ?? 0)...
        let rest = uncommented.indices.filter {
            !watch.contains($0) && !output.contains($0) && !feed.contains($0)
        }
        let source = rest.map { uncommented[$0] }.joined(separator: "\n")
        #expect(try read(source) == Configuration())
        #expect(rest.count == 4 + 6 + 4 + 3 + 18 + 2 + 6 + 3)
        let example =
            "[[feed]]\n" + uncommented[feed].joined(separator: "\n")
            + "\n[[watch]]\n" + uncommented[watch].joined(separator: "\n")
            + "\n[[output]]\n" + uncommented[output].joined(separator: "\n")
        let filled = try read(example)
        #expect(filled.feeds.first?.credential == "example")
        #expect(filled.watches.first?.path == "/srv/scans")
        #expect(filled.outputs.first?.path == "sanctions.atom" && filled.outputs.first?.limit == 50)
    }
}
