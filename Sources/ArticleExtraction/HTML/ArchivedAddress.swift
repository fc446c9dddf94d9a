/// The address of a page that an archive of the web shows: "https://web.archive.org/web/20240815091500/https://a.example/x",
/// "https://archive.ph/2024.08.15-091500/https://a.example/x".
///
/// The day in such an address is that of the capture.
enum ArchivedAddress {
    /// The address of the page itself; any other address as it is.
    static func original(of address: String) -> String {
        guard let scheme = address.firstRange(of: "://") else { return address }
        let rest = address[scheme.upperBound...]
        let host = rest.prefix { $0 != "/" }.lowercased()
        guard archives.contains(where: { host == $0 || host.hasSuffix("." + $0) }) else {
            return address
        }
        for mark in ["/http://", "/https://", "/http:/", "/https:/"] {
            guard let place = rest.firstRange(of: mark) else { continue }
            let tail = rest[place.upperBound...]
            guard !tail.isEmpty else { return address }
            return String(mark.dropFirst().prefix { $0 != "/" }) + "//" + tail
        }
        return address
    }

    private static let archives = [
        "web.archive.org", "archive.today", "archive.ph", "archive.is", "archive.li", "archive.fo",
        "archive.md", "archive.vn", "wayback.archive-it.org", "webarchive.org.uk", "arquivo.pt",
        "webarchive.nationalarchives.gov.uk",
    ]
}
