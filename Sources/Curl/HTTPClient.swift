/// Sends one request and returns its whole answer. `CurlLoop` is the one that does; tests script their own.
public protocol HTTPClient: Sendable {
    func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse
}
