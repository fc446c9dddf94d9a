import BriefModel
import Queries

/// Reads the [[rule]] and [[notify]] tables.
struct RuleTableReader {
    /// Absolute; relative paths are relative to it.
    let folder: String
    /// Rules may name hooks that the file does not hold: it is looked at by itself.
    var knowsAllHooks = true

    func rules(_ tables: [SettingsTable], hooks: [HookSettings]) -> [RuleSettings] {
        let names = hooks.map(\.name)
        var result: [RuleSettings] = []
        for (index, table) in tables.enumerated() {
            guard let rule = rule(table, number: index + 1, hooks: names) else { continue }
            result.append(rule)
        }
        return result
    }

    private func rule(_ table: SettingsTable, number: Int, hooks: [String]) -> RuleSettings? {
        var table = table
        let name = table.string("name") ?? "rule \(number)"
        let hasWhen = table.has("when")
        let when = query("when", &table)
        let tags = table.texts("tag")
        let drop = table.boolean("drop", false)
        let hold = table.boolean("hold", false)
        let hasPriority = table.has("priority")
        let priority = table.count("priority", RuleSettings.usualPriority, in: 1...5)
        let notify = table.texts("notify")
        table.finish()
        if !hasWhen {
            table.report(
                "when", "a [[rule]] without a query",
                next: "write for example when = \"lang:de -tag:sport\"")
        }
        for tag in tags where !Self.isTag(tag) {
            table.report(
                "tag", "\"\(tag)\" is no tag", next: "use up to 100 printable characters")
        }
        if tags.isEmpty, !drop, !hold, !hasPriority, notify.isEmpty {
            table.report(
                "when", "the rule does nothing",
                next: "add tag, drop, hold, priority or notify")
        }
        for hook in notify where knowsAllHooks && !hooks.contains(hook) {
            let near = Suggestion.nearest(to: hook, among: hooks)
            table.report(
                "notify", "no [[notify]] has the name \"\(hook)\"",
                next: near.map { "did you mean \"\($0)\"?" }
                    ?? "give one the name: name = \"\(hook)\"")
        }
        return when.map {
            RuleSettings(
                name: name, when: $0, tags: tags, drop: drop, hold: hold,
                priority: hasPriority ? priority : nil, notify: notify)
        }
    }

    private static func isTag(_ tag: String) -> Bool {
        !tag.isEmpty && tag.count <= 100
            && tag.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    /// A query that holds nothing would hold for nothing, for ever and unseen.
    private func query(_ key: String, _ table: inout SettingsTable) -> Query? {
        guard let text = table.string(key) else { return nil }
        do {
            let query = try Query(text)
            if query.node != nil { return query }
            table.report(
                key, "the query holds no word", next: "write for example \"lang:de -tag:sport\"")
        } catch {
            table.report(key, error.what, next: error.next, column: error.column)
        }
        return nil
    }

    func hooks(_ tables: [SettingsTable]) -> [HookSettings] {
        var result: [HookSettings] = []
        for (index, table) in tables.enumerated() {
            guard let hook = hook(table, number: index + 1) else { continue }
            if result.contains(where: { $0.name == hook.name }) {
                table.report(
                    "name", "two [[notify]] have the name \"\(hook.name)\"",
                    next: "give each its own")
            }
            result.append(hook)
        }
        return result
    }

    private func hook(_ table: SettingsTable, number: Int) -> HookSettings? {
        var table = table
        let name = table.string("name") ?? "hook \(number)"
        let occasions = occasions(&table)
        let way = way(&table)
        var hook = HookSettings(name: name, occasions: occasions, way: way ?? .command([]))
        hook.when = query("when", &table)
        hook.digest = digest(&table)
        hook.secret = table.string("secret")
        hook.timeout = table.duration("timeout") ?? hook.timeout
        hook.retryStart = table.duration("retry_start") ?? hook.retryStart
        hook.retryCeiling = table.duration("retry_ceiling") ?? hook.retryCeiling
        hook.giveUpAfter = table.duration("give_up_after") ?? hook.giveUpAfter
        hook.limit = table.count("limit", hook.limit, in: 1...1_000_000)
        table.finish()
        if name.isEmpty || name.count > 100 || name.contains("/") {
            table.report("name", "\"\(name)\" is no name", next: "use up to 100 letters, no \"/\"")
        }
        for (key, value) in [("timeout", hook.timeout), ("retry_start", hook.retryStart)]
        where value <= .zero {
            table.report(key, "it must be longer than no time", next: "write for example \"30s\"")
        }
        let isOfArticles = !hook.occasions.isDisjoint(with: [.filed, .revised])
        if !hook.occasions.isEmpty, !isOfArticles, hook.when != nil {
            table.report(
                "when", "a query asks about articles, and this hook tells of none",
                next: "leave when out, or write on = \"filed\"")
        }
        if hook.occasions.contains(.checkpoint), hook.digest != nil {
            table.report(
                "digest", "checkpoints are told of one by one",
                next: "make a [[notify]] of its own for them")
        }
        return way == nil ? nil : hook
    }

    private func occasions(_ table: inout SettingsTable) -> Set<HookSettings.Occasion> {
        let names = HookSettings.Occasion.allCases.map(\.rawValue)
        var result: Set<HookSettings.Occasion> = []
        for text in table.texts("on") {
            if let occasion = HookSettings.Occasion(rawValue: text) {
                result.insert(occasion)
            } else {
                table.report(
                    "on", "\"\(text)\" is none of its values",
                    next: Suggestion.nearest(to: text, among: names)
                        .map { "did you mean \"\($0)\"?" }
                        ?? "write \"filed\", \"revised\", \"problem\" or \"checkpoint\"")
            }
        }
        return result
    }

    private func digest(_ table: inout SettingsTable) -> DigestTime? {
        guard let text = table.string("digest") else { return nil }
        if let digest = DigestTime(text) { return digest }
        table.report(
            "digest", "\"\(text)\" is no time of a digest",
            next: "write for example \"daily 07:00\" or \"weekly mon 07:00\", in UTC")
        return nil
    }

    private func way(_ table: inout SettingsTable) -> HookSettings.Way? {
        let (hasCommand, hasWebhook) = (table.has("command"), table.has("webhook"))
        if table.has("mail") {
            guard !hasCommand, !hasWebhook else {
                table.report(
                    "mail", "a [[notify]] with both mail and another way", next: "make two of it")
                return nil
            }
            return table.mail().map(HookSettings.Way.mail)
        }
        let command = table.strings("command")
        let webhook = table.string("webhook")
        guard hasCommand != hasWebhook else {
            table.report(
                hasCommand ? "webhook" : "on",
                hasCommand
                    ? "a [[notify]] with both command and webhook"
                    : "a [[notify]] that tells nobody",
                next: hasCommand
                    ? "make two of it"
                    : "add command = [\"/path/to/program\"] webhook = \"https://…\" or mail = \"smtp://…\""
            )
            return nil
        }
        if let webhook {
            do {
                _ = try FeedAddress.normalised(webhook)
                return .webhook(webhook)
            } catch {
                table.report("webhook", error.what, next: error.next)
                return nil
            }
        }
        // What has the wrong type was told already.
        guard let program = command.first else {
            if command.isEmpty, hasCommand {
                table.report(
                    "command", "it names no program",
                    next: "write for example [\"/usr/local/bin/tell\"]")
            }
            return nil
        }
        guard !program.isEmpty, program.contains("/") else {
            table.report(
                "command", "\"\(program)\" is no path",
                why: "no shell and no PATH is asked", next: "name the program with its folder")
            return nil
        }
        return .command([PathText.absolute(program, in: folder)] + command.dropFirst())
    }
}
