import BriefModel

/// Brings addresses of one page to one form, so that they can be compared.
public enum URLKey {
    /// Without scheme, "www.", default port, fragment, trailing slash and campaign parameters (utm_…), host in lower
    /// case. Nil for what is no http address, and for the address of a whole site: that names no article.
    public static func make(from url: String) -> String? {
        guard let (host, rest) = split(url) else { return nil }
        let page = rest.prefix { $0 != "#" }
        var path = page.prefix { $0 != "?" }
        while path.last == "/" { path.removeLast() }
        let query = page.drop { $0 != "?" }.dropFirst().split(separator: "&")
            .filter { !$0.hasPrefix("utm_") }.joined(separator: "&")
        guard !path.isEmpty || !query.isEmpty else { return nil }
        return host + path + (query.isEmpty ? "" : "?" + query)
    }

    /// The host of an address, in lower case, without "www.".
    public static func host(of url: String) -> String? { split(url)?.host }

    private static func split(_ url: String) -> (host: String, rest: Substring)? {
        guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else {
            return nil
        }
        let scheme = url[..<colon].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let behind = url[url.index(colon, offsetBy: 3)...]
        let authority = behind.prefix { !"/?#".contains($0) }
        var host = String(authority.split(separator: "@").last ?? "")
        host = host.lowercased()
        for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
        host = host.withoutWWW
        return host.isEmpty ? nil : (host, behind[authority.endIndex...])
    }
}
