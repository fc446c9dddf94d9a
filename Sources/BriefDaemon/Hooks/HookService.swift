import BriefModel
import ControlProtocol
import Curl
import FoundationEssentials
import ServiceLifecycle
import Settings
import Storage

/// Tells hooks of what is filed, and of what is wrong.
struct HookService: Service {
    let keeper: HookKeeper
    let hubs: HubPings
    let client: any HTTPClient
    /// The settings of requests that are in force.
    let http: @Sendable () -> HTTPSettings
    let credential: @Sendable (String) -> String?
    let status: @Sendable () async -> StatusReply?
    /// Has the names of feeds taken over.
    let rename: @Sendable () async -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await HookFeeder(keeper: keeper).run() }
                group.addTask { await sendAll() }
                group.addTask { await watch() }
                group.addTask { await hubs.run(client, http: http) }
            }
        }
    }

    /// Runs a sender for each hook, anew whenever other hooks are in force.
    private func sendAll() async {
        while !Task.isCancelled {
            await withTaskGroup(of: Void.self) { group in
                for hook in keeper.hooks {
                    let delivery = HookDelivery(
                        client: client, http: http(), secret: hook.secret.flatMap(credential),
                        login: hook.mail?.credential.flatMap(credential), clock: keeper.clock)
                    group.addTask { await sender(hook, delivery) }
                }
                group.addTask { await keeper.changed.wait(atMost: nil) }
                await group.next()
                group.cancelAll()
            }
        }
    }

    private func sender(_ hook: HookSettings, _ delivery: HookDelivery) async {
        let missing = delivery.secret == nil ? hook.secret : nil
        if let secret = missing ?? (delivery.login == nil ? hook.mail?.credential : nil) {
            // Unsigned it would be refused, or worse, believed.
            let now = keeper.clock()
            _ = await keeper.asking {
                try $0.noteFailure(
                    of: [], to: hook.name,
                    why: "the credential \(secret) is missing: load it with LoadCredential= in"
                        + " briefd's unit, then briefctl reload",
                    next: now, pause: nil, now: now)
            }
            await Wakeup().wait(atMost: nil)
            return
        }
        await HookSender(hook, keeper, delivery).run()
        // One that returns was cancelled: the others are too.
    }

    /// Tells of new problems, and keeps the names of feeds.
    private func watch() async {
        var checkpoints = CheckpointNews()
        while !Task.isCancelled {
            await rename()
            await tell(&checkpoints)
            let hooks = keeper.hooks.filter { $0.occasions.contains(.problem) }.map(\.name)
            if !hooks.isEmpty, let problems = await status()?.problems {
                await tell(problems, hooks)
            }
            try? await Task.sleep(for: .seconds(10))
        }
    }

    private func tell(_ news: inout CheckpointNews) async {
        let hooks = keeper.hooks.filter { $0.occasions.contains(.checkpoint) }.map(\.name)
        guard !hooks.isEmpty else { return }
        let (store, now) = (keeper.store, keeper.clock())
        // Without a log, or where its checkpoint cannot be read, there is nothing to tell: `verify` says so.
        let found = await keeper.asking { _ in try? StoreProof(at: store).checkpoint() }
        guard let checkpoint = found ?? nil, news.isDue(checkpoint.body, now: now) else { return }
        let entered: Void? = await keeper.asking { outbox in
            let messages = hooks.map { hook in
                HookMessage(
                    id: HookFeeder.id(of: checkpoint.body, "checkpoint", hook), hook: hook,
                    kind: HookSettings.Occasion.checkpoint.rawValue, subject: checkpoint.origin,
                    body: checkpoint.text, priority: RuleSettings.usualPriority, created: now)
            }
            try outbox.enter(messages, hooks: [], position: "")
        }
        if entered == nil { news.forget() }
        for hook in hooks { keeper.bell(of: hook).ring() }
    }

    private func tell(_ problems: [StatusReply.Trouble], _ hooks: [String]) async {
        // What is wrong with hooks is told of in the status: a hook could only repeat itself.
        let own = [ProblemCode.hooksFailing, .hooksOutbox].map(\.rawValue)
        let problems = Dictionary(
            problems.filter { !own.contains($0.code) }.map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first })
        let now = keeper.clock()
        _ = await keeper.asking { outbox in
            try outbox.enterProblems(Array(problems.keys)) { code in
                guard let problem = problems[code],
                    let json = try? WireJSON.encode(problem)
                else { return [] }
                return hooks.map { hook in
                    HookMessage(
                        id: HookFeeder.id(of: code + "\n" + now.rfc3339, "problem", hook),
                        hook: hook, kind: "problem", subject: code,
                        body: String(decoding: json, as: UTF8.self), priority: 4, created: now)
                }
            }
        }
        for hook in hooks { keeper.bell(of: hook).ring() }
    }
}
