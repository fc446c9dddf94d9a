import FoundationEssentials

/// What is due when: a heap with the earliest at its top, and one time for each id.
struct DueQueue {
    private var heap: [(due: Date, id: String)] = []
    /// The entry of each id that counts; others in the heap are left over.
    private var current: [String: Date] = [:]

    /// When the first is due.
    var first: Date? {
        mutating get {
            while let top = heap.first, current[top.id] != top.due { removeTop() }
            return heap.first?.due
        }
    }

    /// Sets when `id` is due, in place of any other time; nil for never.
    mutating func set(_ id: String, due: Date?) {
        guard current[id] != due else { return }
        current[id] = due
        guard let due else { return }
        heap.append((due, id))
        var index = heap.count - 1
        while index > 0, heap[index].due < heap[(index - 1) / 2].due {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    /// Takes the first out if it is due.
    mutating func pop(due now: Date) -> String? {
        guard let first, first <= now, let id = heap.first?.id else { return nil }
        removeTop()
        current[id] = nil
        return id
    }

    mutating func removeAll() {
        heap = []
        current = [:]
    }

    private mutating func removeTop() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var index = 0
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
                if heap[child].due < heap[least].due { least = child }
            }
            guard least != index else { return }
            heap.swapAt(index, least)
            index = least
        }
    }
}
