import BriefModel
import FoundationEssentials

/// Makes settings of a TOML document and notes what is wrong with it.
struct ConfigurationBuilder {
    /// Absolute; relative paths are relative to it.
    let folder: String
    let problems: ProblemList
    var isWhole = true

    func build(_ values: [String: ConfigurationValue]) -> Configuration {
        var root = SettingsTable(path: "", values: values, problems: problems)
        var result = Configuration()
        result.paths = paths(root.table("paths"))
        result.spool = spool(root.table("spool"))
        result.store = store(root.table("store"))
        result.polling = polling(root.table("polling"))
        result.polling.revisits = revisits(root.table("revisits"))
        result.http = http(root.table("http"))
        result.webSub = WebSubSettings(root.table("websub"), folder: folder)
        result.web = WebSettings(root.table("web"), folder: folder)
        (result.siteRules, result.siteMemory, result.recognition) =
            extraction(root.table("extraction"))
        result.watches = watches(root.tables("watch"), result.paths)
        result.outputs = OutputReader().outputs(root.tables("output"), result.paths)
        result.feeds = FeedTableReader(folder: folder).feeds(root.tables("feed"))
        let ruleReader = RuleTableReader(folder: folder, knowsAllHooks: isWhole)
        result.hooks = ruleReader.hooks(root.tables("notify"))
        result.rules = ruleReader.rules(root.tables("rule"), hooks: result.hooks)
        root.finish()
        return result
    }

    private func paths(_ table: SettingsTable) -> PathSettings {
        var table = table
        let standard = PathSettings()
        let state = table.string("state").map { absolute($0, table, "state") } ?? standard.state
        func below(_ key: String) -> String? {
            table.string(key).map { text in
                text.hasPrefix("<state>")
                    ? state + text.dropFirst("<state>".count) : absolute(text, table, key)
            }
        }
        let result = PathSettings(
            state: state, spool: below("spool"), store: below("store"),
            runtime: table.string("runtime").map { absolute($0, table, "runtime") }
                ?? standard.runtime)
        table.finish()
        if PathText.lies(result.store, within: result.spool)
            || PathText.lies(result.spool, within: result.store)
        {
            table.report(
                "store", "store and spool lie in one another",
                why: "filed articles would be taken for dropped files", next: "set them apart")
        }
        return result
    }

    private func extraction(
        _ table: SettingsTable
    ) -> (siteRules: String?, siteMemory: Bool, recognition: RecognitionSettings?) {
        var table = table
        let rules = table.string("site_rules").map { absolute($0, table, "site_rules") }
        let remembers = table.boolean("site_memory", true)
        let recognition = RecognitionSettings(&table, folder: folder)
        table.finish()
        return (rules, remembers, recognition)
    }

    private func spool(_ table: SettingsTable) -> SpoolSettings {
        var table = table
        let standard = SpoolSettings()
        let result = SpoolSettings(
            settle: table.duration("settle") ?? standard.settle,
            keepDone: table.boolean("keep_done", standard.keepDone),
            maxFileBytes: table.size("max_file", standard.maxFileBytes), ignore: ignored(&table),
            corruptAlarm: table.count(
                "corrupt_alarm", standard.corruptAlarm, in: 1...1_000_000_000),
            epub: table.choice("epub") ?? standard.epub)
        table.finish()
        return result
    }

    private func store(_ table: SettingsTable) -> StoreSettings {
        var table = table
        let result = StoreSettings(
            keepOriginals: kept(&table, "keep_originals"),
            keepSuperseded: kept(&table, "keep_superseded"), proof: table.boolean("proof", false),
            proofKey: table.string("proof_key"))
        table.finish()
        return result
    }

    private func revisits(_ table: SettingsTable) -> [Duration] {
        var table = table
        var result: [Duration] = []
        for text in table.strings("after") {
            if let after = DurationText.parse(text), after > .zero {
                result.append(after)
            } else {
                table.report(
                    "after", "\"\(text)\" is no duration",
                    next: "write for example [\"1h\", \"24h\", \"7d\"]")
            }
        }
        table.finish()
        return result.sorted()
    }

    private func kept(_ table: inout SettingsTable, _ key: String) -> StoreSettings.Keep {
        guard let text = table.string(key) else { return .forever }
        guard let keep = StoreSettings.Keep(text) else {
            table.report(
                key, "\"\(text)\" is neither an age nor a size",
                next: "write \"forever\", an age like \"365d\" or a size like \"10 GiB\"")
            return .forever
        }
        return keep
    }

    private func ignored(_ table: inout SettingsTable) -> [GlobPattern] {
        var patterns: [GlobPattern] = []
        for text in table.strings("ignore") {
            guard let pattern = GlobPattern(text) else {
                table.report(
                    "ignore", "\"\(text)\" is no pattern for a name",
                    next: "write for example \"*.log\" or \"draft-*\", without a \"/\"")
                continue
            }
            if pattern.matchesAll {
                table.report(
                    "ignore", "\"\(text)\" fits every name", why: "no file would ever be taken",
                    next: "write which names are meant, for example \"*.log\"")
            }
            patterns.append(pattern)
        }
        return patterns
    }

    private func polling(_ table: SettingsTable) -> PollingSettings {
        var table = table
        var result = PollingSettings()
        let durations: [(String, WritableKeyPath<PollingSettings, Duration>)] = [
            ("interval", \.interval), ("minimum_interval", \.minimumInterval),
            ("maximum_interval", \.maximumInterval), ("per_host_spacing", \.perHostSpacing),
            ("backoff_start", \.backoffStart), ("backoff_ceiling", \.backoffCeiling),
            ("rate_limit_hold", \.rateLimitHold), ("retry_after_ceiling", \.retryAfterCeiling),
            ("refetch_after", \.refetchAfter), ("page_grace", \.pageGrace),
            ("page_retry", \.pageRetry), ("page_give_up", \.pageGiveUp),
        ]
        for (key, place) in durations {
            if let duration = table.duration(key) { result[keyPath: place] = duration }
        }
        result.adaptive = table.boolean("adaptive", result.adaptive)
        result.redirectConfirmations = table.count(
            "redirect_confirmations", result.redirectConfirmations, in: 1...1000)
        result.pageAttempts = table.count("page_attempts", result.pageAttempts, in: 1...1000)
        result.pagesPerHour = table.count(
            "pages_per_hour", result.pagesPerHour, in: 1...1_000_000)
        result.firstPages = table.count("first_pages", result.firstPages, in: 1...1_000_000)
        table.finish()
        checkBounds(of: &result, in: table)
        return result
    }

    /// A minimum above the default maximum lifts the maximum; any other contradiction is told.
    private func checkBounds(of polling: inout PollingSettings, in table: SettingsTable) {
        guard polling.minimumInterval > polling.maximumInterval else { return }
        guard table.has("maximum_interval") else {
            polling.maximumInterval = polling.minimumInterval
            return
        }
        let minimum = DurationText.format(polling.minimumInterval)
        table.report(
            "maximum_interval", "it is below minimum_interval, which is \(minimum)",
            next: "raise maximum_interval or lower minimum_interval")
    }

    private func http(_ table: SettingsTable) -> HTTPSettings {
        var table = table
        var result = HTTPSettings()
        result.allowPrivateNetworks = table.boolean("allow_private_networks", false)
        result.allowHosts = table.strings("allow_hosts")
        result.timeout = table.duration("timeout") ?? result.timeout
        result.maxBodyBytes = table.size("max_body", result.maxBodyBytes)
        result.maxRedirects = table.count("max_redirects", result.maxRedirects, in: 0...100)
        result.allowDowngrade = table.boolean("allow_downgrade", false)
        result.caFile = table.string("ca_file").map { PathText.absolute($0, in: folder) }
        result.proxy = table.string("proxy")
        result.userAgent = table.string("user_agent")
        table.finish()
        if result.timeout <= .zero {
            table.report("timeout", "no poll ends in no time", next: "write for example \"60s\"")
        }
        for host in result.allowHosts {
            guard let fault = AllowedHost.fault(host) else { continue }
            table.report(
                "allow_hosts", "\"\(host)\" cannot be used: \(fault)",
                next: "write HOST, IP or CIDR, each with an optional :PORT")
        }
        CertificateFile.check(result.caFile, in: table)
        checkProxy(result.proxy, in: table)
        if let agent = result.userAgent, !HeaderText.isValue(agent) || agent.isEmpty {
            table.report(
                "user_agent", "no header can hold it", next: "use printable characters only")
        }
        return result
    }

    private func checkProxy(_ proxy: String?, in table: SettingsTable) {
        guard let proxy else { return }
        let parts = URLComponents(string: proxy)
        let schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]
        if parts?.password != nil || parts?.user != nil {
            table.report(
                "proxy", "it holds a user name or password",
                why: "it would be shown in logs and listings", next: "use a proxy without one")
        } else if !schemes.contains(parts?.scheme ?? ""), parts?.host == nil {
            table.report(
                "proxy", "not the URL of a proxy",
                next: "write for example \"http://proxy.example.org:3128\"")
        }
    }

    private func watches(_ tables: [SettingsTable], _ paths: PathSettings) -> [WatchSettings] {
        var result: [WatchSettings] = []
        for var table in tables {
            let path = table.string("path").map { absolute($0, table, "path") }
            let tags = table.strings("tags")
            let leave = table.boolean("leave", false)
            if let path {
                checkWatch(path, in: table, among: result, paths)
                result.append(WatchSettings(path: path, tags: tags, leave: leave))
            } else if !table.has("path") {
                table.report(
                    "path", "a [[watch]] without a path", next: "name the folder: path = \"…\"")
            }
            table.finish()
        }
        return result
    }

    private func checkWatch(
        _ path: String, in table: SettingsTable, among others: [WatchSettings],
        _ paths: PathSettings
    ) {
        if others.contains(where: { $0.path == path }) {
            table.report("path", "\(path) is watched already", next: "remove one of the two")
        }
        for (name, own) in [("spool", paths.spool), ("store", paths.store)]
        where PathText.lies(path, within: own) || PathText.lies(own, within: path) {
            table.report(
                "path", "\(path) and the \(name) \(own) lie in one another",
                why: "briefd would take its own files", next: "watch another folder")
        }
    }

    private func absolute(_ text: String, _ table: SettingsTable, _ key: String) -> String {
        if text.isEmpty { table.report(key, "the path is empty", next: "name a folder") }
        return PathText.absolute(text, in: folder)
    }
}
