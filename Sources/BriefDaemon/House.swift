import BriefModel
import ControlServer
import Curl
import FoundationEssentials
import LinuxIO
import Logging
import ServiceLifecycle
import Settings
import Spooling
import Storage
import UnixSignals

/// Everything that `briefd run` is made of, put together.
struct House: Sendable {
    private let parts: DaemonParts
    private let manager: ServiceManager
    private let polling: Polling
    private let spoolIntake: SpoolIntake
    private let reloader: Reloader
    private let environment: [String: String]

    /// - Parameter staysOpen: whether it runs until it is told to stop; see `DaemonParts`.
    init(
        path: String?, executable: String, environment: [String: String], staysOpen: Bool,
        log: Logger, clock: @escaping @Sendable () -> Date
    ) async throws {
        let configuration = try Configuration.load(path)
        let parts = try DaemonParts(
            configuration, executable: executable, environment: environment, staysOpen: staysOpen,
            log: log, clock: clock)
        self.parts = parts
        self.environment = environment
        manager = ServiceManager(environment: environment)
        var added = AddedFeeds(state: configuration.paths.state)
        added.look(parts.status, log: log)
        let polling = try starting("polling") {
            try Polling(
                settings: configuration.polling, http: configuration.http,
                subscriptions: added.joined(with: configuration.feeds),
                state: parts.feedState, sink: parts.intake,
                credential: { Credentials.read($0, environment: environment) },
                version: Version.number, log: log, notify: { House.note($0, in: parts) },
                spreads: try parts.feedState.isNew && parts.store.catalogue.counts().total > 0,
                clock: clock, meters: parts.meters)
        }
        self.polling = polling
        spoolIntake = SpoolIntake(
            spool: parts.spool,
            filing: SpoolFiling(
                intake: parts.intake, recognition: TextRecognition(configuration.recognition),
                fetchPage: { try await polling.fetchPage($0) },
                notTaken: { [status = parts.status] subject, what in
                    status.note(.notTaken, subject: subject, what: what)
                }),
            permits: parts.permits, limits: configuration.spool.limits,
            status: parts.status, log: log, clock: clock)
        reloader = Reloader(
            path: path, parts: parts, spoolIntake: spoolIntake, polling: polling,
            manager: manager, added: added)
        recover()
    }

    /// What the last run left behind comes back first.
    private func recover() {
        spoolIntake.recover(now: parts.clock())
        UntoldArticles(parts.status, parts.store.catalogue).tell()
        StoreFindings(parts.store.mended, store: parts.configuration.paths.store)
            .tell(parts.status, log: parts.log)
    }

    func run() async throws {
        let control = DaemonControl(parts: parts, polling: polling, reloader: reloader)
        let runtime = parts.configuration.paths.runtime
        try starting("the sockets in \(runtime)") { _ = try Directory(creating: runtime) }
        let server = try await ControlServer(
            runtime: runtime,
            inherited: ListenDescriptors.inherited(environment: environment), service: control,
            log: parts.log, keeper: parts.keeper)
        let watcher = try starting("the spool \(parts.spool.path)") {
            try SpoolWatcher(spool: parts.spool)
        }
        let hubs = try await hubServices() + webServices(control)
        let report = StatusReport(parts: parts, polling: polling)
        await parts.hooks.follow(parts.configuration)
        await parts.feedNames.take(from: polling)
        parts.log.notice(
            "briefd \(Version.number) runs",
            metadata: [
                "spool": "\(parts.spool.path)", "store": "\(parts.configuration.paths.store)",
                "sockets": "\(runtime)", "feeds": "\(parts.configuration.feeds.count)",
            ])
        ProcessMemory.giveBack()
        // Stopped in reverse: first those who ask for work, then the workers' customers, the sockets last.
        let services: [any Service] =
            [
                server,
                parts.outputs,
                HookService(
                    keeper: parts.hooks, hubs: parts.hubs,
                    client: try starting("hooks") { try CurlLoop() },
                    http: { [parts] in parts.configuration.http },
                    credential: { [environment] in
                        Credentials.read($0, environment: environment)
                    },
                    status: { try? await report.reply() },
                    rename: { [parts, polling] in await parts.feedNames.take(from: polling) }),
                SpoolService(watcher: watcher, intake: spoolIntake),
                PollingService(polling: polling),
                WorkerService(pool: parts.intake.pool),
                StoreCareService(
                    store: parts.store, path: parts.configuration.paths.store,
                    status: parts.status, log: parts.log),
                NotifyService(manager: manager) { await report.line() },
                ReloadService { [reloader] in _ = try? await reloader.reload() },
                StopService(status: parts.status),
            ] + hubs
        var group = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) },
            logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() })
        group.gracefulShutdownSignals = [.sigterm, .sigint]
        do {
            try await ServiceGroup(configuration: group).run()
        } catch {
            await parts.settle()
            throw error
        }
        await parts.settle()
    }

    /// The door for hubs, and who asks them; none where nothing says where they may call.
    private func hubServices() async throws -> [any Service] {
        let configuration = parts.configuration
        guard let settings = configuration.webSub else { return [] }
        let desk = PushDesk()
        let server = try await PushServer(
            settings.listen, door: desk,
            maxBody: min(configuration.http.maxBodyBytes, 8 << 20))
        parts.log.notice("hubs may call", metadata: ["listen": "\(settings.listen)"])
        return [
            server,
            HubService(
                polling: polling, desk: desk, settings: settings,
                client: try starting("hubs") { try CurlLoop() },
                http: { [parts] in parts.configuration.http }, log: parts.log),
        ]
    }

    /// The pages for a browser; none where nothing says where.
    private func webServices(_ control: DaemonControl) async throws -> [any Service] {
        guard let settings = parts.configuration.web else { return [] }
        let explainer = Explainer(store: parts.store)
        let desk = WebDesk(service: control, clock: parts.clock) { try await explainer.explain($0) }
        var gate: WebGate?
        if settings.operates {
            let token = WebToken(state: parts.configuration.paths.state, environment: environment)
            let place = try starting("the token of [web]") {
                try token.prepare(WebGate.freshToken())
            }
            gate = WebGate(clock: parts.clock) { await token.read() }
            parts.log.notice(
                "who has the token may steer from the pages", metadata: ["token": "\(place)"])
        }
        let server = try await WebServer(
            settings.listen, door: desk, hosts: settings.hosts, gate: gate, keeper: parts.keeper)
        parts.log.notice("pages are shown", metadata: ["listen": "\(settings.listen)"])
        return [server]
    }

    func runOnce() async -> Int32 {
        let work = Task {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await polling.pollDueOnce() }
                group.addTask { await spoolIntake.runOnce() }
            }
        }
        let signals = Task {
            for await _ in await UnixSignalsSequence(trapping: .sigterm, .sigint) {
                parts.intake.pool.close()
                work.cancel()
                StopService.failSafe()
            }
        }
        await work.value
        signals.cancel()
        parts.intake.pool.close()
        await parts.feedNames.take(from: polling)
        await parts.outputs.writeAll()
        await parts.settle()
        let tally = spoolIntake.tally
        let ofFeeds = parts.meters.current.counts[
            .init(counter: .articlesFiled, value: "feed"), default: 0]
        parts.log.notice(
            "done",
            metadata: [
                "filed": "\(tally.filed + ofFeeds)", "known": "\(tally.sightings)",
                "deferred": "\(tally.deferred)", "quarantined": "\(tally.quarantined)",
            ])
        return tally.deferred + tally.quarantined + tally.left > 0 ? 1 : 0
    }

    private static func note(_ event: PollingEvent, in parts: DaemonParts) {
        if event.kind == .filed { parts.meters.count(.articlesFiled, "feed") }
        parts.status.note(event.kind, subject: event.subject, what: event.what)
    }
}
