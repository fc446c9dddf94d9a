import BriefModel
import Curl
import Foundation
import LinuxIO
import Synchronization
import Testing

@testable import BriefDaemon

@Suite struct HookDeliveryTests {
    init() { ChildProcess.ignoreBrokenPipes() }

    /// Answers with what it was given, and remembers what it was asked.
    private final class Receiver: HTTPClient {
        let answers: Mutex<[HTTPResponse]>
        let requests = Mutex<[HTTPRequest]>([])

        init(_ answers: [HTTPResponse]) { self.answers = Mutex(answers) }

        func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
            requests.withLock { $0.append(request) }
            let parts = URLComponents(string: request.url)
            if let host = parts?.host, host.hasPrefix("10."),
                let reason = request.connectGuard?(
                    SocketAddress(bytes: [10, 0, 0, 1], port: 80))
            {
                throw .refusedAddress(url: request.url, reason: reason)
            }
            let answer = answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            guard let answer else { throw .notConnected(url: request.url, reason: "refused") }
            return answer
        }
    }

    private func post(
        _ answers: [HTTPResponse], secret: String? = nil, to url: String = "https://a.example/x"
    ) async -> (HookOutcome, [HTTPRequest]) {
        let receiver = Receiver(answers)
        let delivery = HookDelivery(
            client: receiver, http: HTTPSettings(), secret: secret,
            clock: { Date(timeIntervalSince1970: 1_674_087_231) })
        let outcome = await delivery.post(
            Array("{\"test\": 2432232314}".utf8), id: "msg_p5jXN8AQM9LWM0D4loKWxJek", to: url,
            limit: .seconds(60))
        return (outcome, receiver.requests.withLock { $0 })
    }

    private func answer(_ status: Int, _ headers: [HTTPHeader] = [], to: String? = nil)
        -> HTTPResponse
    {
        HTTPResponse(
            status: status, headers: HTTPHeaders(headers), url: "https://a.example/x",
            redirectURL: to)
    }

    /// The example of the standard-webhooks specification, which its libraries test against too.
    @Test func `signs as the standard has it`() async throws {
        let (outcome, requests) = await post(
            [answer(204)], secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        #expect(outcome == .delivered)
        let headers = HTTPHeaders(try #require(requests.first).headers)
        #expect(headers["webhook-id"] == "msg_p5jXN8AQM9LWM0D4loKWxJek")
        #expect(headers["webhook-timestamp"] == "1674087231")
        let code = try #require(headers["webhook-signature"])
        #expect(code.hasPrefix("v1,") && code.count == 47)
    }

    @Test func `says nothing signed without a secret`() async throws {
        let (_, requests) = await post([answer(200)])
        #expect(HTTPHeaders(try #require(requests.first).headers)["webhook-signature"] == nil)
    }

    @Test(arguments: [400, 409, 413, 422])
    func `what is refused concerns that message alone`(status: Int) async {
        #expect(await post([answer(status)]).0 == .refused("answered \(status)"))
    }

    @Test(arguments: [401, 403, 404, 408, 500, 502, 503, 429])
    func `what may pass is tried again`(status: Int) async {
        #expect(await post([answer(status)]).0 == .failed("answered \(status)"))
    }

    @Test func `hears Gone and Retry-After, within bounds`() async {
        guard case .gone = await post([answer(410)]).0 else {
            Issue.record("410 is not heard")
            return
        }
        let wait = await post([answer(429, [HTTPHeader("Retry-After", "120")])]).0
        #expect(wait == .wait(.seconds(120), "answered 429"))
        let long = await post([answer(503, [HTTPHeader("Retry-After", "99999999")])]).0
        #expect(long == .wait(.seconds(86_400), "answered 503"))
    }

    @Test func `follows what keeps the message, and nothing else`() async {
        let (outcome, requests) = await post(
            [answer(308, to: "https://b.example/y"), answer(200)])
        #expect(outcome == .delivered && requests.map(\.url).last == "https://b.example/y")
        #expect(requests.last?.body == requests.first?.body)
        for (answers, words) in [
            ([answer(302, to: "https://b.example/y")], "final address"),
            ([answer(307, to: "http://b.example/y")], "not encrypted"),
            ([answer(307, to: "file:///etc/passwd")], "only http and https"),
            ([answer(307)], "where to go"),
            ((0..<9).map { answer(307, to: "https://b.example/\($0)") }, "final address"),
        ] {
            guard case .failed(let why) = await post(answers).0 else {
                Issue.record("followed: \(words)")
                continue
            }
            #expect(why.contains(words), "\(why)")
        }
    }

    @Test func `does not follow to a private address`() async {
        let (outcome, requests) = await post(
            [answer(307, to: "https://10.0.0.1/admin"), answer(200)])
        guard case .failed(let why) = outcome else {
            Issue.record("followed")
            return
        }
        #expect(why.contains("allow_hosts") && requests.count == 2)
    }

    @Test func `waits no longer for a receiver that hangs, and hears no more of one that floods`()
        async throws
    {
        let (_, requests) = await post([
            answer(307, to: "https://b.example/y"), answer(308, to: "https://c.example/z"),
        ])
        let times = requests.compactMap(\.timeout)
        #expect(times.count == 3)
        // All hops together have the hook's time.
        for (one, next) in zip(times, times.dropFirst()) {
            #expect(one <= .seconds(60) && next <= one)
        }
        #expect(requests.allSatisfy { $0.maxBodyBytes <= 1 << 20 })
        #expect(await post([]).0.isFailure)
    }

    private func run(_ script: String, limit: Duration = .seconds(120)) -> HookOutcome {
        HookDelivery.run(
            ["/bin/sh", "-c", script], Array("{\"a\":1}".utf8), limit: limit, isCancelled: { false }
        )
    }

    @Test func `runs programs with the message on standard input`() {
        #expect(run("read line; test \"$line\" = '{\"a\":1}'") == .delivered)
        #expect(run("exit 0") == .delivered)
        #expect(
            run("echo no disk >&2; exit 3")
                == .failed("/bin/sh ends with status 3, and says: no disk"))
        #expect(run("kill -9 $$") == .failed("/bin/sh was ended by signal 9"))
        // Nothing of ours goes along.
        #expect(run("test -z \"$HOME$CREDENTIALS_DIRECTORY\" && test -n \"$PATH\"") == .delivered)
    }

    @Test func `ends a program that hangs, with its children, and one that floods`() throws {
        let mark = NSTemporaryDirectory() + "mark-\(UUID().uuidString)"
        guard
            case .failed(let why) = run("(sleep 4; touch \(mark)) & sleep 1000", limit: .seconds(1))
        else {
            Issue.record("not ended")
            return
        }
        #expect(why.contains("longer than"))
        guard case .failed(let flood) = run("exec yes words", limit: .seconds(2)) else {
            Issue.record("not ended")
            return
        }
        #expect(flood.utf8.count < 600)
    }

    @Test func `says that a program is not there, or may not be run`() {
        for path in ["/nowhere/at-all", "/etc/hostname", "/"] {
            let outcome = HookDelivery.run(
                [path], [], limit: .seconds(60), isCancelled: { false })
            guard case .failed(let why) = outcome else {
                Issue.record("\(path) ran")
                continue
            }
            #expect(why.contains("cannot be started"), "\(why)")
        }
    }

    @Test func `feeds a program that does not listen, and one that listens slowly`() {
        let body = [UInt8](repeating: 97, count: 1 << 20)
        let deaf = HookDelivery.run(
            ["/bin/sh", "-c", "exit 0"], body, limit: .seconds(120), isCancelled: { false })
        #expect(deaf == .delivered)
        let slow = HookDelivery.run(
            ["/bin/sh", "-c", "sleep 1; test $(wc -c) -eq 1048577"], body, limit: .seconds(120),
            isCancelled: { false })
        #expect(slow == .delivered)
        let cancelled = HookDelivery.run(
            ["/bin/sh", "-c", "sleep 1000"], [], limit: .seconds(500), isCancelled: { true })
        #expect(cancelled == .broken)
    }
}

extension HookOutcome {
    fileprivate var isFailure: Bool {
        if case .failed = self { true } else { false }
    }
}
