import CCurl

/// The host of a URL as libcurl will ask for it: what it makes of a spelling is what has to be judged.
public enum URLHost {
    /// Numbers in any form that inet_aton(3) takes become dotted decimals ("127.1", "0x7f000001", "0177.0.0.1"), IPv6
    /// addresses in brackets are shortened. nil where libcurl takes it for no host, or it names a zone (RFC 6874), which
    /// is a network of this machine's own.
    ///
    /// - Parameter host: ASCII, without a port.
    public static func canonical(_ host: String) -> String? {
        guard !host.utf8.contains(0), let handle = unsafe curl_url() else { return nil }
        defer { unsafe curl_url_cleanup(handle) }
        let url = "http://\(host)/"
        guard unsafe curl_url_set(handle, CURLUPART_URL, url, 0) == CURLUE_OK,
            unsafe part(CURLUPART_ZONEID, of: handle) == nil,
            unsafe part(CURLUPART_USER, of: handle) == nil,
            unsafe part(CURLUPART_PORT, of: handle) == nil,
            unsafe part(CURLUPART_PATH, of: handle) == "/"
        else { return nil }
        return unsafe part(CURLUPART_HOST, of: handle)
    }

    private static func part(_ part: CURLUPart, of handle: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard unsafe curl_url_get(handle, part, &text, 0) == CURLUE_OK, let found = unsafe text
        else { return nil }
        defer { unsafe curl_free(found) }
        return unsafe String(cString: found)
    }
}
