import Queries

/// Reads the [[output]] tables.
struct OutputReader {
    func outputs(_ tables: [SettingsTable], _ paths: PathSettings) -> [OutputSettings] {
        var result: [OutputSettings] = []
        for var table in tables {
            let kind = kind(&table)
            let path = table.string("path")
            var output = OutputSettings(
                kind: kind, path: path ?? "", query: query(&table),
                limit: table.count("limit", 50, in: 1...1_000),
                pages: table.count("pages", 1, in: 1...100), title: table.string("title"),
                url: table.string("url"))
            output.changes = table.boolean("changes", false)
            output.hub = table.string("hub")
            if path == nil, !table.has("path") {
                table.report(
                    "path", "an [[output]] without a path",
                    next: "name its file, which lies in store/feeds: path = \"name.atom\"")
            } else if path != nil {
                check(output, in: table, among: result, paths)
            }
            table.finish()
            result.append(output)
        }
        return result
    }

    /// A query that holds nothing would find nothing, for ever and unseen.
    private func query(_ table: inout SettingsTable) -> Query? {
        guard let text = table.string("query") else { return nil }
        do {
            let query = try Query(text)
            if query.node != nil { return query }
            table.report(
                "query", "the query holds no word",
                next: "write for example \"lang:de -tag:sport\", or leave it out for all articles")
        } catch {
            table.report("query", error.what, next: error.next, column: error.column)
        }
        return nil
    }

    private func kind(_ table: inout SettingsTable) -> OutputSettings.Kind {
        let text = table.string("kind")
        if let kind = text.flatMap(OutputSettings.Kind.init) { return kind }
        if let text {
            table.report(
                "kind", "\"\(text)\" is no kind of output", next: "write \"atom\" or \"json\"")
        } else if !table.has("kind") {
            table.report(
                "kind", "an [[output]] without a kind", next: "write kind = \"atom\" or \"json\"")
        }
        return .atom
    }

    private func check(
        _ output: OutputSettings, in table: SettingsTable, among others: [OutputSettings],
        _ paths: PathSettings
    ) {
        let path = output.path
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let names = path.hasPrefix("/") ? parts.dropFirst() : parts[...]
        if names.isEmpty || names.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) {
            table.report(
                "path", "\"\(path)\" names no file beneath store/feeds",
                why: "no part of it may be empty or begin with a dot",
                next: "write for example \"name.atom\" or \"folder/name.atom\"")
        } else if ["tag", "site"].contains(parts.first) {
            table.report(
                "path", "\"\(path)\" lies where the feeds of tags and sites are written",
                next: "take another folder than tag/ and site/")
        } else if others.contains(where: { $0.path == path }) {
            table.report("path", "\(path) is written already", next: "remove one of the two")
        } else if path.hasPrefix("/") {
            for (name, own) in [("spool", paths.spool), ("store", paths.store)]
            where PathText.lies(path, within: own) {
                table.report(
                    "path", "\(path) lies in the \(name) \(own)",
                    why: "briefd would take it for a file of its own",
                    next: "write it relative to store/feeds, or elsewhere")
            }
        }
        if let url = output.url, !url.hasPrefix("http://"), !url.hasPrefix("https://") {
            table.report(
                "url", "\"\(url)\" is no http or https address",
                next: "write where readers find it, or leave it out")
        }
        if let hub = output.hub {
            do {
                _ = try FeedAddress.normalised(hub)
            } catch {
                table.report("hub", error.what, next: error.next)
            }
            if output.url == nil {
                table.report(
                    "hub", "a hub must be told where the feed is found",
                    next: "add url = \"https://…\", or leave the hub out")
            }
        }
    }
}
