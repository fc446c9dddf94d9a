import BriefModel
import FoundationEssentials

/// [websub]: where hubs tell of changes, and where their word comes in.
public struct WebSubSettings: Sendable, Equatable {
    /// What hubs call, as the proxy offers it: http or https, without a query; no slash at its end.
    public var callback: String
    public var listen: DoorPlace
    /// What is asked of hubs; they may grant another time.
    public var lease: Duration

    public init(callback: String, listen: DoorPlace, lease: Duration = .seconds(10 * 86_400)) {
        self.callback = callback
        self.listen = listen
        self.lease = lease
    }

    /// nil where the table is empty: then no hub is asked.
    init?(_ table: SettingsTable, folder: String) {
        var table = table
        let callback = table.string("callback")
        let listen = table.string("listen")
        let lease = table.duration("lease") ?? .seconds(10 * 86_400)
        table.finish()
        guard callback != nil || listen != nil else { return nil }
        guard let callback, let listen else {
            table.report(
                callback == nil ? "callback" : "listen", "it is missing",
                why: "a hub must know where to call, and somebody must be there to hear it",
                next: "write callback = \"https://…\" and listen = \"unix:/run/briefd/push.sock\"")
            return nil
        }
        guard let address = Self.address(callback) else {
            table.report(
                "callback", "not an address that a hub can call",
                next: "write for example \"https://example.org/briefd\", without ? and #")
            return nil
        }
        guard let door = DoorPlace(listen, folder: folder) else {
            table.report(
                "listen", "\"\(listen)\" is neither a Unix socket nor a port on this machine",
                why: "what the world may reach stands behind a proxy",
                next: "write \"unix:/run/briefd/push.sock\" or \"127.0.0.1:8461\"")
            return nil
        }
        if lease < .seconds(300) || lease > .seconds(365 * 86_400) {
            table.report(
                "lease", "it is shorter than five minutes or longer than a year",
                next: "write for example \"10d\"")
        }
        self.init(callback: address, listen: door, lease: lease)
    }

    private static func address(_ text: String) -> String? {
        guard let parts = URLComponents(string: text),
            ["http", "https"].contains(parts.scheme?.lowercased() ?? ""),
            parts.host?.isEmpty == false, parts.query == nil, parts.fragment == nil,
            parts.user == nil, parts.password == nil
        else { return nil }
        var address = text[...]
        while address.last == "/" { address.removeLast() }
        return String(address)
    }
}
