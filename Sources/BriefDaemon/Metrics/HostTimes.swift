import Synchronization

/// How long polls of each host take. Bounded: hosts beyond `limit` are not noted.
final class HostTimes: Sendable {
    struct Time: Sendable, Equatable {
        var polls = 0
        /// Seconds; a fifth of it is the last poll, a fifth of the rest the one before.
        var mean = 0.0
        var last = 0.0
    }

    private let limit: Int
    private let times = Mutex<[String: Time]>([:])

    init(limit: Int = 20_000) { self.limit = limit }

    func note(_ address: String, seconds: Double) {
        let host = Self.host(of: address)
        times.withLock { times in
            guard times[host] != nil || times.count < limit else { return }
            var time = times[host] ?? Time(mean: seconds)
            time.polls += 1
            time.last = max(0, seconds)
            time.mean += (time.last - time.mean) / 5
            times[host] = time
        }
    }

    /// Slowest first.
    var all: [(host: String, time: Time)] {
        times.withLock { $0.map { (host: $0.key, time: $0.value) } }
            .sorted { ($1.time.mean, $0.host) < ($0.time.mean, $1.host) }
    }

    /// The host that an address is asked at, with its port where it names one; never who asks.
    static func host(of address: String) -> String {
        guard let start = address.firstRange(of: "://") else { return address }
        let authority = address[start.upperBound...].prefix { !"/?#".contains($0) }
        return String(authority.split(separator: "@").last ?? authority)
    }
}
