/// The limits of every request: [http] of the configuration.
public struct HTTPSettings: Sendable, Equatable {
    public var allowPrivateNetworks: Bool
    /// HOST, IP or CIDR, each with an optional :PORT, that may be asked although private.
    public var allowHosts: [String]
    /// One poll, all hops.
    public var timeout: Duration
    /// Counted after decompression.
    public var maxBodyBytes: Int
    public var maxRedirects: Int
    /// Whether a redirect may lead from https to http.
    public var allowDowngrade: Bool
    /// PEM file of the authorities to trust; nil for the system's. Absolute.
    public var caFile: String?
    /// The URL of a proxy; nil for none.
    public var proxy: String?
    /// nil for the name and version of this program.
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
