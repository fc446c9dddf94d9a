import Curl
import FoundationEssentials

/// For how long an answer stays fresh, as its server says (RFC 9111 §4.2).
public enum CachePolicy {
    /// What is left of `max-age` after `Age`, else of `Expires` after `Date`; nil where the server says
    /// nothing, or that the answer is stale at once: that is no licence to ask at once.
    ///
    /// We are a private cache: `s-maxage` is not for us.
    public static func freshness(_ headers: HTTPHeaders, now: Date) -> Duration? {
        let directives = headers.values("Cache-Control").flatMap(CachePolicy.directives)
        if directives.contains(where: { $0.name == "no-store" || $0.name == "no-cache" }) {
            return nil
        }
        let left: Double
        if let value = directives.first(where: { $0.name == "max-age" })?.value {
            guard let seconds = seconds(value) else { return nil }
            left = seconds - (headers["Age"].flatMap(self.seconds) ?? 0)
        } else if let expires = headers["Expires"].flatMap({ HTTPDate.parse($0, now: now) }) {
            let start = headers["Date"].flatMap { HTTPDate.parse($0, now: now) } ?? now
            left = expires.timeIntervalSince(start) - (headers["Age"].flatMap(self.seconds) ?? 0)
        } else {
            return nil
        }
        return left > 0 ? .seconds(min(left, Double(Int32.max))) : nil
    }

    private static func seconds(_ text: String) -> Double? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Double(text)
    }

    private static func directives(_ text: String) -> [(name: String, value: String?)] {
        text.split(separator: ",").map { part in
            let pair = part.split(separator: "=", maxSplits: 1)
            let trim: (Substring) -> String = { text in
                String(text.filter { $0 != " " && $0 != "\t" && $0 != "\"" })
            }
            return (
                pair.first.map(trim)?.lowercased() ?? "", pair.count == 2 ? trim(pair[1]) : nil
            )
        }
    }
}
