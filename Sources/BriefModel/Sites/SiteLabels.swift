/// What is known for certain of a site's blocks: which lines, and which places in its template, hold text of articles and
/// which do not. An editor says so (`briefctl teach`), or a feed that carries whole articles whose pages were read.
///
/// A line is known by a hash of its words and of the elements around it, a place by one of those elements alone. A place
/// that held both says nothing. Bounded by `most`; of more those go that were seen longest ago.
public struct SiteLabels: Sendable, Codable, Equatable {
    /// Lines and places that are known at most.
    public static let most = 1_024

    struct Tally: Sendable, Codable, Equatable {
        /// On how many pages, at most 255.
        var kept: UInt8 = 0
        var dropped: UInt8 = 0
        /// The number of the last page.
        var last: UInt16 = 0
    }

    /// How many pages were labelled.
    public private(set) var pages: UInt16 = 0
    private(set) var tallies: [UInt64: Tally] = [:]

    public init() {}

    public var isEmpty: Bool { tallies.isEmpty }

    /// How many lines and places are known as text, and as furniture.
    public var counts: (kept: Int, dropped: Int) {
        (
            tallies.values.count { $0.kept > 0 && $0.dropped == 0 },
            tallies.values.count { $0.dropped > 0 && $0.kept == 0 }
        )
    }

    /// Whether a line or place holds text; nil where too few pages say so, or not all alike.
    ///
    /// - Parameter need: pages that have to agree.
    public func says(_ key: UInt64, atLeast need: Int) -> Bool? {
        guard let tally = tallies[key] else { return nil }
        if tally.dropped == 0, Int(tally.kept) >= need { return true }
        if tally.kept == 0, Int(tally.dropped) >= need { return false }
        return nil
    }

    /// Takes in one page.
    public mutating func add(_ page: PageLabels) {
        guard !page.isEmpty else { return }
        pages = pages == .max ? .max : pages + 1
        for key in Set(page.kept) {
            count(key) { $0.kept = $0.kept == .max ? .max : $0.kept + 1 }
        }
        for key in Set(page.dropped) {
            count(key) { $0.dropped = $0.dropped == .max ? .max : $0.dropped + 1 }
        }
        guard tallies.count > Self.most else { return }
        let order = tallies.sorted { ($1.value.last, $0.key) < ($0.value.last, $1.key) }
        for tally in order[Self.most...] { tallies[tally.key] = nil }
    }

    private mutating func count(_ key: UInt64, _ change: (inout Tally) -> Void) {
        var tally = tallies[key] ?? Tally()
        change(&tally)
        tally.last = pages
        tallies[key] = tally
    }

    /// As bytes: the pages, how many tallies, and those by their keys, numbers in little-endian order.
    public var packed: [UInt8] {
        var bytes: [UInt8] = []
        bytes.add(pages)
        bytes.add(UInt16(tallies.count))
        for (key, tally) in tallies.sorted(by: { $0.key < $1.key }) {
            bytes.add(key)
            bytes.add(tally.kept)
            bytes.add(tally.dropped)
            bytes.add(tally.last)
        }
        return bytes
    }

    /// Nil where the bytes are none.
    public init?(packed bytes: [UInt8]) {
        var rest = bytes[...]
        self.init(taking: &rest)
        guard rest.isEmpty else { return nil }
    }

    /// Takes them from the front of longer bytes.
    init?(taking rest: inout ArraySlice<UInt8>) {
        guard let pages = rest.take(UInt16.self), let count = rest.take(UInt16.self),
            count <= Self.most
        else { return nil }
        self.pages = pages
        tallies.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let key = rest.take(UInt64.self), let kept = rest.take(UInt8.self),
                let dropped = rest.take(UInt8.self), let last = rest.take(UInt16.self)
            else { return nil }
            tallies[key] = Tally(kept: kept, dropped: dropped, last: last)
        }
    }
}

/// The lines and places of one page that are known to hold text of its article, and not to. A place may be among both.
public struct PageLabels: Sendable, Codable, Equatable {
    /// In each list.
    public static let most = 512

    public var kept: [UInt64]
    public var dropped: [UInt64]

    public init(kept: [UInt64] = [], dropped: [UInt64] = []) {
        self.kept = kept
        self.dropped = dropped
    }

    public var isEmpty: Bool { kept.isEmpty && dropped.isEmpty }
}
