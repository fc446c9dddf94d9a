import BriefModel

/// [web]: pages for a browser, read-only.
public struct WebSettings: Sendable, Equatable {
    public var listen: DoorPlace
    /// Names by which a proxy offers the pages.
    public var hosts: [String]

    public init(listen: DoorPlace, hosts: [String] = []) {
        self.listen = listen
        self.hosts = hosts
    }

    /// nil where nothing is listened at: there are no pages then.
    init?(_ table: SettingsTable, folder: String) {
        var table = table
        let listen = table.string("listen")
        let hosts = table.strings("hosts")
        let operates = table.boolean("operate", false)
        table.finish()
        if operates {
            table.report(
                "operate", "the pages are for looking only",
                why: "this version has no buttons in them",
                next: "leave it out, or write operate = false; steer with briefctl")
        }
        guard let listen else {
            if !hosts.isEmpty {
                table.report(
                    "listen", "it is missing", why: "hosts alone opens nothing",
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
        self.init(listen: door, hosts: hosts)
    }
}
