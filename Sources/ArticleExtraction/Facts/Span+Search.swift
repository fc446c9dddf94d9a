// Bytes are looked for here in whole texts, and in each of their lines, dozens of times.

extension Span<UInt8> {
    func holds(_ needle: Span<UInt8>) -> Bool { firstPlace(of: needle) != nil }

    /// Whether other bytes stand at a place.
    func holds(_ needle: Span<UInt8>, at place: Int) -> Bool {
        guard place >= 0, count - place >= needle.count else { return false }
        for index in needle.indices where self[place + index] != needle[index] { return false }
        return true
    }

    /// How often other bytes stand in these, without overlap.
    func occurrences(of needle: Span<UInt8>, limit: Int = .max) -> Int {
        var found = 0
        var index = 0
        while found < limit, let place = firstPlace(of: needle, from: index) {
            found += 1
            index = place + needle.count
        }
        return found
    }

    /// Where other bytes stand first; nil where they do not, or where they are none.
    func firstPlace(of needle: Span<UInt8>, from start: Int = 0) -> Int? {
        guard !needle.isEmpty, count - start >= needle.count else { return nil }
        let last = needle.count - 1
        let end = count - last
        var index = start
        while index < end {
            let stop = Swift.min(index + Self.block, end)
            if extracting(index..<stop + last).mayHold(needle[0], needle[last], apart: last) {
                while index < stop {
                    if self[index] == needle[0], holds(needle, at: index) { return index }
                    index += 1
                }
            }
            index = stop
        }
        return nil
    }

    // The loops below end nowhere but at the end: so the compiler compares many bytes at a time, which is ten times as fast
    // as to stop at the first that is found. Where it inlines them it makes branches of them again.

    private static var block: Int { 128 }

    /// Whether a byte stands so far before another one.
    private func mayHold(_ first: UInt8, _ last: UInt8, apart: Int) -> Bool {
        let firsts = extracting(0..<count - apart)
        let lasts = extracting(apart..<count)
        var found: UInt8 = 0
        for index in firsts.indices {
            found |= (firsts[index] == first ? 1 : 0) & (lasts[index] == last ? 1 : 0)
        }
        return found != 0
    }

    @inline(never)
    func holds(_ byte: UInt8) -> Bool {
        var found: UInt8 = 0
        for index in indices { found |= self[index] == byte ? 1 : 0 }
        return found != 0
    }

    var holdsDigit: Bool {
        @inline(never) get {
            var least = UInt8.max
            for index in indices { least = Swift.min(least, self[index] &- 0x30) }
            return least < 10
        }
    }

    /// Whether it is visible ASCII, with one blank between words and none at the ends, as most lines are: nothing that is
    /// done to white space and to what cannot be seen changes it.
    var isSettled: Bool {
        @inline(never) get {
            guard count > 0, self[0] != 0x20, self[count - 1] &- 0x21 < 0x5E else { return false }
            let bytes = extracting(0..<count - 1)
            let nexts = extracting(1..<count)
            var found: UInt8 = 0
            for index in bytes.indices {
                let isOther: UInt8 = bytes[index] &- 0x20 >= 0x5F ? 1 : 0
                let isDouble: UInt8 =
                    (bytes[index] == 0x20 ? 1 : 0) & (nexts[index] == 0x20 ? 1 : 0)
                found |= isOther | isDouble
            }
            return found == 0
        }
    }

    /// Whether it is visible ASCII and blanks.
    var isPlain: Bool {
        @inline(never) get {
            var most: UInt8 = 0
            for index in indices { most = Swift.max(most, self[index] &- 0x20) }
            return most < 0x5F
        }
    }

    var isASCII: Bool {
        @inline(never) get {
            var found: UInt8 = 0
            for index in indices { found |= self[index] }
            return found < 0x80
        }
    }
}
