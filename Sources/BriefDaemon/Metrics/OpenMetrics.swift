import BriefModel
import ControlProtocol
import FoundationEssentials
import LinuxIO
import Storage

/// GET /metrics (OpenMetrics 1.0): families in a steady order, each with its type and what it means.
struct OpenMetrics {
    let status: StatusReply
    let feeds: [FeedSnapshot]
    let meters: Meters.Reading
    let process: ProcessUse

    private static let feedStates = ["ok", "failing", "paused", "gone", "merged"]

    var text: String {
        var page = Page()
        service(&page)
        work(&page)
        for counter in Meters.Counter.allCases { add(counter, to: &page) }
        for timer in Meters.Timer.allCases { add(timer, to: &page) }
        resources(&page)
        return page.text + "# EOF\n"
    }

    private func service(_ page: inout Page) {
        page.gauge("up", "1: it was asked, and answered.", 1)
        page.gauge("healthy", "Whether all is well, as briefctl status says.", status.ok ? 1 : 0)
        page.family("build", "info", "Which briefd this is.")
        page.sample("build_info", [("version", status.version)], 1)
        page.gauge(
            "start_time_seconds", "When it was started, since 1970.", seconds(status.started))
        page.family("problem", "gauge", "1 for each problem that lasts; docs/operating.md has all.")
        for problem in status.problems { page.sample("problem", [("code", problem.code)], 1) }
    }

    private func work(_ page: inout Page) {
        page.family("feeds", "gauge", "Feeds by state.")
        let states = Dictionary(grouping: feeds, by: \.state.rawValue).mapValues(\.count)
        for state in Self.feedStates {
            page.sample("feeds", [("state", state)], Double(states[state] ?? 0))
        }
        if let last = feeds.compactMap(\.lastSuccess).max() {
            page.gauge(
                "last_poll_success_timestamp_seconds", "When a feed last answered well.",
                last.timeIntervalSince1970)
        }
        page.gauge(
            "pages_waiting", "Linked pages that are still to be fetched.",
            Double(feeds.reduce(0) { $0 + $1.pagesWaiting }))
        page.family("spool_files", "gauge", "Files in the spool by queue.")
        let spool = status.spool
        for (queue, count) in [
            ("incoming", spool.incoming), ("active", spool.active), ("deferred", spool.deferred),
            ("corrupt", spool.corrupt), ("hold", spool.hold),
        ] {
            page.sample("spool_files", [("queue", queue)], Double(count))
        }
        let articles = status.articles
        page.gauge("articles", "Current articles in the store.", Double(articles.total))
        page.gauge("articles_partial", "Those without their page.", Double(articles.partial))
        page.gauge(
            "articles_low_quality", "Those whose extraction is doubted.",
            Double(articles.lowQuality)
        )
        page.gauge("sightings", "Arrivals of known articles.", Double(articles.sightings))
        if let last = articles.lastFiled {
            page.gauge(
                "last_filed_timestamp_seconds", "When an article was last filed.", seconds(last))
        }
        page.gauge(
            "documents_in_hand", "Documents being read or filed.", Double(status.queue.inHand))
        page.gauge(
            "documents_waiting", "Documents that wait for room.", Double(status.queue.waiting))
    }

    private func add(_ counter: Meters.Counter, to page: inout Page) {
        page.family(counter.rawValue, "counter", counter.help)
        let counts = meters.counts.filter { $0.key.counter == counter }
        guard let label = counter.label else {
            page.sample(counter.rawValue + "_total", [], Double(counts.values.reduce(0, +)))
            return
        }
        for key in counts.keys.sorted() {
            page.sample(counter.rawValue + "_total", [(label, key.value)], Double(counts[key] ?? 0))
        }
    }

    private func add(_ timer: Meters.Timer, to page: inout Page) {
        let name = timer.rawValue + "_seconds"
        let histogram = meters.timers[timer] ?? .init()
        page.family(name, "histogram", timer.help)
        var sum = 0
        for (index, count) in histogram.counts.enumerated() {
            sum += count
            let bounds = Meters.Histogram.bounds
            let bound = index < bounds.count ? Page.number(bounds[index]) : "+Inf"
            page.sample(name + "_bucket", [("le", bound)], Double(sum))
        }
        page.sample(name + "_count", [], Double(sum))
        page.sample(name + "_sum", [], histogram.sum)
    }

    /// The names that Prometheus's own clients use, without our prefix.
    private func resources(_ page: inout Page) {
        page.prefix = "process_"
        page.family(
            "cpu_seconds", "counter", "Processor time of the daemon; workers have their own.")
        page.sample("cpu_seconds_total", [], process.processorSeconds)
        page.gauge(
            "resident_memory_bytes", "Memory of the daemon.", Double(process.residentBytes))
        page.gauge("open_fds", "Open files of the daemon.", Double(process.openFiles))
    }

    private func seconds(_ time: String) -> Double {
        Date(rfc3339: time)?.timeIntervalSince1970 ?? 0
    }

    /// The text as it grows.
    struct Page {
        var text = ""
        var prefix = "briefd_"

        mutating func family(_ name: String, _ type: String, _ help: String) {
            text += "# TYPE \(prefix)\(name) \(type)\n# HELP \(prefix)\(name) \(help)\n"
        }

        mutating func gauge(_ name: String, _ help: String, _ value: Double) {
            family(name, "gauge", help)
            sample(name, [], value)
        }

        mutating func sample(_ name: String, _ labels: [(String, String)], _ value: Double) {
            let list = labels.map { "\($0.0)=\"\(Page.escaped($0.1))\"" }.joined(separator: ",")
            text += "\(prefix)\(name)\(list.isEmpty ? "" : "{\(list)}") \(Page.number(value))\n"
        }

        /// Whole numbers without a point, as people read them.
        static func number(_ value: Double) -> String {
            guard value == value.rounded(), abs(value) < 1e15 else { return "\(value)" }
            return "\(Int(value))"
        }

        /// OpenMetrics 1.0, "escaped-string".
        private static func escaped(_ text: String) -> String {
            text.reduce(into: "") { result, character in
                switch character {
                case "\\": result += "\\\\"
                case "\"": result += "\\\""
                case "\n": result += "\\n"
                default: result.append(character)
                }
            }
        }
    }
}
