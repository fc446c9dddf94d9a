import FoundationEssentials
import GRDB

/// A row of `entries`, read: what could be, and what could not.
struct StoredEntry {
    var entry: KnownEntry
    /// In words; empty where all was read.
    var faults: [String] = []

    static let columns = "key, alias, sent, article, first_seen, last_seen"

    /// - Parameters:
    ///   - row: `columns`.
    ///   - now: stands for times that cannot be read.
    /// - Returns: nil where not even the entry is named.
    init?(_ row: Row, now: Date) {
        guard let key = row.text(0) else { return nil }
        let sent = row.text(2)
        let last = row.time(5)
        let first = row.time(4)
        // Without what was sent the entry counts as changed: it is looked at again, and known by its key.
        entry = KnownEntry(
            key: key, alias: row.text(1), sentHash: sent ?? "", article: row.text(3),
            firstSeen: first ?? last ?? now, lastSeen: last ?? now)
        if sent == nil { faults.append("\"sent\" is no text") }
        if first == nil { faults.append("\"first_seen\" is no time") }
        if last == nil { faults.append("\"last_seen\" is no time") }
    }
}

/// SQLite lets any value into any column, and GRDB's subscripts end the program where it is of another kind.
extension Row {
    func text(_ index: Int) -> String? {
        let value: DatabaseValue = self[index]
        guard case .string(let text) = value.storage else { return nil }
        return text
    }

    func integer(_ index: Int) -> Int? {
        let value: DatabaseValue = self[index]
        guard case .int64(let number) = value.storage else { return nil }
        return Int(number)
    }

    /// Of seconds since 1970.
    func time(_ index: Int) -> Date? {
        let value: DatabaseValue = self[index]
        let seconds: Double
        switch value.storage {
        case .double(let number): seconds = number
        case .int64(let number): seconds = Double(number)
        default: return nil
        }
        guard StoredBounds.time.contains(seconds) else { return nil }
        return Date(timeIntervalSince1970: seconds)
    }
}
