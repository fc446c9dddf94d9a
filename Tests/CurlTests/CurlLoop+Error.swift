@testable import Curl

extension CurlLoop {
    /// What a transfer fails with; nil where it does not.
    func error(_ request: HTTPRequest) async -> TransferError? {
        do throws(TransferError) {
            _ = try await send(request)
            return nil
        } catch {
            return error
        }
    }
}
