import BriefModel
import ControlProtocol

/// Errors in words: one line for all that have kind and cause in common, whatever they are about.
enum ErrorLines {
    private struct Cause: Hashable {
        var kind: String
        var what: String
    }

    /// - Parameter items: the latest first; so are the lines.
    static func of(_ items: [EventItem]) -> [String] {
        var order: [Cause] = []
        var groups: [Cause: [EventItem]] = [:]
        for item in items {
            // What happened to a file may name the file: the cause is the rest.
            let what =
                item.subject.isEmpty
                ? item.what : item.what.split(separator: item.subject).joined(separator: "…")
            let cause = Cause(kind: item.kind, what: what)
            if groups[cause] == nil { order.append(cause) }
            groups[cause, default: []].append(item)
        }
        return order.compactMap { groups[$0] }.map(line)
    }

    private static func line(_ items: [EventItem]) -> String {
        guard let latest = items.first else { return "" }
        let others = items.count == 1 ? "" : " and \(ListOptions.number(items.count - 1)) more"
        let times = items.reduce(0) { $0 + ($1.count ?? 1) }
        let first = items.compactMap(\.first).min()
        let since =
            times == 1 ? "" : " (\(ListOptions.number(times)) times since \(first ?? latest.when))"
        return "\(latest.when) \(latest.kind) \(latest.subject)\(others): \(latest.what)\(since)"
            .printable
    }
}
