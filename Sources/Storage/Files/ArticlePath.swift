import BriefModel
import FoundationEssentials

/// Chooses ids and file names for articles.
enum ArticlePath {
    /// "articles/2021/10/title-3f2a9c1e.md": by date of publication, else of arrival; the first free one of
    /// the names with 8, 16 and more digits of `id`.
    static func choose(
        for filing: Filing, id: String, isTaken: (String) throws -> Bool
    ) rethrows -> String {
        try choose(
            title: filing.article.title, published: filing.article.published,
            arrival: filing.arrival.rfc3339, id: id, isTaken: isTaken)
    }

    /// The same from single facts; `arrival` is RFC 3339.
    static func choose(
        title: String?, published: String?, arrival: String, id: String,
        isTaken: (String) throws -> Bool
    ) rethrows -> String {
        let month = published.flatMap(month) ?? month(of: arrival) ?? "0000/00"
        let stem = "articles/\(month)/\(Slug.make(from: title ?? ""))-"
        return try free(stem, id, isTaken)
    }

    /// Where an article lies once it is superseded.
    static func superseded(
        _ path: String, id: String, isTaken: (String) throws -> Bool
    ) rethrows -> String {
        let moved = "superseded" + path.dropFirst("articles".count)
        guard try isTaken(moved) else { return moved }
        let stem = moved.lastIndex(of: "-").map { moved[...$0] } ?? moved[...]
        return try free(String(stem), id, isTaken)
    }

    private static func free(
        _ stem: String, _ id: String, _ isTaken: (String) throws -> Bool
    ) rethrows -> String {
        for digits in Set([8, 16, id.count]).sorted() {
            let path = stem + id.prefix(digits) + ".md"
            if try !isTaken(path) { return path }
        }
        var number = 2
        while try isTaken("\(stem)\(id)-\(number).md") { number += 1 }
        return "\(stem)\(id)-\(number).md"
    }

    /// "2021/10" of an ISO 8601 date, nil where it has no month.
    static func month(of date: String) -> String? {
        let start = Array(date.utf8.prefix(7))
        guard start.count == 7, start[4] == UInt8(ascii: "-"),
            (start[..<4] + start[5...]).allSatisfy({ (0x30...0x39).contains($0) }),
            let year = Int(date.prefix(4)), let month = Int(date.prefix(7).suffix(2)),
            year > 0, (1...12).contains(month)
        else { return nil }
        return "\(date.prefix(4))/\(date.prefix(7).suffix(2))"
    }

    /// The first 16 digits of the hash, more where an article has them already: another one whose hash begins alike or
    /// whose few words are the same, or an earlier revision, when a text returns to what it was.
    ///
    /// - Parameter alike: how many articles have the hash: with many of them the search begins behind them.
    static func id(
        from digits: String, alike: Int = 0, isTaken: (String) throws -> Bool
    ) rethrows -> String {
        for count in 16...64 {
            let id = String(digits.prefix(count))
            if try !isTaken(id) { return id }
        }
        var number = max(2, alike - 64)
        while try isTaken("\(digits)-\(number)") { number += 1 }
        return "\(digits)-\(number)"
    }
}
