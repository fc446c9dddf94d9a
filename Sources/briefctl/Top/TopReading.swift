import ControlProtocol
import FoundationEssentials

/// What was seen of the daemon at one time.
struct TopReading: Sendable {
    var when: Date
    var status: StatusReply
    var feeds: [FeedItem]
    /// Those filed last.
    var articles: [ArticleItem]
    /// Slowest first; none from a daemon that does not tell.
    var hosts: [HostItem] = []
    /// What only grows.
    var counters: Counters

    struct Counters: Sendable, Equatable {
        var filed: Double?
        var polls: Double?
        var read: Double?
        /// Seconds of the processor.
        var processor: Double?
        /// Bytes in memory; not a counter.
        var memory: Double?

        init() {}

        init(_ metrics: MetricsText) {
            filed = metrics["briefd_articles_filed_total"]
            polls = metrics["briefd_polls_total"]
            read = metrics["briefd_documents_read_total"]
            processor = metrics["process_cpu_seconds_total"]
            memory = metrics["process_resident_memory_bytes"]
        }
    }

    /// How much a counter grew a minute since an earlier reading; nil where it cannot be told: it is the first, or the daemon
    /// was started again meanwhile.
    func rate(_ counter: KeyPath<Counters, Double?>, since earlier: TopReading?) -> Double? {
        guard let earlier, earlier.status.started == status.started,
            let now = counters[keyPath: counter], let then = earlier.counters[keyPath: counter],
            when > earlier.when, now >= then
        else { return nil }
        return (now - then) / when.timeIntervalSince(earlier.when) * 60
    }
}
