import Curl

/// What waiting cannot mend: somebody has to change something before a feed works. The raw values are stored.
public enum LastingFault: String, Sendable, CaseIterable {
    /// The secret is missing, or the server does not take it, or it wants one.
    case credential
    /// The address is private, and not allowed in the configuration.
    case refusedAddress = "refused-address"
    /// The address cannot be asked as it stands, or leads where we do not follow.
    case address
    /// The server's certificate is not one that this feed's authorities vouch for.
    case certificate
    /// The document passes what the configuration allows.
    case tooLarge = "too-large"
}

extension FeedFetchError {
    /// Nil for what may pass by itself: a server that is down, a name that is not found today, a page that is not
    /// there, and a certificate that has run out, which its owner renews.
    public var lastingFault: LastingFault? {
        switch self {
        case .badURL, .passwordInURL, .redirectRefused: .address
        case .transfer(.invalidRequest): .address
        case .transfer(.refusedAddress): .refusedAddress
        case .transfer(.tls(_, let reason)): Self.isUntrusted(reason) ? .certificate : nil
        case .transfer(.bodyTooLarge): .tooLarge
        case .status(_, 401), .status(_, 407): .credential
        default: nil
        }
    }

    /// In OpenSSL's words (X509_verify_cert_error_string(3)), and libcurl's.
    private static func isUntrusted(_ reason: String) -> Bool {
        [
            "self-signed", "self signed", "local issuer", "subject name", "hostname mismatch",
            "unable to verify the first certificate", "certificate verify locations", "CAfile",
        ].contains { reason.contains($0) }
    }
}
