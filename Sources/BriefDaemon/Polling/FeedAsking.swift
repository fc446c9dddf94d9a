import BriefModel
import Curl
import FeedFetching
import FoundationEssentials

/// How the addresses of one feed are asked: with its own headers, credential and certificates.
struct FeedAsking: Sendable {
    let subscription: FeedSubscription
    let fetcher: FeedFetcher
    let credential: @Sendable (String) -> String?

    /// Throws `FeedPollError` where the credential is missing.
    func request(_ address: String, _ validators: Validators?) throws -> FetchRequest {
        var secret: HTTPCredential?
        if let name = subscription.credential {
            secret = credential(name).flatMap { HTTPCredential(text: $0) }
            guard secret != nil else {
                throw FeedPollError(
                    what: "the credential \(name) is missing or is neither \"user:password\" nor"
                        + " \"Bearer …\"; pass it with LoadCredential= in the unit",
                    lastingFault: .credential)
            }
        }
        return FetchRequest(
            url: address, kind: .feed, validators: validators,
            secretOrigin: try? FeedURL(subscription.url).origin,
            headers: subscription.headers.sorted { $0.key < $1.key }
                .map { HTTPHeader($0.key, $0.value) },
            credential: secret, caFile: subscription.caFile, verifiesTLS: subscription.tlsVerify,
            source: subscription.url)
    }
}
