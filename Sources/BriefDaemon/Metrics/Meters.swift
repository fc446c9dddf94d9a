import Synchronization

/// What is counted and timed since the start, for `GET /metrics`. Bounded: labels are our own words, never a source's.
public final class Meters: Sendable {
    /// What only grows.
    enum Counter: String, CaseIterable {
        case articlesFiled = "articles_filed"
        case events
        case polls
        case documentsRead = "documents_read"
        case readBytes = "read_bytes"

        var help: String {
            switch self {
            case .articlesFiled: "New articles, by where they came from."
            case .events: "What happened, by its kind (docs/cli-json.md)."
            case .polls: "Polls of feeds, by their outcome."
            case .documentsRead: "Documents that workers read, by their outcome."
            case .readBytes: "Bytes of documents that workers read."
            }
        }

        /// The name of its label; nil where there is but one value.
        var label: String? {
            switch self {
            case .articlesFiled: "source"
            case .events: "kind"
            case .polls, .documentsRead: "outcome"
            case .readBytes: nil
            }
        }
    }

    /// How long something takes, in seconds.
    enum Timer: String, CaseIterable {
        case poll = "poll_duration"
        case read = "read_duration"
        case commit = "commit_duration"

        var help: String {
            switch self {
            case .poll: "A poll of a feed, from its request until its entries are taken."
            case .read: "Reading a document, the wait for a worker included."
            case .commit: "A group commit of the store."
            }
        }
    }

    struct Key: Hashable, Comparable {
        var counter: Counter
        var value: String

        static func < (one: Key, other: Key) -> Bool {
            (one.counter.rawValue, one.value) < (other.counter.rawValue, other.value)
        }
    }

    struct Histogram {
        /// Upper bounds in seconds; the last bucket has none.
        static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
        private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
        private(set) var sum = 0.0

        mutating func observe(_ seconds: Double) {
            let seconds = max(0, seconds)
            counts[Histogram.bounds.firstIndex { seconds <= $0 } ?? Histogram.bounds.count] += 1
            sum += seconds
        }
    }

    /// All of it at one moment.
    struct Reading {
        var counts: [Key: Int] = [:]
        var timers: [Timer: Histogram] = [:]
    }

    private let reading = Mutex(Reading())
    /// Of the polls, by host.
    let hosts = HostTimes()

    public init() {}

    func count(_ counter: Counter, _ value: String = "", by amount: Int = 1) {
        reading.withLock { $0.counts[Key(counter: counter, value: value), default: 0] += amount }
    }

    func observe(_ timer: Timer, since start: ContinuousClock.Instant) {
        let time = ContinuousClock.now - start
        reading.withLock { $0.timers[timer, default: Histogram()].observe(time.seconds) }
    }

    var current: Reading { reading.withLock { $0 } }
}
