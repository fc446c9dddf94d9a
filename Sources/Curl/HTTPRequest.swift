/// One request, and the limits it is made within. Redirects are not followed: the answer says where they lead.
public struct HTTPRequest: Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
        case head = "HEAD"
    }

    /// Decides on an address after name resolution and before a connection: nil lets it pass, a text is the
    /// reason of the refusal. Called on the loop's thread; must not block.
    public typealias ConnectGuard = @Sendable (SocketAddress) -> String?

    /// http or https, without user and password.
    public var url: String
    public var method: Method
    public var headers: [HTTPHeader]
    public var userAgent: String?
    /// Sent as it is; its type goes into `headers`.
    public var body: [UInt8]?
    /// From the start to the last byte; nil for no limit.
    public var timeout: Duration?
    public var connectTimeout: Duration
    /// Without one byte for so long, the transfer ends; whole seconds; nil for no limit.
    public var stallTimeout: Duration?
    /// Of the body after decompression.
    public var maxBodyBytes: Int
    /// PEM file of the authorities to trust, in place of the system's.
    public var caFile: String?
    public var verifiesTLS: Bool
    /// "http://host:port", "socks5h://…"; nil for none: the environment is not asked.
    public var proxy: String?
    public var credential: HTTPCredential?
    /// Connects to this Unix socket; the host of `url` goes into the Host field only.
    public var unixSocketPath: String?
    /// Not asked for Unix sockets, nor for the connection to a proxy.
    public var connectGuard: ConnectGuard?

    public init(
        url: String, method: Method = .get, headers: [HTTPHeader] = [], userAgent: String? = nil,
        body: [UInt8]? = nil, timeout: Duration? = .seconds(60),
        connectTimeout: Duration = .seconds(20), stallTimeout: Duration? = .seconds(30),
        maxBodyBytes: Int = 16 << 20, caFile: String? = nil, verifiesTLS: Bool = true,
        proxy: String? = nil, credential: HTTPCredential? = nil, unixSocketPath: String? = nil,
        connectGuard: ConnectGuard? = nil
    ) {
        self.url = url
        self.method = method
        self.headers = headers
        self.userAgent = userAgent
        self.body = body
        self.timeout = timeout
        self.connectTimeout = connectTimeout
        self.stallTimeout = stallTimeout
        self.maxBodyBytes = maxBodyBytes
        self.caFile = caFile
        self.verifiesTLS = verifiesTLS
        self.proxy = proxy
        self.credential = credential
        self.unixSocketPath = unixSocketPath
        self.connectGuard = connectGuard
    }
}
