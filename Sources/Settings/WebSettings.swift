import BriefModel

/// [web]: pages for a browser.
public struct WebSettings: Sendable, Equatable {
    public var listen: DoorPlace
    /// Names by which a proxy offers the pages.
    public var hosts: [String]
    /// Whether who has the token may steer from them.
    public var operates: Bool

    public init(listen: DoorPlace, hosts: [String] = [], operates: Bool = false) {
        self.listen = listen
        self.hosts = hosts
        self.operates = operates
    }

    /// nil where nothing is listened at: there are no pages then.
    init?(_ table: SettingsTable, folder: String) {
        var table = table
        let listen = table.string("listen")
        let hosts = table.strings("hosts")
        let operates = table.boolean("operate", false)
        table.finish()
        guard let listen else {
            if !hosts.isEmpty || operates {
                table.report(
                    "listen", "it is missing",
                    why: "\(hosts.isEmpty ? "operate" : "hosts") alone opens nothing",
                    next: "write listen = \"127.0.0.1:8460\" or \"unix:/run/briefd/web.sock\"")
            }
            return nil
        }
        guard let door = DoorPlace(listen, folder: folder) else {
            table.report(
                "listen", "\"\(listen)\" is neither a Unix socket nor a port on this machine",
                why: "whoever is to look from elsewhere comes through a proxy that knows them",
                next: "write \"127.0.0.1:8460\" or \"unix:/run/briefd/web.sock\"")
            return nil
        }
        self.init(listen: door, hosts: hosts, operates: operates)
    }
}
