import BriefModel

/// Where a page lies.
public struct Place: Sendable, Equatable {
    /// Path and query, percent-encoded.
    public let address: String

    private init(_ path: String, _ query: [(String, String?)] = []) {
        let pairs = query.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : "\(name)=\(PercentText.encoded($0))" }
        }
        address = path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    static let dashboard = Place("/")
    static let login = Place("/login")
    static let style = Place("/style.css")
    static func articles(_ query: String? = nil, cursor: String? = nil) -> Place {
        Place("/articles", [("q", query), ("cursor", cursor)])
    }
    static func article(_ id: String, part: Int = 1) -> Place {
        Place("/articles/" + PercentText.encoded(id), [("part", part == 1 ? nil : "\(part)")])
    }
    static func changes(_ id: String) -> Place {
        Place("/articles/" + PercentText.encoded(id) + "/changes")
    }
    static func explain(_ id: String, part: Int = 1) -> Place {
        Place(
            "/articles/" + PercentText.encoded(id) + "/explain",
            [("part", part == 1 ? nil : "\(part)")])
    }
    /// What a button does to something: "articles", "feeds", "spool".
    static func act(_ verb: StaticString, in room: StaticString, _ id: String) -> Place {
        Place("/\(room)/" + PercentText.encoded(id) + "/\(verb)")
    }
    static func feeds(cursor: String? = nil) -> Place { Place("/feeds", [("cursor", cursor)]) }
    static func spool(cursor: String? = nil) -> Place { Place("/spool", [("cursor", cursor)]) }
    static func errors(cursor: String? = nil) -> Place { Place("/errors", [("cursor", cursor)]) }
}
