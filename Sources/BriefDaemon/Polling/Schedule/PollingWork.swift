/// What is taken up and not yet done, by host: the feeds of one host wait for each other, other hosts do not.
struct PollingWork {
    /// Hosts whose feeds are polled at the same time, those included that rest between two requests.
    static let hostLimit = 1024
    /// Feeds whose pages are fetched at the same time: each holds some pages in memory.
    static let pageLimit = 8

    /// Feeds that are due, by their host.
    private var ready: [String: [String]] = [:]
    /// Hosts with feeds that are due and no task.
    private var idle: [String] = []
    private var running = 0
    private var pages: [String] = []
    private var pagesRunning = 0

    mutating func addPoll(_ feed: String, host: String) {
        if ready[host] == nil { idle.append(host) }
        ready[host, default: []].append(feed)
    }

    mutating func addPages(_ feed: String) { pages.append(feed) }

    /// Hosts for which a task may start now.
    mutating func startHosts() -> [String] {
        let count = min(idle.count, PollingWork.hostLimit - running)
        guard count > 0 else { return [] }
        defer { idle.removeFirst(count) }
        running += count
        return Array(idle.prefix(count))
    }

    /// The next feed for the task of `host`; nil where it is done, and the task ends.
    mutating func next(of host: String) -> String? {
        guard let feeds = ready[host], let first = feeds.first else {
            ready[host] = nil
            running -= 1
            return nil
        }
        ready[host] = Array(feeds.dropFirst())
        return first
    }

    /// Feeds for whose pages a task may start now.
    mutating func startPages() -> [String] {
        let count = min(pages.count, PollingWork.pageLimit - pagesRunning)
        guard count > 0 else { return [] }
        defer { pages.removeFirst(count) }
        pagesRunning += count
        return Array(pages.prefix(count))
    }

    mutating func endPages() { pagesRunning -= 1 }
}
