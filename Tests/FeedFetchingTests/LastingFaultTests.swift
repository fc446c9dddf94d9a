import Curl
import Testing

@testable import FeedFetching

@Suite struct LastingFaultTests {
    @Test(arguments: [
        (FeedFetchError.badURL(text: "x", reason: "y"), LastingFault.address),
        (.passwordInURL, .address),
        (.redirectRefused(from: "a", to: "b", reason: "c"), .address),
        (.transfer(.refusedAddress(url: "a", reason: "b")), .refusedAddress),
        (.transfer(.bodyTooLarge(url: "a", limit: 1)), .tooLarge),
        (.status(url: "a", status: 401), .credential),
        (
            .transfer(.tls(url: "a", reason: "SSL certificate problem: self-signed certificate")),
            .certificate
        ),
        (
            .transfer(
                .tls(url: "a", reason: "SSL: no alternative certificate subject name matches")),
            .certificate
        ),
    ])
    func `some faults want somebody to change something`(
        error: FeedFetchError, fault: LastingFault
    ) {
        #expect(error.lastingFault == fault)
    }

    @Test(arguments: [
        FeedFetchError.status(url: "a", status: 404), .status(url: "a", status: 503),
        .status(url: "a", status: 403), .emptyBody(url: "a"), .redirectLoop(url: "a"),
        .transfer(.nameNotResolved(url: "a", reason: "b")),
        .transfer(.notConnected(url: "a", reason: "b")),
        .transfer(.timedOut(url: "a", reason: "b")),
        .transfer(.tls(url: "a", reason: "certificate has expired")),
    ])
    func `others may pass by themselves`(error: FeedFetchError) {
        #expect(error.lastingFault == nil)
    }
}
