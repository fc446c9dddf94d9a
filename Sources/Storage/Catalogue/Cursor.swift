import GRDB

/// The last article of a page: what follows it is the next page.
struct Cursor: Equatable {
    /// Seconds since 1970.
    var filed: Int64
    var num: Int64

    init(_ row: Row) {
        filed = row["filed"]
        num = row["num"]
    }

    init(text: String) throws(StorageError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let filed = Int64(parts[0], radix: 36),
            let num = Int64(parts[1], radix: 36)
        else { throw .badCursor(String(text.prefix(40))) }
        self.filed = filed
        self.num = num
    }

    var text: String { String(filed, radix: 36) + "." + String(num, radix: 36) }
}
