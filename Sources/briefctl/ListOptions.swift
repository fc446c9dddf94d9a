import ArgumentParser
import BriefModel
import ControlProtocol

/// How much of a list.
struct ListOptions: ParsableArguments {
    /// The daemon gives so many at once.
    private static let pageLimit = 1_000

    @Option(help: "How many.")
    var limit = 100

    @Flag(help: "All of them, however many.")
    var all = false

    @Option(help: "Where to go on: the \"next\" of the list before.")
    var cursor: String?

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit \(limit): give a number from 1 on") }
    }

    /// Fetches as many pages as were asked for, as one.
    func fetch<Item: Codable & Sendable & Equatable>(
        _ path: String, _ query: [(String, String?)] = [], of type: Item.Type,
        _ client: DaemonClient
    ) async throws -> ItemPage<Item> {
        var result = ItemPage<Item>(items: [])
        var start = cursor
        repeat {
            let left = all ? Self.pageLimit : limit - result.items.count
            let page = try await client.get(
                path, query + [("limit", "\(min(left, Self.pageLimit))"), ("cursor", start)],
                as: ItemPage<Item>.self)
            result.items += page.items
            (result.next, result.total, result.dropped) = (page.next, page.total, page.dropped)
            result.since = page.since
            start = page.next
        } while start != nil && (all || result.items.count < limit)
        return result
    }

    /// Says what a list left out, as its last line.
    ///
    /// - Parameter things: what it lists, in the plural: "articles".
    static func tellRest<Item>(_ page: ItemPage<Item>, _ things: String) {
        if let line = rest(page, things) { Output.line("\n" + line) }
        if let dropped = page.dropped, dropped > 0 {
            Output.line("\(number(dropped)) older \(things) were let go; the journal has them.")
        }
    }

    static func rest<Item>(_ page: ItemPage<Item>, _ things: String) -> String? {
        guard let next = page.next else { return nil }
        let shown = number(page.items.count)
        let count =
            page.total.map { "\(shown) of \(number($0)) \(things)" }
            ?? "\(shown) \(things), and there are more"
        return "\(count): --all shows them, --cursor \(quoted(next)) goes on."
    }

    /// As a shell takes it.
    private static func quoted(_ cursor: String) -> String {
        let isPlain = cursor.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || "._-:/".utf8.contains(byte)
        }
        let safe = cursor.printable
        return isPlain
            ? safe
            : "'"
                + safe.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "'\\''") + "'"
    }

    /// 10999 as 10,999.
    static func number(_ value: Int) -> String {
        var digits = Substring(String(value))
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = digits.dropLast(3)
        }
        return ([digits] + groups).joined(separator: ",")
    }
}
