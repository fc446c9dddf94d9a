import BriefModel
import Curl
import FeedFetching
import FoundationEssentials
import Hashing
import LinuxIO
import Settings

/// How a delivery went.
enum HookOutcome: Sendable, Equatable {
    case delivered
    /// It may go another time.
    case failed(String)
    /// The receiver does not take this message; others may go.
    case refused(String)
    /// The receiver wants to be left alone for so long.
    case wait(Duration, String)
    /// The receiver is gone for good.
    case gone(String)
    /// The service stops.
    case broken
}

/// Gives one message to a program, a webhook or a mail server.
struct HookDelivery: Sendable {
    private static let mostHops = 3
    /// A receiver has nothing to say that is longer: bytes.
    private static let longestAnswer = 1 << 20
    private static let longestWait = Duration.seconds(86_400)

    let client: any HTTPClient
    let http: HTTPSettings
    let secret: String?
    /// "user:password" of the mail server.
    var login: String?
    let clock: @Sendable () -> Date

    // MARK: Webhooks

    /// POSTs it (standard-webhooks 1.0: webhook-id, webhook-timestamp, webhook-signature).
    func post(_ body: [UInt8], id: String, to address: String, limit: Duration) async -> HookOutcome
    {
        var address = address
        let addressGuard = AddressGuard(http)
        var headers = [HTTPHeader("Content-Type", "application/json")]
        headers += signature(of: body, id: id)
        let end = ContinuousClock.now + limit
        for _ in 0...Self.mostHops {
            let url: FeedURL
            do {
                url = try FeedURL(address)
            } catch {
                return .failed("\(error)")
            }
            let left = end - ContinuousClock.now
            guard left > .zero else { return .failed("no answer within \(limit)") }
            var request = HTTPRequest(
                url: url.text, method: .post, headers: headers,
                userAgent: http.userAgent ?? "briefd/\(Version.number)", body: body,
                timeout: left, maxBodyBytes: Self.longestAnswer, caFile: http.caFile,
                proxy: http.proxy)
            request.connectGuard = { addressGuard.refusal(of: $0, host: url.host) }
            let answer: HTTPResponse
            do {
                answer = try await client.send(request)
            } catch .cancelled {
                return .broken
            } catch {
                return .failed("\(error)")
            }
            guard answer.status == 307 || answer.status == 308 else { return outcome(of: answer) }
            guard let target = answer.redirectURL else {
                return .failed("answered \(answer.status) and does not say where to go")
            }
            if url.isSecure, target.hasPrefix("http:"), !http.allowDowngrade {
                return .failed(
                    "leads from https to \(target.hidingSecrets), which is not encrypted")
            }
            address = target
        }
        return .failed("leads on and on; give its final address")
    }

    private func outcome(of answer: HTTPResponse) -> HookOutcome {
        let said = "answered \(answer.status)"
        switch answer.status {
        case 200..<300: return .delivered
        case 410: return .gone("\(said), Gone: it wants no more")
        case 429, 503:
            let wait = RetryAfter.parse(
                answer.headers["Retry-After"], now: clock(), ceiling: Self.longestWait)
            return wait.map { .wait($0, said) } ?? .failed(said)
        case 300..<400: return .failed("\(said), which loses what is sent; give its final address")
        case 400..<500
        where answer.status != 401 && answer.status != 403
            && answer.status != 404 && answer.status != 408:
            return .refused(said)
        default: return .failed(said)
        }
    }

    private func signature(of body: [UInt8], id: String) -> [HTTPHeader] {
        let time = "\(Int64(clock().timeIntervalSince1970))"
        var headers = [HTTPHeader("webhook-id", id), HTTPHeader("webhook-timestamp", time)]
        if let secret {
            let code = HMACSHA256.code(
                of: Array("\(id).\(time).".utf8) + body, key: Self.key(of: secret))
            headers.append(
                HTTPHeader("webhook-signature", "v1," + Data(code).base64EncodedString()))
        }
        return headers
    }

    /// "whsec_" and base64, as the standard has it; anything else is taken byte for byte.
    static func key(of secret: String) -> [UInt8] {
        let mark = "whsec_"
        if secret.hasPrefix(mark),
            let key = Data(base64Encoded: String(secret.dropFirst(mark.count)))
        {
            return Array(key)
        }
        return Array(secret.utf8)
    }

    // MARK: Programs

    /// Runs a program with the message on its standard input; blocks.
    static func run(
        _ arguments: [String], _ body: [UInt8], limit: Duration, isCancelled: () -> Bool
    ) -> HookOutcome {
        let (end, bytes) = CommandRun.run(
            arguments, input: body + [0x0A], limit: limit, isCancelled: isCancelled)
        var said = String(decoding: bytes, as: UTF8.self)[...]
        while said.last?.isWhitespace == true { said.removeLast() }
        let words = said.isEmpty ? "" : ", and says: \(String(said.suffix(300)).printable)"
        let name = arguments.first ?? ""
        switch end {
        case .exited(0): return .delivered
        case .exited(let status): return .failed("\(name) ends with status \(status)\(words)")
        case .killed(let signal): return .failed("\(name) was ended by signal \(signal)\(words)")
        case .timedOut: return .failed("\(name) was ended: it took longer than \(limit)\(words)")
        case .cancelled: return .broken
        case .notStarted(let error): return .failed("\(name) cannot be started: \(error)")
        }
    }
}
