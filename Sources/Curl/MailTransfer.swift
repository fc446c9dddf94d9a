import CCurl

/// One message for a mail server (SMTP, RFC 5321).
public struct MailRequest: Sendable {
    /// "smtp://host:port", where STARTTLS (RFC 3207) is asked for, or "smtps://host".
    public var url: String
    /// Addresses without names, as envelopes have them.
    public var from: String
    public var to: [String]
    /// RFC 5322, line ends CRLF.
    public var message: [UInt8]
    public var user: String?
    public var password: String?
    /// Without TLS nothing is sent, the password least of all. False for a server on this machine only: TLS is taken where
    /// it is offered, by whatever certificate, for mail servers make themselves one that nobody signed.
    public var requiresTLS = true
    public var timeout: Duration = .seconds(30)
    /// PEM file of the authorities to trust, in place of the system's.
    public var caFile: String?

    public init(url: String, from: String, to: [String], message: [UInt8]) {
        self.url = url
        self.from = from
        self.to = to
        self.message = message
    }
}

/// How the mail server took it.
public enum MailOutcome: Sendable, Equatable {
    case sent
    /// Its answer, 400 to 599.
    case refused(Int, String)
    case failed(String)
}

/// Hands a message to a mail server, by libcurl.
public enum MailTransfer {
    /// Blocks until the server has it, or `timeout` has passed.
    public static func send(_ request: MailRequest) -> MailOutcome {
        let texts = [request.url, request.from, request.user ?? "", request.password ?? ""]
        guard (texts + request.to).allSatisfy({ !$0.utf8.contains { $0 < 0x20 } }) else {
            return .failed("an address or the credential holds a control character")
        }
        guard let handle = EasyHandle() else { return .failed("libcurl gives no handle") }
        let upload = MailUpload(request.message)
        set(request, in: handle)
        unsafe handle.set(CURLOPT_READFUNCTION) { room, size, count, context in
            guard let room = unsafe room, let context = unsafe context else { return 0 }
            let upload = unsafe Unmanaged<MailUpload>.fromOpaque(context).takeUnretainedValue()
            return unsafe upload.give(
                UnsafeMutableRawBufferPointer(start: room, count: size * count))
        }
        unsafe handle.set(
            CURLOPT_READDATA, context: Unmanaged.passUnretained(upload).toOpaque())
        guard handle.failure == CURLE_OK else {
            return .failed(unsafe String(cString: curl_easy_strerror(handle.failure)))
        }
        // libcurl reads from it until it returns.
        let code = withExtendedLifetime(upload) { unsafe curl_easy_perform(handle.pointer) }
        if code == CURLE_OK { return .sent }
        let status = handle.long(CURLINFO_RESPONSE_CODE)
        let reason = unsafe handle.message ?? String(cString: curl_easy_strerror(code))
        return (400..<600).contains(status) ? .refused(status, reason) : .failed(reason)
    }

    private static func set(_ request: MailRequest, in handle: EasyHandle) {
        handle.set(CURLOPT_URL, request.url)
        handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        handle.set(CURLOPT_DISALLOW_USERNAME_IN_URL, true)
        handle.set(CURLOPT_NOSIGNAL, true)
        handle.set(CURLOPT_PROXY, "")
        handle.set(CURLOPT_TIMEOUT_MS, max(1, request.timeout.wholeMilliseconds))
        // CURLUSESSL_ALL and CURLUSESSL_TRY.
        handle.set(CURLOPT_USE_SSL, request.requiresTLS ? 3 : 1)
        if let file = request.caFile { handle.set(CURLOPT_CAINFO, file) }
        if !request.requiresTLS {
            handle.set(CURLOPT_SSL_VERIFYPEER, false)
            handle.set(CURLOPT_SSL_VERIFYHOST, 0)
        }
        if let user = request.user { handle.set(CURLOPT_USERNAME, user) }
        if let password = request.password { handle.set(CURLOPT_PASSWORD, password) }
        handle.set(CURLOPT_SASL_IR, true)
        handle.set(CURLOPT_MAIL_FROM, "<\(request.from)>")
        handle.set(CURLOPT_MAIL_RCPT, list: request.to.map { Array("<\($0)>".utf8) })
        handle.set(CURLOPT_UPLOAD, true)
        handle.set(CURLOPT_INFILESIZE_LARGE, offset: request.message.count)
        unsafe handle.set(opensocket: { _, _, address in
            guard let address = unsafe address else { return CURL_SOCKET_BAD }
            return unsafe briefd_open_socket(address)
        })
    }
}

/// What is left of a message.
private final class MailUpload {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    func give(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let piece = rest.prefix(room.count)
        unsafe room.copyBytes(from: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
    }
}
