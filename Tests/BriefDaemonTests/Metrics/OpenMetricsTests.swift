import ControlProtocol
import Foundation
import LinuxIO
import Testing

@testable import BriefDaemon

@Suite struct OpenMetricsTests {
    private func text(_ meters: Meters, problems: [StatusReply.Trouble] = []) -> String {
        let status = StatusReply(
            ok: problems.isEmpty, summary: "", problems: problems, version: "1.2\"3",
            started: "2026-11-21T06:00:00Z", state: .running, feeds: .init(), spool: .init(),
            articles: .init(total: 7, lastFiled: "2026-11-21T06:00:01Z"),
            queue: .init(inHand: 0, waiting: 0), notTaken: 0, workers: nil)
        return OpenMetrics(status: status, feeds: [], meters: meters.current, process: .current)
            .text
    }

    @Test func `says what a family is before its values, once, and ends as the format wants it`() {
        let meters = Meters()
        meters.count(.articlesFiled, "spool", by: 2)
        meters.count(.articlesFiled, "feed")
        meters.count(.polls, "ok")
        meters.observe(.poll, since: .now)
        let lines = text(meters).split(separator: "\n", omittingEmptySubsequences: false)
        var families: Set<Substring> = []
        var family = Substring()
        for line in lines.dropLast(2) {
            let words = line.split(separator: " ", maxSplits: 3)
            if line.hasPrefix("# TYPE ") {
                family = words[2]
                #expect(families.insert(family).inserted, "\(family) comes twice")
            } else {
                let name = line.hasPrefix("#") ? words[2] : words[0]
                #expect(name.hasPrefix(family), "\(line)")
            }
        }
        #expect(lines.suffix(2) == ["# EOF", ""])
        #expect(lines.contains("briefd_articles_filed_total{source=\"feed\"} 1"))
        #expect(lines.contains("briefd_articles_filed_total{source=\"spool\"} 2"))
        #expect(lines.contains("briefd_poll_duration_seconds_count 1"))
        #expect(lines.contains("briefd_poll_duration_seconds_bucket{le=\"+Inf\"} 1"))
        #expect(lines.contains("briefd_build_info{version=\"1.2\\\"3\"} 1"))
        #expect(lines.contains("briefd_start_time_seconds 1795240800"))
        #expect(lines.contains("briefd_last_filed_timestamp_seconds 1795240801"))
    }

    /// What monitors are told to look at is there; a name that was changed would leave a panel empty, and an alert silent.
    @Test(arguments: ["grafana/briefd.json", "prometheus/briefd.rules.yml"])
    func `what is shipped for monitors names metrics that exist`(file: String) throws {
        let meters = Meters()
        for counter in Meters.Counter.allCases { meters.count(counter, "x") }
        let samples = Set(
            text(meters, problems: [.init(code: "c", since: "", what: "", next: "")])
                .split(separator: "\n").filter { !$0.hasPrefix("#") }
                .map { String($0.prefix { $0 != "{" && $0 != " " }) })
        // It shows only where a feed answered.
        let all = samples.union(["briefd_last_poll_success_timestamp_seconds"])
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../contrib/\(file)").standardized
        let shipped = try String(contentsOf: path, encoding: .utf8)
        let names = Set(
            shipped.matches(of: #/\b(?:briefd|process)_[a-z_]+\b/#).map { String($0.0) })
        #expect(names.count > 3)
        #expect(names.subtracting(all) == [])
        if file.hasSuffix(".json") {
            #expect(throws: Never.self) {
                try JSONSerialization.jsonObject(with: Data(shipped.utf8))
            }
        }
    }

    @Test func `is up when it answers, and healthy when all is well`() {
        let trouble = StatusReply.Trouble(
            code: "store-full", since: "2026-11-21T06:00:00Z", what: "", next: "")
        let sick = text(Meters(), problems: [trouble]).split(separator: "\n")
        #expect(sick.contains("briefd_up 1") && sick.contains("briefd_healthy 0"))
        #expect(sick.contains("briefd_problem{code=\"store-full\"} 1"))
        #expect(text(Meters()).contains("briefd_healthy 1\n"))
    }

    @Test func `puts times into buckets that hold all smaller ones`() {
        var histogram = Meters.Histogram()
        for seconds in [0.001, 0.02, 0.3, 400] { histogram.observe(seconds) }
        #expect(histogram.counts.reduce(0, +) == 4)
        #expect(histogram.counts.last == 1)
        #expect(histogram.counts.first == 1)
        #expect(abs(histogram.sum - 400.321) < 1e-9)
    }

    @Test func `knows what the process uses`() {
        let use = ProcessUse.current
        #expect(use.processorSeconds > 0 && use.residentBytes > 1_000_000 && use.openFiles > 2)
    }
}
