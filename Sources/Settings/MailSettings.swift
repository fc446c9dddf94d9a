import BriefModel

/// Where a hook sends mail.
public struct MailSettings: Sendable, Equatable {
    /// "smtp://host:587" or "smtps://host".
    public var server: String
    public var from: MailAddress
    public var to: [MailAddress]
    /// The systemd credential that holds "user:password".
    public var credential: String?

    public init(server: String, from: MailAddress, to: [MailAddress], credential: String? = nil) {
        self.server = server
        self.from = from
        self.to = to
        self.credential = credential
    }

    /// Whether the server is this machine: what goes there needs no encryption, and no certificate that anybody signed.
    public var isLocal: Bool {
        guard let host = Self.host(of: server) else { return false }
        if host == "localhost" || host == "[::1]" { return true }
        // Not "127.example.org".
        return host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
    }

    /// Nil for what is no address of a mail server, or holds more than one: a user, a path.
    static func host(of server: String) -> String? {
        let text = server.lowercased()
        guard let scheme = ["smtp://", "smtps://"].first(where: text.hasPrefix) else { return nil }
        var rest = text.dropFirst(scheme.count)
        if rest.last == "/" { rest.removeLast() }
        guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"/?#@\\%".utf8.contains($0) })
        else { return nil }
        var host = rest
        if let close = rest.lastIndex(of: "]") {
            host = rest[...close]
        } else if let colon = rest.firstIndex(of: ":") {
            host = rest[..<colon]
        }
        let port = rest[host.endIndex...]
        let isPort =
            port.isEmpty || port.first == ":" && UInt16(port.dropFirst()).map { $0 > 0 } ?? false
        return host.isEmpty || !isPort ? nil : String(host)
    }
}

extension SettingsTable {
    /// The keys mail, from, to and credential of a [[notify]]; nil where something of them is wrong, which is told.
    mutating func mail() -> MailSettings? {
        let server = string("mail") ?? ""
        let sender = string("from")
        let receivers = texts("to")
        let credential = string("credential")
        var isWhole = true
        if MailSettings.host(of: server) == nil {
            report(
                "mail", "\"\(server)\" is no mail server",
                next:
                    "write for example \"smtp://mail.example.org:587\", without a user: credential names it"
            )
            isWhole = false
        }
        let from = sender.flatMap(MailAddress.init)
        if from == nil {
            report(
                "from",
                sender.map { "\"\($0)\" is no address" } ?? "nobody is named that mail comes from",
                next: "write for example from = \"briefd <briefd@example.org>\"")
        }
        let to = receivers.compactMap(MailAddress.init)
        if to.isEmpty || to.count < receivers.count {
            report(
                "to",
                receivers.first { MailAddress($0) == nil }.map { "\"\($0)\" is no address" }
                    ?? "nobody is named whom mail is for",
                next: "write for example to = [\"desk@example.org\"]")
            isWhole = false
        }
        guard isWhole, let from else { return nil }
        return MailSettings(server: server, from: from, to: to, credential: credential)
    }
}
