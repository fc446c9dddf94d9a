/// Numbers keys in the order in which they are first met. The keys are hashes: their low bits choose the slot.
struct KeyNumbers {
    private struct Slot {
        var key: UInt64
        /// Below 0 where the slot is free.
        var number: Int32
    }

    private var slots: [Slot]
    /// How many keys were met.
    private(set) var count = 0

    /// - Parameter capacity: how many keys there are at most.
    init(capacity: Int) {
        let size = 1 << (Int.bitWidth - (2 * capacity + 1).leadingZeroBitCount)
        slots = [Slot](repeating: Slot(key: 0, number: -1), count: size)
    }

    /// The number of a key, counted from 0.
    mutating func number(_ key: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while slots[slot].number >= 0 {
            if slots[slot].key == key { return Int(slots[slot].number) }
            slot = (slot + 1) & mask
        }
        slots[slot] = Slot(key: key, number: Int32(count))
        count += 1
        return count - 1
    }
}
