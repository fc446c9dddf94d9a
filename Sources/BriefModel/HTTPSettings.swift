/// What requests may do and how large answers may be: [http] of the configuration.
public struct HTTPSettings: Sendable, Equatable {
    /// Whether private, loopback and link-local addresses may be asked.
    public var allowPrivateNetworks: Bool
    /// HOST, IP or CIDR, each with an optional :PORT, that may be asked although they are private.
    public var allowHosts: [String]
    /// For one poll, all hops.
    public var timeout: Duration
    /// Counted after decompression.
    public var maxBodyBytes: Int
    public var maxRedirects: Int
    /// Whether a redirect may lead from https to http.
    public var allowDowngrade: Bool
    /// Absolute path of a file with certificates (PEM) to trust; nil for the system's.
    public var caFile: String?
    /// The proxy's URL; the environment's proxies are not used.
    public var proxy: String?
    /// In place of briefd's own User-Agent.
    public var userAgent: String?

    public init(
        allowPrivateNetworks: Bool = false, allowHosts: [String] = [],
        timeout: Duration = .seconds(60), maxBodyBytes: Int = 16 * 1024 * 1024,
        maxRedirects: Int = 10, allowDowngrade: Bool = false, caFile: String? = nil,
        proxy: String? = nil, userAgent: String? = nil
    ) {
        self.allowPrivateNetworks = allowPrivateNetworks
        self.allowHosts = allowHosts
        self.timeout = timeout
        self.maxBodyBytes = maxBodyBytes
        self.maxRedirects = maxRedirects
        self.allowDowngrade = allowDowngrade
        self.caFile = caFile
        self.proxy = proxy
        self.userAgent = userAgent
    }
}
