import ControlServer
import FoundationEssentials
import Hashing
import Storage
import Synchronization

/// What hubs say, told apart from what anybody else may say: who knows neither a subscription's name nor its secret is
/// not heard.
final class PushDesk: PushDoor {
    enum News: Sendable, Equatable {
        /// A hub tells of changes for so many seconds from now on.
        case agreed(token: String, seconds: Double)
        case denied(token: String, why: String)
        /// Content, with its media type; no bytes where the hub says only that there is some.
        case content(token: String, bytes: [UInt8], type: String?)
        /// Somebody delivered what the hub did not sign.
        case forged(token: String)
    }

    /// Deliveries that wait to be read: more are for the hub to send again.
    private static let limit = 32
    /// A hub that names no time means this one: seconds.
    private static let usualLease = 10 * 86_400.0

    private let leases = Mutex<[String: HubLease]>([:])
    private let stream: AsyncStream<News>
    private let told: AsyncStream<News>.Continuation

    init() {
        (stream, told) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.limit))
    }

    /// For one reader.
    var news: AsyncStream<News> { stream }

    func close() { told.finish() }

    /// The leases that are asked for or agreed.
    func hold(_ all: [HubLease]) {
        let all = Dictionary(all.map { ($0.token, $0) }, uniquingKeysWith: { $1 })
        leases.withLock { $0 = all }
    }

    func knows(_ token: String) -> Bool { leases.withLock { $0[token] != nil } }

    /// The answer to a verification of intent (WebSub §5.3): the challenge, where the subscription is one that was asked for.
    func confirm(_ token: String, query: [String: String]) -> String? {
        guard let lease = leases.withLock({ $0[token] }), query["hub.topic"] == lease.topic else {
            return nil
        }
        switch query["hub.mode"] {
        case "subscribe":
            guard let challenge = query["hub.challenge"], !challenge.isEmpty,
                challenge.utf8.count <= 4_096
            else { return nil }
            let seconds = query["hub.lease_seconds"].flatMap(Double.init) ?? Self.usualLease
            guard seconds.isFinite, seconds > 0, tell(.agreed(token: token, seconds: seconds))
            else { return nil }
            return challenge
        case "denied":
            _ = tell(.denied(token: token, why: query["hub.reason"] ?? ""))
            return ""
        default: return nil
        }
    }

    /// What a hub delivers (WebSub §7). A wrong signature is answered like a right one, for whoever forged it shall learn
    /// nothing (§8).
    func take(_ token: String, fields: [String: String], body: [UInt8]) -> Int {
        guard let lease = leases.withLock({ $0[token] }) else { return 410 }
        guard Self.isSigned(body, fields["x-hub-signature"], with: lease.secret) else {
            _ = tell(.forged(token: token))
            return 202
        }
        let news = News.content(token: token, bytes: body, type: fields["content-type"])
        return tell(news) ? 202 : 503
    }

    private func tell(_ news: News) -> Bool {
        if case .enqueued = told.yield(news) { true } else { false }
    }

    /// "METHOD=HEX".
    static func isSigned(_ body: [UInt8], _ signature: String?, with secret: String) -> Bool {
        guard let parts = signature?.split(separator: "=", maxSplits: 1), parts.count == 2,
            let kind = KeyedHash(rawValue: parts[0].lowercased())
        else { return false }
        let right = Array(kind.hex(of: body, key: Array(secret.utf8)).utf8)
        let given = Array(parts[1].lowercased().utf8)
        // However many digits are right, it takes the same time.
        return right.count == given.count && zip(right, given).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
