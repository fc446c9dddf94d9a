import BriefModel
import Curl
import FeedFetching

/// A word to a hub (W3C WebSub §5): a form that is posted, within the guard of addresses.
struct HubRequest {
    let client: any HTTPClient
    let http: HTTPSettings

    /// - Returns: why it did not go; nil where the hub took it.
    func post(_ fields: [(name: String, value: String)], to hub: String) async -> String? {
        let url: FeedURL
        do {
            url = try FeedURL(hub)
        } catch {
            return "\(error)"
        }
        let addressGuard = AddressGuard(http)
        if let reason = addressGuard.refusal(ofPortOf: url) { return reason }
        if http.proxy != nil, let reason = addressGuard.refusal(ofLiteral: url) { return reason }
        let body = fields.map { "\($0.name)=\(PercentText.encoded($0.value))" }
            .joined(separator: "&")
        var request = HTTPRequest(
            url: url.text, method: .post,
            headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded")],
            userAgent: http.userAgent ?? "briefd/\(Version.number)", body: Array(body.utf8),
            timeout: http.timeout, maxBodyBytes: 64 << 10, caFile: http.caFile, proxy: http.proxy)
        request.connectGuard = { addressGuard.refusal(of: $0, host: url.host) }
        do {
            let answer = try await client.send(request)
            return (200..<300).contains(answer.status) ? nil : "answered \(answer.status)"
        } catch {
            return "\(error)"
        }
    }
}
