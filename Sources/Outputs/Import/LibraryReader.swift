import BriefModel
import FoundationEssentials

/// Reads what other programs export: wallabag, Omnivore, FreshRSS and Firefox (JSON), Pocket, Instapaper and Readwise Reader
/// (CSV), Pocket, Instapaper and all browsers (HTML).
public enum LibraryReader {
    public enum Failure: Error, Equatable, CustomStringConvertible {
        case unknown
        case isOutline
        case damaged(String)

        public var description: String {
            switch self {
            case .unknown:
                "it is no export that is known: wallabag, Omnivore, FreshRSS or Firefox (JSON), Pocket,"
                    + " Instapaper or Readwise Reader (CSV), or bookmarks (HTML)"
            case .isOutline: "it is a list of feeds: briefctl feed import takes it"
            case .damaged(let why): "it cannot be read: \(why)"
            }
        }
    }

    /// - Parameter content: gives the HTML that lies beside the file under a name, as Omnivore exports it; nil where there
    ///   is none.
    public static func read(
        _ bytes: [UInt8], content: (_ name: String) -> String? = { _ in nil }
    ) throws(Failure) -> [ImportedItem] {
        var text = Substring(String(decoding: bytes, as: UTF8.self))
        if text.first == "\u{FEFF}" { text.removeFirst() }
        let start = text.prefix(4_096).drop(while: \.isWhitespace)
        let head = start.lowercased()
        if head.hasPrefix("[") || head.hasPrefix("{") {
            guard let json = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else {
                throw .damaged("it is no JSON, or cut off")
            }
            return try JSONLibrary.items(json, content: content)
        }
        if head.contains("<opml") { throw .isOutline }
        if head.hasPrefix("<") { return BookmarkPage.items(text) }
        // Spreadsheets of some countries write semicolons, and some programs tabulators.
        for mark in [",", ";", "\t"] as [Unicode.Scalar] {
            let rows = CSVTable.rows(text, mark: UInt8(ascii: mark))
            if let first = rows.first, let table = CSVLibrary(header: first) {
                return rows.dropFirst().compactMap(table.item)
            }
        }
        throw .unknown
    }
}
