import BriefModel
import FoundationEssentials
import Synchronization

/// Remembers which hosts want to be asked over TLS only (RFC 6797), and turns http addresses of theirs into https.
public final class StrictTransport: Sendable {
    /// No wish is kept longer than a year, in seconds.
    static let longest = 365.0 * 86_400

    private let policies: Mutex<StrictHosts>
    private let onChange: @Sendable (StrictHost) -> Void

    /// - Parameter onChange: is told what to remember beyond this run, with `until` in the distant past what to forget;
    ///   must not block.
    public init(
        _ known: [StrictHost] = [], onChange: @escaping @Sendable (StrictHost) -> Void = { _ in }
    ) {
        policies = Mutex(StrictHosts(known))
        self.onChange = onChange
    }

    /// The address to ask in place of `url`: with https where its host, or one above it that says so for all, wants
    /// that. The port stays, unless it is that of http (RFC 6797 §8.3).
    func secured(_ url: FeedURL, now: Date) -> FeedURL {
        guard !url.isSecure, IPAddress(url.host) == nil, !url.host.hasPrefix("[") else {
            return url
        }
        let isStrict = policies.withLock { policies in
            var name = url.host[...]
            while true {
                if let policy = policies[String(name)], policy.until > now,
                    policy.includesSubdomains || name.count == url.host.count
                {
                    policies.use(String(name))
                    return true
                }
                guard let dot = name.firstIndex(of: ".") else { return false }
                name = name[name.index(after: dot)...]
            }
        }
        guard isStrict else { return url }
        let port = url.origin.port == 80 ? "" : ":\(url.origin.port)"
        return (try? FeedURL("https://\(url.host)\(port)\(url.target)")) ?? url
    }

    /// Hears a Strict-Transport-Security field. It counts only from an answer over TLS whose certificate was
    /// verified, and not from a host that is an address (RFC 6797 §8.1).
    ///
    /// - Parameter source: the feed that led there.
    func hear(_ field: String, from url: FeedURL, source: String = "", now: Date) {
        guard url.isSecure, IPAddress(url.host) == nil, !url.host.hasPrefix("[") else { return }
        let directives = field.lowercased().split(separator: ";").map {
            $0.filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        }
        guard let age = directives.first(where: { $0.hasPrefix("max-age=") })?.dropFirst(8),
            !age.isEmpty, age.utf8.allSatisfy({ (48...57).contains($0) })
        else { return }
        let seconds = min(Double(age) ?? StrictTransport.longest, StrictTransport.longest)
        let policy = StrictHost(
            host: url.host, until: now.addingTimeInterval(seconds),
            includesSubdomains: directives.contains("includesubdomains"))
        let (isNews, forgotten) = policies.withLock { policies -> (Bool, [String]) in
            let old = policies[policy.host]
            guard seconds > 0 else {
                policies.remove(policy.host)
                return (false, old == nil ? [] : [policy.host])
            }
            let forgotten = policies.set(policy, source: source)
            // Sent with every answer: an hour more or less is not worth a write.
            let isNews =
                old?.includesSubdomains != policy.includesSubdomains
                || abs(policy.until.timeIntervalSince(old?.until ?? .distantPast)) > 3600
            return (isNews, forgotten)
        }
        if isNews { onChange(policy) }
        for host in forgotten {
            onChange(StrictHost(host: host, until: .distantPast, includesSubdomains: false))
        }
    }
}
