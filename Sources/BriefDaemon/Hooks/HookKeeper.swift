import BriefModel
import FoundationEssentials
import Logging
import Settings
import Storage
import Synchronization

/// The hooks that are configured, and what they are still to be told. Nothing here is asked while an article is filed: what
/// hooks hear of is read from the store afterwards, in the order of filing.
final class HookKeeper: Sendable {
    private struct State {
        var hooks: [HookSettings] = []
        var outbox: HookOutbox?
        var fault: String?
        /// Where the order of filing stood when hooks came into force and the outbox could not be opened: what is filed
        /// until it can be is told of too.
        var head: String?
    }

    let catalogue: Catalogue
    let rules: RuleBook
    let feedNames: FeedNames
    /// Absolute; what an article's path is beneath.
    let store: String
    let clock: @Sendable () -> Date
    let log: Logger
    /// Rung when something was filed.
    let filed = Wakeup()
    /// Rung when other hooks are in force.
    let changed = Wakeup()
    private let bells = Mutex<[String: Wakeup]>([:])
    private let path: String
    private let state = Mutex(State())
    private let thread = SerialThread("hooks")

    init(
        _ parts: (catalogue: Catalogue, rules: RuleBook, store: String, state: String),
        feedNames: FeedNames = FeedNames(), log: Logger, clock: @escaping @Sendable () -> Date
    ) {
        self.feedNames = feedNames
        catalogue = parts.catalogue
        rules = parts.rules
        store = parts.store
        path = parts.state + "/" + HookOutbox.name
        self.log = log
        self.clock = clock
    }

    var hooks: [HookSettings] { state.withLock { $0.hooks } }

    /// What went wrong with the outbox last; nil where it works.
    var fault: String? { state.withLock { $0.fault } }

    func bell(of hook: String) -> Wakeup {
        bells.withLock { bells in
            let bell = bells[hook] ?? Wakeup()
            bells[hook] = bell
            return bell
        }
    }

    /// Puts these hooks in force. Where the outbox cannot be opened that is tried again by `asking`.
    func follow(_ configuration: Configuration) async {
        let hooks = configuration.hooks
        state.withLock { state in
            state.hooks = hooks
            // Nobody is told of anything: what is remembered from before would be told when hooks come back.
            if hooks.isEmpty, state.outbox == nil { state.fault = nil }
        }
        await thread.run { [self] in
            do {
                if hooks.isEmpty, !StateFiles.exists(path) { return }
                if state.withLock({ $0.outbox == nil }) {
                    let head = try head()
                    state.withLock { $0.head = head }
                }
                try adopt(hooks)
                note(nil)
            } catch {
                note(error)
            }
        }
        changed.ring()
        filed.ring()
    }

    private func adopt(_ hooks: [HookSettings]) throws {
        let outbox: HookOutbox
        if let open = state.withLock({ $0.outbox }) {
            outbox = open
        } else {
            outbox = try open()
        }
        try outbox.adopt(
            hooks.map { ($0.name, $0.target) }, position: try head(), now: clock())
        state.withLock { state in
            state.outbox = outbox
            state.head = nil
        }
    }

    /// Where the order of filing stands, or stood when these hooks should have come into force.
    private func head() throws -> String {
        if let head = state.withLock({ $0.head }) { return head }
        return try catalogue.articles(ArticleQuery(limit: 1)).position ?? "0"
    }

    /// One that is damaged is set aside: what waited in it is lost, and told of.
    private func open() throws -> HookOutbox {
        do {
            try StateFiles.makeClosed(path)
            return try HookOutbox(path: path)
        } catch StorageError.catalogueCorrupt(let why) {
            let name = try StateFiles.setAside(path, now: clock())
            log.error(
                "outbox of hooks damaged",
                metadata: ["why": "\(why)", "set_aside": "\(name)"])
            try StateFiles.makeClosed(path)
            return try HookOutbox(path: path)
        }
    }

    private func note(_ error: (any Error)?) {
        let said = error.map { "\($0)" }
        let isNews = state.withLock { state in
            defer { state.fault = said }
            return state.fault != said
        }
        if isNews, let said { log.error("outbox of hooks", metadata: ["error": "\(said)"]) }
    }

    /// Runs `body` with the outbox, away from Swift's threads. Nil where it fails, which the status tells of.
    func asking<Value: Sendable>(
        _ body: @escaping @Sendable (HookOutbox) throws -> Value
    ) async -> Value? {
        await thread.run { [self] in
            do {
                if state.withLock({ $0.outbox == nil }) { try adopt(hooks) }
                guard let outbox = state.withLock({ $0.outbox }) else { return nil }
                let value = try body(outbox)
                note(nil)
                return value
            } catch {
                note(error)
                return nil
            }
        }
    }
}

extension HookSettings {
    /// What it is known by over changes of the configuration.
    var target: String {
        switch way {
        case .command(let arguments): "command\n" + arguments.joined(separator: "\n")
        case .webhook(let url): "webhook\n" + url
        case .mail(let mail):
            "mail\n" + ([mail.server] + mail.to.map(\.address)).joined(separator: "\n")
        }
    }
}
