import CCurl

/// One request on its way. Lives on the loop's thread only; libcurl's callbacks reach it by its address,
/// which stays valid because the loop holds it until the handle is removed.
final class Transfer {
    /// A header beyond this is an attack or a fault (libcurl's own limit is 300 KiB for all).
    static let maxHeaderBytes = 256 << 10
    /// A body that unpacks to more than so many times what came is a bomb; text in feeds packs to a tenth.
    static let maxUnpackingRatio = 100
    /// Below this no ratio is looked at, in bytes after decompression: a list of near-equal entries packs well too.
    static let smallBodyBytes = 8 << 20
    /// A body that unpacks to more than so many times what came is not paused: libcurl keeps the rest of what it read
    /// unpacked meanwhile, and what is a bomb ends sooner when it goes on.
    static let maxPausedRatio = 20
    /// Of one read from the network, where HTTP/2 is not spoken; libcurl 7.88 stalls on frames larger than this.
    static let readBytes = 2048

    let request: HTTPRequest
    let handle: EasyHandle
    let id: UInt64
    private let budget: BodyBudget?
    private let onBody: (@Sendable ([UInt8]) -> Void)?
    private let finish: @Sendable (Result<HTTPResponse, TransferError>) -> Void
    private var headers: [HTTPHeader] = []
    private var headerBytes = 0
    private var body: [UInt8] = []
    private var bodyBytes = 0
    /// What our own callbacks stopped the transfer for.
    private var stop: TransferError?
    private var refusal: String?

    init?(_ order: CurlInbox.Order, budget: BodyBudget) {
        guard let handle = EasyHandle() else { return nil }
        self.handle = handle
        id = order.id
        request = order.request
        onBody = order.onBody
        finish = order.finish
        // What comes over a Unix socket is our own daemon's; what is handed on is not kept.
        self.budget = request.unixSocketPath == nil && onBody == nil ? budget : nil
    }

    // MARK: What libcurl calls

    func receive(body bytes: UnsafeRawBufferPointer) -> Reception {
        let total = bodyBytes + bytes.count
        guard total <= request.maxBodyBytes else {
            return refuse(.bodyTooLarge(url: request.url, limit: request.maxBodyBytes))
        }
        guard total <= Transfer.smallBodyBytes || ratio(total) < Transfer.maxUnpackingRatio else {
            return refuse(.bomb(url: request.url, ratio: Transfer.maxUnpackingRatio))
        }
        if let budget, total > BodyBudget.share {
            if ratio(total) < Transfer.maxPausedRatio, !budget.mayGrow(id, to: total) {
                return .notYet
            }
            // Room that is not used yet takes no memory; growing by copying would take it twice.
            if body.count <= BodyBudget.share { body.reserveCapacity(request.maxBodyBytes) }
            budget.grew(by: bytes.count, to: total)
        }
        bodyBytes = total
        if let onBody {
            onBody(unsafe Array(bytes))
        } else {
            unsafe body.append(contentsOf: bytes)
        }
        return .taken
    }

    /// At once, for many may end in one round of the loop.
    private func refuse(_ error: TransferError) -> Reception {
        stop = error
        body = []
        return .refused
    }

    private func ratio(_ total: Int) -> Int {
        let came = handle.offset(CURLINFO_SIZE_DOWNLOAD_T)
        return came > 0 ? total / came : 0
    }

    /// The transfer is removed: its body is the receiver's now.
    func leaveBudget() { budget?.ended(id, total: bodyBytes) }

    /// Returns whether the transfer may go on. A status line starts anew: what stood before was interim.
    func receive(header bytes: UnsafeRawBufferPointer) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= Transfer.maxHeaderBytes else {
            stop = .headersTooLarge(url: request.url, limit: Transfer.maxHeaderBytes)
            return false
        }
        // What comes after the body has begun is a trailer, which says nothing to a cache (RFC 9110 §6.5).
        guard bodyBytes == 0 else { return true }
        var line = unsafe Array(bytes)[...]
        while let last = line.last, last == 0x0a || last == 0x0d { line.removeLast() }
        if line.starts(with: Array("HTTP/".utf8)) {
            headers = []
        } else if let first = line.first, first == 0x20 || first == 0x09, !headers.isEmpty {
            // obs-fold (RFC 9112 §5.2): a continuation of the line before.
            let more = HTTPHeader(line: Array("x:".utf8)[...] + line)?.value ?? ""
            headers[headers.count - 1].value += " " + more
        } else if let header = HTTPHeader(line: line) {
            headers.append(header)
        } else if line.isEmpty {
            distrustConnection()
        }
        return true
    }

    /// A 304 or 204 has no body (RFC 9110 §6.4.1), whatever it announces. Servers that send one all the same, announced
    /// or not, leave it on the connection, perhaps only after we looked, where it would be the next answer. HTTP/2
    /// frames each answer; before it, that connection is not used again.
    private func distrustConnection() {
        guard [204, 304].contains(handle.long(CURLINFO_RESPONSE_CODE)) else { return }
        if httpVersion.hasPrefix("1.") { handle.set(CURLOPT_FORBID_REUSE, true) }
    }

    func openSocket(_ address: UnsafePointer<curl_sockaddr>) -> curl_socket_t {
        if request.unixSocketPath == nil, request.proxy == nil, let check = request.connectGuard {
            var bytes = [UInt8](repeating: 0, count: 16)
            var port: UInt16 = 0
            let count = unsafe Int(briefd_ip_address(address, &bytes, &port))
            let resolved = SocketAddress(bytes: Array(bytes.prefix(count)), port: port)
            if let reason = check(resolved) {
                refusal = reason
                return CURL_SOCKET_BAD
            }
        }
        return unsafe briefd_open_socket(address)
    }

    // MARK: The end

    func complete(_ code: CURLcode) {
        finish(code == CURLE_OK ? .success(response()) : .failure(error(for: code)))
    }

    func cancel() {
        finish(.failure(.cancelled(url: request.url)))
    }

    private func response() -> HTTPResponse {
        HTTPResponse(
            status: handle.long(CURLINFO_RESPONSE_CODE), httpVersion: httpVersion,
            headers: HTTPHeaders(headers), body: body,
            url: handle.string(CURLINFO_EFFECTIVE_URL) ?? request.url,
            redirectURL: handle.string(CURLINFO_REDIRECT_URL),
            primaryIP: request.unixSocketPath == nil ? handle.string(CURLINFO_PRIMARY_IP) : nil,
            timings: TransferTimings(
                nameLookup: handle.microseconds(CURLINFO_NAMELOOKUP_TIME_T),
                connected: handle.microseconds(CURLINFO_CONNECT_TIME_T),
                secured: handle.microseconds(CURLINFO_APPCONNECT_TIME_T),
                firstByte: handle.microseconds(CURLINFO_STARTTRANSFER_TIME_T),
                total: handle.microseconds(CURLINFO_TOTAL_TIME_T)))
    }

    private var httpVersion: String {
        switch handle.long(CURLINFO_HTTP_VERSION) {
        case 1: "1.0"
        case 3: "2"
        case 30: "3"
        default: "1.1"
        }
    }

    private func error(for code: CURLcode) -> TransferError {
        if let stop { return stop }
        let url = request.url
        let reason = unsafe String(cString: curl_easy_strerror(code))
        switch code {
        case CURLE_COULDNT_CONNECT:
            if let refusal { return .refusedAddress(url: url, reason: refusal) }
            return .notConnected(url: url, reason: reason)
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_BAD_FUNCTION_ARGUMENT,
            CURLE_UNKNOWN_OPTION:
            return .invalidRequest(url: url, reason: reason)
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            return .nameNotResolved(url: url, reason: reason)
        case CURLE_OPERATION_TIMEDOUT:
            return .timedOut(url: url, reason: timeoutReason)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS:
            return .tls(url: url, reason: handle.message ?? reason)
        case CURLE_FILESIZE_EXCEEDED:
            return .bodyTooLarge(url: url, limit: request.maxBodyBytes)
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_HTTP2_STREAM:
            return .truncated(url: url, reason: reason)
        case CURLE_BAD_CONTENT_ENCODING:
            return .badEncoding(url: url, reason: reason)
        default:
            return .failed(url: url, code: Int(code.rawValue), reason: reason)
        }
    }

    private var timeoutReason: String {
        let spent = handle.microseconds(CURLINFO_TOTAL_TIME_T)
        let tenths = (spent / .milliseconds(100)).rounded() / 10
        return "\(bodyBytes) bytes of the body came in \(tenths) s"
    }
}
