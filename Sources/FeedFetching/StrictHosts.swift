import BriefModel
import FoundationEssentials

/// The hosts that want to be asked over TLS only, so many at most: the one that was needed longest ago goes first. What
/// one feed and its pages bring has a smaller bound, so that none pushes out what the others brought.
struct StrictHosts: Sendable {
    static let limit = 10_000
    static let limitOfSource = 500

    private struct Known {
        var policy: StrictHost
        var source: String
        var used: UInt64
    }

    private let limit: Int
    private let limitOfSource: Int
    private var known: [String: Known] = [:]
    private var counts: [String: Int] = [:]
    private var uses: UInt64 = 0

    init(
        _ policies: [StrictHost] = [], limit: Int = StrictHosts.limit,
        limitOfSource: Int = StrictHosts.limitOfSource
    ) {
        self.limit = limit
        self.limitOfSource = limitOfSource
        for policy in policies { _ = set(policy, source: "") }
    }

    var count: Int { known.count }

    subscript(host: String) -> StrictHost? { known[host]?.policy }

    /// Notes that a host's wish was needed.
    mutating func use(_ host: String) {
        uses += 1
        known[host]?.used = uses
    }

    /// - Parameter source: what led to the host: a feed; "" for what was known before.
    /// - Returns: hosts that were forgotten for it.
    mutating func set(_ policy: StrictHost, source: String) -> [String] {
        if known[policy.host] != nil {
            known[policy.host]?.policy = policy
            use(policy.host)
            return []
        }
        uses += 1
        known[policy.host] = Known(policy: policy, source: source, used: uses)
        counts[source, default: 0] += 1
        if !source.isEmpty, counts[source, default: 0] > limitOfSource {
            return forget(limitOfSource / 10 + 1) { $0.source == source }
        }
        return known.count > limit ? forget(limit / 20 + 1) { _ in true } : []
    }

    mutating func remove(_ host: String) {
        guard let old = known.removeValue(forKey: host) else { return }
        counts[old.source, default: 1] -= 1
        if counts[old.source] == 0 { counts[old.source] = nil }
    }

    /// Several at once, as finding them takes a look at all.
    private mutating func forget(_ number: Int, where isMeant: (Known) -> Bool) -> [String] {
        let oldest = known.filter { isMeant($0.value) }.sorted { $0.value.used < $1.value.used }
            .prefix(number).map(\.key)
        for host in oldest { remove(host) }
        return oldest
    }
}
