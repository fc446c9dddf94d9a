/// Numbers keys in the order in which they are first met. The keys are hashes: their low bits choose the slot.
struct KeyNumbers: Sendable {
    private struct Slot {
        var key: UInt64
        /// Below 0 where the slot is free.
        var number: Int32
    }

    private var slots = [Slot](repeating: Slot(key: 0, number: -1), count: 512)
    init() {}

    /// The hashes of texts, in their order.
    init(hashing texts: [String]) {
        for text in texts { _ = number(text.utf8.reduce(ByteHash.seed, ByteHash.next)) }
    }

    /// How many keys were met.
    private(set) var count = 0

    /// The number of a key, counted from 0.
    mutating func number(_ key: UInt64) -> Int {
        let slot = slot(of: key)
        if slots[slot].number >= 0 { return Int(slots[slot].number) }
        slots[slot] = Slot(key: key, number: Int32(count))
        count += 1
        if 2 * count > slots.count { grow() }
        return count - 1
    }

    /// The number of a key; nil for one that was not met.
    func known(_ key: UInt64) -> Int? {
        let number = slots[slot(of: key)].number
        return number < 0 ? nil : Int(number)
    }

    /// Where a key stands, or would stand.
    private func slot(of key: UInt64) -> Int {
        let slots = slots.span
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while slots[slot].number >= 0, slots[slot].key != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(key: 0, number: -1), count: 4 * old.count)
        for entry in old where entry.number >= 0 { slots[slot(of: entry.key)] = entry }
    }
}
