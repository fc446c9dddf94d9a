import BriefModel
import FoundationEssentials
import Hashing
import Synchronization

/// Who may steer from the pages: sessions that the token opened.
///
/// The token is asked for anew with each request that steers, so that a session ends with the token that opened it. Sessions
/// live in memory: they end with the daemon too.
public final class WebGate: Sendable {
    /// A browser that steers.
    private struct Session {
        var formKey: String
        /// The token's digest.
        var token: [UInt8]
        var ends: Date
        /// What was done last, until a page has said so.
        var message: String?
    }

    private struct State {
        var sessions: [String: Session] = [:]
        /// When the last wrong tokens came.
        var failures: [Date] = []
    }

    enum Opening: Equatable {
        /// The session's key, for a cookie.
        case opened(String)
        case wrong
        case tooMany
        /// There is no token, or one too short to be one.
        case closed
    }

    /// Characters of a token at least: what a person thinks out is soon tried.
    static let shortest = 16
    /// Seconds that a session lasts.
    static let seconds = 12 * 3_600
    private static let mostSessions = 64
    /// Wrong tokens a minute, from whomever.
    private static let mostFailures = 10

    private let token: @Sendable () async -> String?
    private let clock: @Sendable () -> Date
    private let state = Mutex(State())

    /// - Parameter token: what opens a session now; nil where there is none.
    public init(
        clock: @escaping @Sendable () -> Date, token: @escaping @Sendable () async -> String?
    ) {
        self.clock = clock
        self.token = token
    }

    func open(with text: String) async -> Opening {
        guard let right = await digest() else { return .closed }
        let now = clock()
        let (key, formKey) = (Self.random(), Self.random())
        return state.withLock { state in
            state.failures.removeAll { now.timeIntervalSince($0) > 60 || $0 > now }
            guard state.failures.count < Self.mostFailures else { return .tooMany }
            guard SHA256Digest.bytes(of: Array(text.utf8)) == right else {
                state.failures.append(now)
                return .wrong
            }
            state.sessions = state.sessions.filter {
                $0.value.ends > now && $0.value.token == right
            }
            if state.sessions.count >= Self.mostSessions,
                let oldest = state.sessions.min(by: { $0.value.ends < $1.value.ends })
            {
                state.sessions[oldest.key] = nil
            }
            state.sessions[key] = Session(
                formKey: formKey, token: right,
                ends: now.addingTimeInterval(Double(Self.seconds)))
            return .opened(key)
        }
    }

    /// The session that a request belongs to; nil where it ended, or never was.
    func visitor(_ key: String?) async -> WebVisitor? {
        guard let key, state.withLock({ $0.sessions[key] != nil }) else { return nil }
        let right = await digest()
        let now = clock()
        return state.withLock { state in
            guard let session = state.sessions[key] else { return nil }
            guard session.ends > now, session.token == right else {
                state.sessions[key] = nil
                return nil
            }
            return WebVisitor(formKey: session.formKey, message: session.message)
        }
    }

    func close(_ key: String) { state.withLock { $0.sessions[key] = nil } }

    /// - Parameter message: nil once a page has said it.
    func leave(_ message: String?, for key: String) {
        state.withLock { $0.sessions[key]?.message = message }
    }

    private func digest() async -> [UInt8]? {
        guard let token = await token(), token.utf8.count >= Self.shortest else { return nil }
        return SHA256Digest.bytes(of: Array(token.utf8))
    }

    /// A token that nobody thought out.
    public static func freshToken() -> String { random() }

    /// 128 bits of the system's randomness, in hex.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}

/// Whom a page is made for, where somebody signed in.
public struct WebVisitor: Sendable, Equatable {
    /// Stands in every form; without it nothing is done.
    public var formKey: String
    /// What was done last.
    public var message: String?

    public init(formKey: String, message: String? = nil) {
        self.formKey = formKey
        self.message = message
    }
}
