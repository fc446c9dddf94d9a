import FoundationEssentials
import Settings
import Storage
import Synchronization

/// Sends what waits for one hook, one message after the other. No hook waits for another.
struct HookSender: Sendable {
    /// Articles in one digest.
    private static let digestLimit = 1_000

    let hook: HookSettings
    let keeper: HookKeeper
    let delivery: HookDelivery
    private let thread: SerialThread

    init(_ hook: HookSettings, _ keeper: HookKeeper, _ delivery: HookDelivery) {
        self.hook = hook
        self.keeper = keeper
        self.delivery = delivery
        thread = SerialThread("hook")
    }

    func run() async {
        let bell = keeper.bell(of: hook.name)
        while !Task.isCancelled {
            let wait = await step()
            if let wait { await bell.wait(atMost: wait) }
        }
    }

    /// Sends what is due. Returns how long nothing is; nil where there may be more at once.
    private func step() async -> Duration? {
        let name = hook.name
        let now = keeper.clock()
        let standings = await keeper.asking { try $0.standings(of: name) }
        guard let standing = standings?.first else { return .seconds(30) }
        guard standing.stopped == nil else { return .seconds(60) }
        if let pause = standing.pausedUntil, pause > now { return Self.time(to: pause, from: now) }
        if let digest = hook.digest { return await digestStep(digest, standing, now) }
        guard let next = await keeper.asking({ try $0.next(of: name, now: now) }) else {
            return .seconds(30)
        }
        guard let message = next.message else {
            return next.due.map { Self.time(to: $0, from: now) } ?? .seconds(60)
        }
        let (keeper, hook) = (keeper, hook)
        let body = await thread.run {
            if let mail = hook.mail {
                return HookMail(settings: mail, keeper: keeper).message(message)
            }
            return try? HookPayload.of(message, keeper)
        }
        guard let body else {
            await bury([message], "the article is not in the store any more", now)
            return nil
        }
        await settle([message], await send(body, id: message.id), standing)
        return nil
    }

    private func digestStep(
        _ digest: DigestTime, _ standing: HookStanding, _ now: Date
    ) async -> Duration? {
        let (name, keeper) = (hook.name, keeper)
        guard let open = await keeper.asking({ [try $0.digest(of: name)] }) else {
            return .seconds(30)
        }
        guard let batch = open.first.flatMap(\.self) else {
            let due = digest.last(before: now)
            guard due > standing.lastDigest ?? now else { return .seconds(20) }
            _ = await keeper.asking {
                try $0.beginDigest(
                    of: name, batch: due.rfc3339, limit: Self.digestLimit, now: now)
            }
            return standing.waiting == 0 ? .seconds(20) : nil
        }
        guard batch.next <= now else { return Self.time(to: batch.next, from: now) }
        let (id, mail) = (HookFeeder.id(of: batch.batch, "digest", name), hook.mail)
        let body = await thread.run {
            if let mail {
                return HookMail(settings: mail, keeper: keeper).digest(id, batch.messages)
            }
            return try? HookPayload.digest(batch.batch, batch.messages, keeper)
        }
        guard let body else {
            guard mail != nil, !batch.messages.isEmpty else { return .seconds(30) }
            await bury(batch.messages, "its articles are not in the store any more", now)
            return nil
        }
        await settle(batch.messages, await send(body, id: id), standing)
        return nil
    }

    private func send(_ body: [UInt8], id: String) async -> HookOutcome {
        switch hook.way {
        case .webhook(let url):
            return await delivery.post(body, id: id, to: url, limit: hook.timeout)
        case .mail(let settings):
            let (delivery, limit) = (delivery, hook.timeout)
            return await thread.run { delivery.mail(body, settings, limit: limit) }
        case .command(let arguments):
            let limit = hook.timeout
            let flag = CancelFlag()
            return await withTaskCancellationHandler {
                await thread.run {
                    HookDelivery.run(arguments, body, limit: limit) { flag.isSet }
                }
            } onCancel: {
                flag.set()
            }
        }
    }

    private func settle(
        _ messages: [HookMessage], _ outcome: HookOutcome, _ standing: HookStanding
    ) async {
        let (name, now) = (hook.name, keeper.clock())
        let ids = messages.map(\.id)
        let attempts = messages.map(\.attempts).max() ?? 0
        switch outcome {
        case .broken: return
        case .delivered:
            _ = await keeper.asking { try $0.noteDelivery(of: ids, to: name, now: now) }
            // Its box may have been full.
            if standing.waiting >= hook.limit { keeper.filed.ring() }
        case .gone(let why):
            keeper.log.warning("hook stopped", metadata: ["hook": "\(name)", "why": "\(why)"])
            _ = await keeper.asking { try $0.stop(name, why: why, now: now) }
        case .failed(let why):
            let pause = now + backoff(standing.failuresInRow)
            await putOff(messages, why, next: now + backoff(attempts), pause: pause, now)
        case .refused(let why):
            await putOff(messages, why, next: now + backoff(attempts), pause: nil, now)
        case .wait(let time, let why):
            let until = now.addingTimeInterval(time.seconds)
            await putOff(messages, why, next: until, pause: until, now)
        }
    }

    private func putOff(
        _ messages: [HookMessage], _ why: String, next: Date, pause: Date?, _ now: Date
    ) async {
        let (name, ids) = (hook.name, messages.map(\.id))
        keeper.log.info(
            "hook not told", metadata: ["hook": "\(name)", "why": "\(why)", "message": "\(ids[0])"])
        let noted: Void? = await keeper.asking {
            try $0.noteFailure(of: ids, to: name, why: why, next: next, pause: pause, now: now)
        }
        // Where that cannot be written, nothing keeps it from being tried at once, again and again.
        if noted == nil { try? await Task.sleep(for: .seconds(5)) }
        let old = messages.filter {
            now.timeIntervalSince($0.created) >= hook.giveUpAfter.seconds
        }
        if !old.isEmpty { await bury(old, "given up: \(why)", now) }
    }

    private func bury(_ messages: [HookMessage], _ why: String, _ now: Date) async {
        let (name, ids) = (hook.name, messages.map(\.id))
        let buried: Void? = await keeper.asking { try $0.bury(ids, of: name, why: why, now: now) }
        if buried == nil { try? await Task.sleep(for: .seconds(5)) }
    }

    /// Three times as long each time, within a tenth, so that hooks do not all come at once.
    private func backoff(_ failures: Int) -> TimeInterval {
        var wait = hook.retryStart.seconds
        for _ in 0..<min(failures, 20) { wait *= 3 }
        return min(wait, hook.retryCeiling.seconds) * Double.random(in: 0.9...1.1)
    }

    private static func time(to date: Date, from now: Date) -> Duration {
        .seconds(min(max(date.timeIntervalSince(now), 0.01), 60))
    }
}

/// Whether a program is to be ended before its time.
final class CancelFlag: Sendable {
    private let value = Atomic(false)

    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
}
