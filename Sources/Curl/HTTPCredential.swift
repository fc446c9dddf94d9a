/// What a request proves itself with. Its description never shows the secret.
public enum HTTPCredential: Sendable, Equatable, CustomStringConvertible,
    CustomDebugStringConvertible
{
    /// RFC 7617, sent at once.
    case basic(user: String, password: String)
    /// RFC 7616: libcurl asks first, and answers the server's challenge.
    case digest(user: String, password: String)
    /// RFC 6750.
    case bearer(token: String)

    /// Reads what a systemd credential holds: "user:password" or "Bearer …"; nil for anything else.
    public init?(text: String) {
        var line = text[...]
        while line.last?.isNewline == true { line.removeLast() }
        guard !line.contains(where: { $0.isNewline || $0 == "\0" }) else { return nil }
        if line.lowercased().hasPrefix("bearer ") {
            let token = line.dropFirst(7).drop { $0 == " " }
            guard !token.isEmpty else { return nil }
            self = .bearer(token: String(token))
            return
        }
        guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
        self = .basic(
            user: String(line[..<colon]), password: String(line[line.index(after: colon)...]))
    }

    public var description: String {
        switch self {
        case .basic: "basic credential"
        case .digest: "digest credential"
        case .bearer: "bearer credential"
        }
    }

    public var debugDescription: String { description }
}
