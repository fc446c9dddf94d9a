/// The latest events, in the order of their numbers. A pure value: nothing here touches the disk.
struct EventBook: Sendable {
    /// What a reader has not seen.
    struct Page: Sendable {
        /// Whether events behind the reader's place are no longer there, or were never known: they are missing before
        /// the first of `events`.
        var hasGap = false
        var events: [ToldEvent] = []
    }

    /// Events that are kept; the oldest gives way.
    let limit: Int
    /// Every event with a greater number is kept.
    private(set) var floor: Int
    /// The greatest number that any event of the book had.
    private(set) var last: Int
    private(set) var events: ArraySlice<ToldEvent> = []

    init(limit: Int, floor: Int = 0) {
        self.limit = limit
        self.floor = floor
        last = floor
    }

    /// Takes an event in. Its number must be greater than those before.
    mutating func append(_ event: ToldEvent) {
        events.append(event)
        last = event.number
        guard events.count > limit, let oldest = events.popFirst() else { return }
        floor = oldest.number
        // A slice keeps the room of what was taken off its front.
        if events.startIndex > limit { events = ArraySlice(Array(events)) }
    }

    /// What came behind a number, `count` events at most.
    func page(after number: Int, count: Int = .max) -> Page {
        let start = events.partitioningIndex { $0.number > number }
        return Page(hasGap: number < floor, events: Array(events[start...].prefix(count)))
    }
}

extension ArraySlice {
    /// The first place from which on all elements meet a condition that, once met, is met by all behind.
    fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
