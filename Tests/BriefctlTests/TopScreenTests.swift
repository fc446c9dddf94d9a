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
        #expect(order() == ["b", "a", "c"], "the one that never answered has been quiet longest")
        _ = screen.press(UInt8(ascii: "s"))
        #expect(order() == ["a", "b", "c"])
        _ = screen.press(UInt8(ascii: "s"))
        #expect(screen.sort == .trouble)
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
