import BriefModel

extension DoorPlace {
    /// "unix:/run/briefd/push.sock" or "127.0.0.1:8461"; nil for anything else, also for a port that others can reach.
    ///
    /// - Parameter folder: what a relative path is relative to.
    init?(_ text: String, folder: String) {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst(5))
            guard !path.isEmpty else { return nil }
            self = .unix(PathText.absolute(path, in: folder))
            return
        }
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]),
            (1...65_535).contains(port)
        else { return nil }
        switch text[..<colon] {
        case "127.0.0.1", "localhost": self = .loopback(host: "127.0.0.1", port: port)
        case "[::1]": self = .loopback(host: "::1", port: port)
        default: return nil
        }
    }
}
