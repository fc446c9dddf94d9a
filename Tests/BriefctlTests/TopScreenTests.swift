import BriefModel
import ControlProtocol
import Foundation
import Testing

@testable import briefctl

@Suite struct TopScreenTests {
    private let now = Date(timeIntervalSince1970: 1_795_000_000)

    private func reading(
        at seconds: Double = 0, filed: Double = 10, started: String = "2026-11-18T00:00:00Z",
        feeds: [FeedItem] = [], titles: [String] = [], problem: String? = nil
    ) -> TopReading {
        let problems = problem.map {
            [StatusReply.Trouble(code: "c", since: started, what: $0, next: "Mend it.")]
        }
        var counters = TopReading.Counters()
        counters.filed = filed
        counters.memory = 5e7
        return TopReading(
            when: now.addingTimeInterval(seconds),
            status: StatusReply(
                ok: problem == nil, summary: "All is well: 7 articles.", problems: problems ?? [],
                version: "1", started: started, state: .running, feeds: .init(total: feeds.count),
                spool: .init(incoming: 3), articles: .init(total: 7), queue: .init(inHand: 2)),
            feeds: feeds,
            articles: titles.map {
                ArticleItem(
                    id: "a", path: "p", title: $0, published: nil, filed: started, url: nil,
                    contentHash: nil, sightings: [], supersedes: nil, near: [])
            }, counters: counters)
    }

    private func feed(_ host: String, _ state: String = "ok", pages: Int = 0) -> FeedItem {
        FeedItem(
            id: host, url: "https://\(host)/f", address: "https://\(host)/f", state: state,
            lastSuccess: state == "ok" ? "2026-11-18T00:00:00Z" : nil,
            error: state == "ok" ? nil : "it answers 500", pagesWaiting: pages)
    }

    private func text(_ screen: TopScreen, columns: Int = 100, rows: Int = 40) -> [String] {
        screen.lines(columns: columns, rows: rows, now: now).map(\.text)
    }

    @Test(arguments: [1, 20, 37, 80, 200], [1, 2, 5, 24, 60])
    func `no line is wider and none too many`(columns: Int, rows: Int) {
        var screen = TopScreen()
        screen.take(
            reading(
                feeds: (0..<30).map { feed("host\($0).example") },
                titles: Array(
                    repeating: "漢字と👩‍👩‍👧 and a very long title " + String(repeating: "x", count: 300),
                    count: 30)))
        let lines = text(screen, columns: columns, rows: rows)
        #expect(lines.count <= rows)
        #expect(lines.allSatisfy { $0.displayWidth <= columns })
        #expect(lines.last?.hasPrefix("q") == true || columns < 2)
    }

    @Test func `nothing is shown that a terminal obeys`() {
        var screen = TopScreen()
        screen.take(
            reading(
                feeds: [feed("a\u{1B}]0;x\u{7}.example", "failing")],
                titles: ["t\u{1B}[2J", "\u{202E}t"], problem: "p\u{1B}c"))
        screen.miss("m\u{1B}[31m")
        let all = text(screen).joined()
        #expect(!all.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }

    @Test func `rates are what grew in a minute`() {
        var screen = TopScreen()
        screen.take(reading(filed: 10))
        #expect(text(screen).contains { $0.contains("filed -") })
        screen.take(reading(at: 30, filed: 25))
        #expect(text(screen).contains { $0.contains("filed 30/min") })
    }

    @Test func `a restart begins anew`() {
        var screen = TopScreen()
        screen.take(reading(filed: 10))
        screen.miss("no briefd answers")
        #expect(text(screen)[0].hasPrefix("No answer: no briefd answers"))
        #expect(text(screen).contains { $0.contains("incoming 3") }, "what was known stays")
        screen.take(reading(at: 30, filed: 2, started: "2026-11-18T01:00:00Z"))
        #expect(text(screen)[0] == "All is well: 7 articles.")
        #expect(text(screen).contains { $0.contains("filed -") })
    }

    @Test func `what is wrong stands first, with what to do`() {
        var screen = TopScreen()
        screen.take(reading(problem: "The disk is full."))
        #expect(text(screen)[0] == "Not well: The disk is full.")
        #expect(text(screen)[1] == "do: Mend it.")
    }

    @Test func `hosts are sorted as is asked`() {
        var screen = TopScreen()
        screen.take(
            reading(feeds: [
                feed("a.example"), feed("b.example", "failing"), feed("c.example", pages: 9),
            ]))
        func order() -> [String] {
            text(screen).compactMap { line in
                line.firstMatch(of: #/([abc])\.example/#).map { String($0.1) }
            }
        }
        #expect(order() == ["b", "c", "a"])
        #expect(screen.press(UInt8(ascii: "s")) == .draw)
        #expect(order() == ["a", "b", "c"], "no poll of any was timed yet")
        #expect(screen.press(UInt8(ascii: "s")) == .draw)
        #expect(order() == ["b", "a", "c"], "the one that never answered has been quiet longest")
        _ = screen.press(UInt8(ascii: "s"))
        #expect(order() == ["a", "b", "c"])
        _ = screen.press(UInt8(ascii: "s"))
        #expect(screen.sort == .trouble)
    }

    private func press(_ keys: String, _ screen: inout TopScreen) -> TopScreen.Effect {
        keys.utf8.reduce(.draw) { _, key in screen.press(key) }
    }

    @Test func `the slowest host stands first where that is asked for`() {
        var screen = TopScreen()
        var reading = reading(feeds: [feed("a.example"), feed("b.example")])
        reading.hosts = [HostItem(host: "b.example", polls: 3, seconds: 1.25, lastSeconds: 1)]
        screen.take(reading)
        _ = press("s", &screen)
        let lines = text(screen).filter { $0.contains(".example") }
        #expect(lines[0].contains("b.example") && lines[0].contains("1.3 s"))
    }

    @Test func `letters filter hosts and titles, and do nothing else meanwhile`() {
        var screen = TopScreen()
        screen.take(
            reading(
                feeds: [feed("quay.example"), feed("pier.example")],
                titles: ["The Quay", "A pier"]))
        #expect(press("/q", &screen) == .draw && screen.isTyping)
        #expect(press("UAX\u{7F}", &screen) == .draw && screen.filter == "qUA")
        #expect(!text(screen).contains { $0.contains("pier") })
        #expect(text(screen).contains { $0.contains("The Quay") })
        #expect(text(screen).last?.hasPrefix("/qUA") == true)
        _ = press("\n", &screen)
        #expect(!screen.isTyping && press("f", &screen) == .poll(["quay.example"]))
        _ = press("/\u{1B}", &screen)
        #expect(screen.filter.isEmpty && text(screen).contains { $0.contains("pier") })
        #expect(press("/\u{3}", &screen) == .quit)
        var long = TopScreen()
        _ = press("/" + String(repeating: "x", count: 500), &long)
        #expect(long.filter.count == 60)
    }

    @Test func `a chosen host is asked, and files are tried again`() {
        var screen = TopScreen()
        #expect(press("f", &screen) == .draw, "nothing was read yet")
        screen.take(reading(feeds: [feed("a.example", "failing"), feed("b.example")]))
        #expect(press("f", &screen) == .poll(["a.example"]))
        #expect(press("jf", &screen) == .poll(["b.example"]))
        #expect(text(screen).contains { $0.hasPrefix(">") && $0.contains("b.example") })
        #expect(press("jjjf", &screen) == .poll(["b.example"]))
        #expect(press("kkkf", &screen) == .poll(["a.example"]))
        _ = press("j", &screen)
        screen.take(reading(feeds: [feed("a.example")]))
        #expect(press("f", &screen) == .poll(["a.example"]), "a host that is gone is not asked")
        #expect(press("t", &screen) == .retry)
        screen.tell("two\u{1B}[2J files")
        #expect(text(screen).last?.hasPrefix("two") == true)
        #expect(!text(screen).joined().contains("\u{1B}"))
        _ = press("x", &screen)
        #expect(text(screen).last?.hasPrefix("q quit") == true)
    }

    @Test(arguments: [("dumb", true), ("", true), ("unknown", true), ("xterm", false)])
    func `a dumb terminal gets no screen`(name: String, isDumb: Bool) {
        #expect(TopCommand.isDumb(name) == isDumb)
        #expect(TopCommand.isDumb(nil))
    }

    @Test func `keys quit, pause and look`() {
        var screen = TopScreen()
        #expect(screen.press(UInt8(ascii: "q")) == .quit)
        #expect(screen.press(UInt8(ascii: "p")) == .draw && screen.isPaused)
        #expect(screen.press(UInt8(ascii: " ")) == .draw && !screen.isPaused)
        #expect(screen.press(UInt8(ascii: "r")) == .read)
        #expect(screen.press(0x1B) == .draw)
    }

    @Test(arguments: [
        ("https://a.example/f?x", "a.example"), ("http://a.example:8080", "a.example:8080"),
        ("https://u@a.example/", "a.example"), ("none", "none"),
    ])
    func `a host is told by its address`(address: String, host: String) {
        #expect(TopScreen.host(of: address) == host)
    }

    @Test func `metrics are summed by family`() {
        let text = """
            # TYPE briefd_polls counter
            briefd_polls_total{outcome="ok"} 3
            briefd_polls_total{outcome="a } 9"} 4
            process_resident_memory_bytes 5e6
            process_cpu_seconds_total 2.5
            # EOF
            """
        let metrics = MetricsText(text)
        #expect(metrics["briefd_polls_total"] == 7)
        #expect(metrics["process_resident_memory_bytes"] == 5_000_000)
        #expect(metrics["other"] == nil)
        let counters = TopReading.Counters(metrics)
        #expect(counters.polls == 7 && counters.memory == 5_000_000 && counters.processor == 2.5)
    }
}
