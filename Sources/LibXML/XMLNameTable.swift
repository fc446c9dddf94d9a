import CXML2
import Charsets

/// Numbers the names of a document by the addresses of their strings.
///
/// libxml2 keeps each string of a document once, so equal addresses are equal names; an open hash table over
/// them spares a comparison of strings for every element.
struct XMLNameTable {
    private struct Slot {
        var local: UInt
        var prefix: UInt
        var uri: UInt
        var number: UInt32
    }

    private var slots = [Slot](repeating: Slot(local: 0, prefix: 0, uri: 0, number: 0), count: 256)
    private var used = 0

    /// The name's number, written to the tape when it is new; nil where the limit is passed.
    mutating func number(
        _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
        _ uri: UnsafePointer<xmlChar>?, _ writer: inout XMLTapeWriter
    ) -> UInt32? {
        let key = (
            UInt(bitPattern: local), UInt(bitPattern: prefix), UInt(bitPattern: uri)
        )
        let place = slot(key)
        if slots[place].local != 0 { return slots[place].number }
        let name = unsafe XMLTape.Name(
            prefix: Self.string(prefix), local: Self.string(local) ?? "",
            namespace: Self.string(uri).map(XMLTape.Name.shortened))
        guard let number = writer.add(name: name) else { return nil }
        slots[place] = Slot(local: key.0, prefix: key.1, uri: key.2, number: number)
        used += 1
        if used * 2 > slots.count { grow() }
        return number
    }

    private func slot(_ key: (UInt, UInt, UInt)) -> Int {
        let mask = slots.count - 1
        let mixed = (key.0 ^ (key.1 &<< 1) ^ (key.2 &<< 2)) &* 0x9E37_79B9_7F4A_7C15
        var place = Int(truncatingIfNeeded: mixed &>> 32) & mask
        while slots[place].local != 0 {
            let found = slots[place]
            if found.local == key.0, found.prefix == key.1, found.uri == key.2 { break }
            place = (place + 1) & mask
        }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](
            repeating: Slot(local: 0, prefix: 0, uri: 0, number: 0), count: old.count * 2)
        for entry in old where entry.local != 0 {
            slots[slot((entry.local, entry.prefix, entry.uri))] = entry
        }
    }

    private static func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        return StreamSafeText.mended(unsafe String(cString: pointer))
    }
}
