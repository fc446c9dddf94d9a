import CCurl

extension Transfer {
    /// Carries the request over into the handle.
    func prepare() throws(TransferError) {
        try validate()
        setTarget()
        setLimits()
        setTransport()
        setCallbacks()
        guard handle.failure == CURLE_OK else {
            let reason = unsafe String(cString: curl_easy_strerror(handle.failure))
            throw .invalidRequest(url: request.url, reason: reason)
        }
    }

    private func validate() throws(TransferError) {
        let texts = [request.url, request.userAgent, request.proxy, request.unixSocketPath]
        guard texts.allSatisfy({ $0?.utf8.contains(0) != true }) else {
            throw .invalidRequest(url: request.url, reason: "it holds a NUL")
        }
        if let bad = request.headers.first(where: { !$0.isValid }) {
            throw .invalidRequest(
                url: request.url, reason: "header \(bad.name) holds a character that none may hold")
        }
    }

    private func setTarget() {
        handle.set(CURLOPT_URL, request.url)
        handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
        handle.set(CURLOPT_DISALLOW_USERNAME_IN_URL, true)
        switch request.method {
        case .get: handle.set(CURLOPT_HTTPGET, true)
        case .head: handle.set(CURLOPT_NOBODY, true)
        case .post: handle.set(CURLOPT_POST, true)
        case .delete: break
        }
        if let body = request.body {
            handle.set(body: body)
        } else if request.method == .post {
            handle.set(body: [])
        }
        if request.method == .delete { handle.set(CURLOPT_CUSTOMREQUEST, "DELETE") }
        // Without this, libcurl asks leave for a large body and waits a second for it.
        let quiet = request.body == nil ? [] : [Array("Expect:".utf8)]
        handle.set(headers: request.headers.map(\.line) + quiet)
        if let agent = request.userAgent { handle.set(CURLOPT_USERAGENT, agent) }
        handle.set(CURLOPT_ACCEPT_ENCODING, "")
        setCredential()
    }

    private func setCredential() {
        switch request.credential {
        case nil: break
        case .basic(let user, let password):
            setPassword(user, password, method: UInt(1) << 0)
        case .digest(let user, let password):
            setPassword(user, password, method: UInt(1) << 1)
        case .bearer(let token):
            handle.set(CURLOPT_HTTPAUTH, Int(1) << 6)
            handle.set(CURLOPT_XOAUTH2_BEARER, token)
        }
    }

    /// `method` is CURLAUTH_BASIC or CURLAUTH_DIGEST, macros that Swift cannot read.
    private func setPassword(_ user: String, _ password: String, method: UInt) {
        handle.set(CURLOPT_HTTPAUTH, Int(method))
        handle.set(CURLOPT_USERNAME, user)
        handle.set(CURLOPT_PASSWORD, password)
    }

    private func setLimits() {
        handle.set(CURLOPT_NOSIGNAL, true)
        handle.set(CURLOPT_FOLLOWLOCATION, false)
        if let timeout = request.timeout {
            handle.set(CURLOPT_TIMEOUT_MS, max(1, timeout.wholeMilliseconds))
        }
        handle.set(CURLOPT_CONNECTTIMEOUT_MS, max(1, request.connectTimeout.wholeMilliseconds))
        if let stall = request.stallTimeout {
            handle.set(CURLOPT_LOW_SPEED_LIMIT, 1)
            handle.set(CURLOPT_LOW_SPEED_TIME, max(1, stall.wholeMilliseconds / 1000))
        }
        // As much as this may come a hundred times over, and be unpacked, before anybody else's turn.
        if request.url.lowercased().hasPrefix("http:") {
            handle.set(CURLOPT_BUFFERSIZE, Transfer.readBytes)
        }
        // Content-Length alone can already be too much; what passes is counted as it is decoded.
        handle.set(CURLOPT_MAXFILESIZE_LARGE, offset: request.maxBodyBytes)
    }

    private func setTransport() {
        handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        handle.set(CURLOPT_PROXY, request.proxy ?? "")
        handle.set(CURLOPT_NOPROXY, "")
        handle.set(CURLOPT_SSL_VERIFYPEER, request.verifiesTLS)
        handle.set(CURLOPT_SSL_VERIFYHOST, request.verifiesTLS ? 2 : 0)
        if let file = request.caFile { handle.set(CURLOPT_CAINFO, file) }
        if let path = request.unixSocketPath { handle.set(CURLOPT_UNIX_SOCKET_PATH, path) }
    }

    private func setCallbacks() {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe handle.set(CURLOPT_PRIVATE, context: context)
        unsafe handle.set(CURLOPT_WRITEDATA, context: context)
        unsafe handle.set(CURLOPT_HEADERDATA, context: context)
        unsafe handle.set(CURLOPT_OPENSOCKETDATA, context: context)
        unsafe handle.set(
            CURLOPT_WRITEFUNCTION,
            function: { bytes, size, count, context in
                unsafe Transfer.deliver(bytes, size * count, context) { transfer, buffer in
                    unsafe transfer.receive(body: buffer)
                }
            })
        unsafe handle.set(
            CURLOPT_HEADERFUNCTION,
            function: { bytes, size, count, context in
                unsafe Transfer.deliver(bytes, size * count, context) { transfer, buffer in
                    unsafe transfer.receive(header: buffer) ? .taken : .refused
                }
            })
        unsafe handle.set(opensocket: { context, _, address in
            guard let context = unsafe context, let address = unsafe address else {
                return CURL_SOCKET_BAD
            }
            let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            return unsafe transfer.openSocket(address)
        })
    }

    /// What becomes of a piece that came.
    enum Reception {
        case taken
        /// The transfer ends.
        case refused
        /// It comes again when the transfer is resumed.
        case notYet
    }

    /// Returns how many bytes were taken: fewer than came stops the transfer.
    private static func deliver(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
        to receive: (Transfer, UnsafeRawBufferPointer) -> Reception
    ) -> Int {
        guard let context = unsafe context else { return 0 }
        let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
        switch unsafe receive(transfer, buffer) {
        case .taken: return count
        // Any other count stops the transfer; for an empty piece 0 is right.
        case .refused: return count + 1
        case .notYet: return Int(CURL_WRITEFUNC_PAUSE)
        }
    }
}

extension Duration {
    /// Rounded down, and never beyond what libcurl's long takes.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
