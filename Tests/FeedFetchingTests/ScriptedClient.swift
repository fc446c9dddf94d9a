import Curl
import FeedFetching
import Synchronization

/// Answers requests from a closure, and keeps them.
final class ScriptedClient: HTTPClient {
    private let answer: @Sendable (HTTPRequest) throws(TransferError) -> HTTPResponse
    private let kept = Mutex<[HTTPRequest]>([])

    var requests: [HTTPRequest] { kept.withLock { $0 } }

    init(_ answer: @escaping @Sendable (HTTPRequest) throws(TransferError) -> HTTPResponse) {
        self.answer = answer
    }

    func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
        kept.withLock { $0.append(request) }
        return try answer(request)
    }
}

/// Lets everything through, and keeps who came and with what they left.
final class OpenGate: HostGate {
    private let kept = Mutex<[String]>([])

    var log: [String] { kept.withLock { $0 } }

    func enter(_ host: String, isHop: Bool) async throws(FeedFetchError) {
        kept.withLock { $0.append(isHop ? "hop \(host)" : "enter \(host)") }
    }

    func leave(_ host: String, after answer: HostAnswer) async {
        kept.withLock { $0.append("leave \(host) \(answer)") }
    }
}

extension HTTPResponse {
    static func make(
        _ status: Int, _ fields: [(String, String)] = [], body: String = "", to: String? = nil
    ) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: HTTPHeaders(fields.map { HTTPHeader($0.0, $0.1) }),
            body: Array(body.utf8), url: "", redirectURL: to)
    }
}

extension HTTPRequest {
    func value(_ name: String) -> String? { HTTPHeaders(headers)[name] }
}
