import FoundationEssentials

/// What is remembered of the pages of one host: which lines stood on several of them, each with another article.
///
/// A line is known by a hash of its words and of the elements that it stands in, so that a page of another template, or
/// of the same one after a redesign, has none of the lines that are known, and nothing is said of it. What is kept is
/// bounded: see `mostBytes`. The same pages in the same order give the same account.
public struct SiteAccount: Sendable, Codable, Equatable {
    /// Bytes that a packed account takes at most.
    public static let mostBytes = 64 << 10
    /// On so many pages a line must have stood before anything is said of it.
    public static let agreeing = 3
    /// Days without a page after which all is forgotten, and after which a page is.
    public static let days: Int32 = 90

    static let mostPages = 16
    static let mostLines = 2_048
    static let mostSamples = 128

    /// A page that was learned from, by hashes of its address and its body.
    struct Page: Sendable, Codable, Equatable {
        var address: UInt64
        var body: UInt64
        /// Since 1970.
        var day: Int32
    }

    struct Line: Sendable, Codable, Equatable {
        /// How many pages had it, at most 255.
        var count: UInt8
        /// The number of the last one.
        var last: UInt32
    }

    /// How many pages were learned from, ever: the account's version.
    public internal(set) var number: UInt32 = 0
    /// The latest pages, the latest one last.
    var pages: [Page] = []
    var lines: [UInt64: Line] = [:]
    /// How the lines begin that stood on several pages: for whoever looks.
    var samples: [UInt64: String] = [:]

    /// What feeds that carry whole articles said of the site's blocks.
    public internal(set) var learned = SiteLabels()
    /// What an editor taught of them: it lies in a file of its own, which no page writes.
    public var taught = SiteLabels()

    public init() {}

    /// What a page that is read with this account names: it changes with whatever is remembered.
    public var version: UInt32 { number &+ UInt32(taught.pages) }

    /// Lines that something is said of, those on most pages first.
    public var furniture: [(sample: String, pages: Int)] {
        lines.filter { $0.value.count >= Self.agreeing }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .map { (samples[$0.key] ?? "", Int($0.value.count)) }
    }

    /// Days since 1970 of the latest page; nil where there is none.
    public var latestDay: Int? { pages.last.map { Int($0.day) } }

    /// How many lines are known of.
    public var lineCount: Int { lines.count }

    /// Whether a line stood on several pages with another article each.
    ///
    /// - Parameter address: a hash of the page's, which may be one of those that are remembered: it does not count.
    public func isFurniture(_ line: UInt64, onPageAt address: UInt64) -> Bool {
        guard let known = lines[line] else { return false }
        let own = pages.contains { $0.address == address } ? 1 : 0
        return Int(known.count) >= Self.agreeing + own
    }

    /// Whether a line stood on so many pages that its words are worth keeping.
    public func wantsSample(of line: UInt64) -> Bool {
        (lines[line]?.count ?? 0) + 1 >= Self.agreeing && samples[line] == nil
    }

    /// The account as of a day: what is older than 90 days is forgotten.
    public func current(on day: Int32) -> SiteAccount {
        guard let latest = pages.last?.day, day &- latest <= Self.days else {
            var empty = SiteAccount()
            empty.number = number
            empty.taught = taught
            return empty
        }
        var account = self
        account.pages.removeAll { day &- $0.day > Self.days }
        account.prune()
        return account
    }

    /// Takes in what a page showed. One whose address or body is remembered, or most of whose text is, is the same
    /// article again, and nothing is learned from it.
    ///
    /// - Parameter day: since 1970.
    public mutating func learn(_ trace: PageTrace, on day: Int32) {
        self = current(on: day)
        guard !isKnown(trace) else { return }
        number &+= 1
        pages.append(Page(address: trace.address, body: trace.body, day: day))
        if pages.count > Self.mostPages { pages.removeFirst(pages.count - Self.mostPages) }
        for line in trace.text + trace.doubted {
            let count = lines[line]?.count ?? 0
            lines[line] = Line(count: count == .max ? .max : count + 1, last: number)
        }
        for sample in trace.samples where lines[sample.line] != nil {
            samples[sample.line] = sample.words
        }
        if let labels = trace.labels { learned.add(labels) }
        prune()
    }

    private func isKnown(_ trace: PageTrace) -> Bool {
        if pages.contains(where: { $0.address == trace.address || $0.body == trace.body }) {
            return true
        }
        return 2 * trace.text.count(where: { lines[$0] != nil }) > trace.text.count
            && trace.text.count >= 4
    }

    /// Forgets lines that the latest pages had not, and of more than there is room for those that fewest had.
    private mutating func prune() {
        let oldest = number &- UInt32(min(Int(number), pages.count))
        lines = lines.filter { $0.value.last > oldest }
        if lines.count > Self.mostLines {
            let order = lines.sorted {
                ($1.value.count, $1.value.last, $0.key) < ($0.value.count, $0.value.last, $1.key)
            }
            for line in order[Self.mostLines...] { lines[line.key] = nil }
        }
        samples = samples.filter { (lines[$0.key]?.count ?? 0) + 1 >= Self.agreeing }
        if samples.count > Self.mostSamples {
            let order = samples.keys.sorted {
                (lines[$1]?.count ?? 0, $0) < (lines[$0]?.count ?? 0, $1)
            }
            for line in order[Self.mostSamples...] { samples[line] = nil }
        }
    }
}
