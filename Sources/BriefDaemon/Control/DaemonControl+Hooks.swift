import BriefModel
import ControlProtocol
import ControlServer
import FoundationEssentials
import Settings
import Storage

extension DaemonControl {
    func hooks() async throws -> ItemPage<HookItem> {
        let hooks = Dictionary(
            parts.hooks.hooks.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        guard !hooks.isEmpty else { return ItemPage(items: [], total: 0) }
        let standings = try await fromOutbox { try $0.standings() }
        let items = standings.compactMap { standing in
            hooks[standing.name].map { HookItem(standing, $0, now: parts.clock()) }
        }
        return ItemPage(items: items, total: items.count)
    }

    func deadLetters(
        hook: String?, cursor: String?, limit: Int
    ) async throws -> ItemPage<DeadLetterItem> {
        if let hook { try checkHook(hook) }
        guard !parts.hooks.hooks.isEmpty else { return ItemPage(items: []) }
        let letters = try await fromOutbox {
            try $0.deadLetters(of: hook, before: cursor, limit: limit + 1)
        }
        let page = letters.prefix(limit)
        return ItemPage(
            items: page.map(DeadLetterItem.init), next: letters.count > limit ? page.last?.id : nil)
    }

    func retryHook(_ name: String) async throws -> DoneReply {
        try checkHook(name)
        let now = parts.clock()
        let count = try await fromOutbox { try $0.retry(name, now: now) }
        guard let count else { throw DaemonControl.noHook(name, []) }
        parts.hooks.bell(of: name).ring()
        parts.hooks.filed.ring()
        return DoneReply(
            what: "\(count) dead \(count == 1 ? "letter is" : "letters are") sent to \(name) again."
        )
    }

    /// Enters into the outbox what hooks are told of an article that is held back no more. Says how many of them.
    func tellHooks(ofReleased id: String) async throws -> Int {
        let keeper = parts.hooks
        guard !keeper.hooks.isEmpty else { return 0 }
        let hooks = try await fromOutbox { outbox -> Set<String> in
            let messages = HookFeeder.messages(
                of: try keeper.catalogue.listing(id), for: keeper.hooks, keeper)
            try outbox.enter(messages, hooks: [], position: "")
            return Set(messages.map(\.hook))
        }
        for hook in hooks { keeper.bell(of: hook).ring() }
        return hooks.count
    }

    private func checkHook(_ name: String) throws {
        let names = parts.hooks.hooks.map(\.name)
        guard names.contains(name) else { throw DaemonControl.noHook(name, names) }
    }

    private static func noHook(_ name: String, _ names: [String]) -> ControlFailure {
        let near = Suggestion.nearest(to: name, among: names).map { "; did you mean \"\($0)\"?" }
        return ControlFailure(
            404, "no-hook", "No such hook",
            detail: "no hook has the name \"\(name.prefix(100))\"\(near ?? "; see briefctl hooks")")
    }

    private func fromOutbox<Value: Sendable>(
        _ body: @escaping @Sendable (HookOutbox) throws -> Value
    ) async throws -> Value {
        guard let value = await parts.hooks.asking(body) else {
            throw ControlFailure(
                500, "hooks", "Not done",
                detail: "the outbox of hooks: \(parts.hooks.fault ?? "it cannot be read")")
        }
        return value
    }
}

extension HookItem {
    init(_ standing: HookStanding, _ hook: HookSettings, now: Date) {
        let isPaused = standing.pausedUntil.map { $0 > now } ?? false
        let (way, target) =
            switch hook.way {
            case .command(let arguments): ("command", arguments.first ?? "")
            case .webhook(let url): ("webhook", url.hidingSecrets)
            case .mail(let mail): ("mail", mail.to.map(\.address).joined(separator: ", "))
            }
        self.init(
            name: standing.name, on: hook.occasions.map(\.rawValue).sorted(), way: way,
            target: target,
            state: standing.stopped != nil
                ? "stopped"
                : standing.why != nil ? "failing" : isPaused ? "paused" : "ok",
            waiting: standing.waiting, dead: standing.dead, delivered: standing.delivered,
            lost: standing.lost, failuresInRow: standing.failuresInRow,
            lastDelivered: standing.lastDelivered?.rfc3339,
            failingSince: standing.failingSince?.rfc3339,
            nextTry: isPaused ? standing.pausedUntil?.rfc3339 : nil,
            error: standing.stopped ?? standing.why)
    }
}

extension DeadLetterItem {
    init(_ message: HookMessage) {
        self.init(
            id: message.id, hook: message.hook, kind: message.kind, subject: message.subject,
            created: message.created.rfc3339, died: (message.died ?? message.created).rfc3339,
            attempts: message.attempts, why: message.why ?? "")
    }
}
