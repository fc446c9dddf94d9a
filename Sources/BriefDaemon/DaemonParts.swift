import BriefModel
import ContentIdentity
import ControlServer
import FoundationEssentials
import LinuxIO
import Logging
import Settings
import Spooling
import Storage
import Workers

/// The parts of the service, opened and locked, before any of them runs.
struct DaemonParts: Sendable {
    /// Bytes of documents in hand at once: what bounds the memory of the service.
    static let bytesInHand = 96 << 20

    let running: RunningConfiguration
    let status: DaemonStatus
    let meters: Meters
    let spool: SpoolDirectory
    let store: ArticleStore
    let feedState: FeedStateStore
    let intake: Intake
    let hooks: HookKeeper
    let permits: Permits
    /// Of the sockets and the pages.
    let keeper = Doorkeeper()
    let outputs: OutputKeeper
    let feedNames = FeedNames()
    /// For questions about the status, apart from the work, so that they are answered while the work hangs.
    let statusThread = SerialThread("status")
    let started: Date
    /// Tells hubs of the feeds that go out.
    let hubs: HubPings
    let log: Logger
    let clock: @Sendable () -> Date

    /// What is in force now.
    var configuration: Configuration { running.current }

    /// Opens everything, or says what is in the way.
    ///
    /// The locks come first: a second daemon on the same spool or store must not touch a file.
    ///
    /// - Parameter staysOpen: whether there is time, once the service is ready, for what a quick opening of a large store
    ///   leaves out (`StoreCareService`).
    init(
        _ configuration: Configuration, executable: String, environment: [String: String],
        staysOpen: Bool, log: Logger, clock: @escaping @Sendable () -> Date
    ) throws(StartError) {
        running = RunningConfiguration(configuration)
        self.log = log
        self.clock = clock
        started = clock()
        let paths = configuration.paths
        let key = try Self.proofKey(configuration.store, environment)
        let store = try starting("the store \(paths.store)") {
            try ArticleStore(
                at: paths.store, identify: .content(readingBy: executable),
                keepsProof: configuration.store.proof, proofKey: key,
                quickFrom: staysOpen ? ArticleStore.worthQuickOpening : nil)
        }
        self.store = store
        try starting("the state folder \(paths.state)") {
            try StateFiles.closeToOthers(in: paths.state)
        }
        let meters = Meters()
        self.meters = meters
        let status = DaemonStatus(
            errors: ErrorKeeper(file: ErrorFile(folder: paths.state)),
            events: EventKeeper(
                file: EventFile(folder: paths.state),
                describe: { [catalogue = store.catalogue] in try? catalogue.listing($0) }),
            meters: meters, clock: clock)
        self.status = status
        let feedState = try starting("the feeds' state in \(paths.state)") {
            let findings = FeedStateFindings(status, log: log)
            let state = try FeedStateStore(
                path: paths.state + "/feeds.sqlite", onSetAside: { findings.tell($0) })
            findings.tell(of: state.damaged, in: paths.state)
            return state
        }
        self.feedState = feedState
        spool = try starting("the spool \(paths.spool)") {
            try SpoolDirectory(
                at: paths.spool, settings: .init(configuration),
                memory: WatchedFiles(state: feedState))
        }
        let pool = WorkerPool(
            executable: executable, count: ProcessInfo.processInfo.activeProcessorCount,
            tell: { WorkerTelling.note($0, in: log) })
        pool.follow(try starting("the site rules") { try configuration.loadSiteRules() })
        let rules = RuleBook(configuration)
        let hooks = HookKeeper(
            (store.catalogue, rules, paths.store, paths.state), feedNames: feedNames, log: log,
            clock: clock)
        self.hooks = hooks
        let writer = StoreWriter(store: store, meters: meters) { error in
            if error == nil { hooks.filed.ring() }
            DaemonParts.report(error, store: paths.store, to: status, log: log)
            if store.mended.missing.count > store.missing.count {
                StoreFindings.tellOfMissing(store.missing, status)
            }
        }
        let sites = SiteMemory(
            folder: SiteFolder(state: paths.state), isOn: configuration.siteMemory, log: log,
            clock: clock)
        intake = Intake(
            pool: pool, writer: writer, rules: rules, meters: meters, sites: sites)
        permits = Permits(DaemonParts.bytesInHand)
        let hubs = HubPings(log: log)
        self.hubs = hubs
        outputs = OutputKeeper(
            configuration.outputs, store: paths.store, catalogue: store.catalogue,
            feedNames: feedNames, status: status, hubs: hubs, log: log)
    }

    /// Writes what is told and not written yet, and closes the store.
    func settle() async {
        await status.errors.settle()
        await status.events.close()
        do {
            try await SerialThread("store-close").run { [store] in try store.close() }
        } catch {
            // All is on the disk; the next start looks at each file.
            log.notice("the store was left open", metadata: ["error": "\(error)"])
        }
    }

    /// A group commit that failed as a whole is an operator's business until one succeeds.
    private static func report(
        _ error: StorageError?, store: String, to status: DaemonStatus, log: Logger
    ) {
        guard let error else { return status.clear(StoreProblem.codes) }
        let problem = StoreProblem(error, "Nothing can be filed", store: store)
        status.clear(StoreProblem.codes.filter { $0 != problem.code })
        status.raise(problem.code, what: problem.what, next: problem.next)
        log.error("group commit failed", metadata: ["error": "\(error)"])
    }
}

extension IdentityRules {
    /// Seconds of the processor that looking into one document may take.
    private static let looking = 10

    /// The rules of content, able to look into documents: in a caged child of its own, that ends with the look. A page
    /// and what may have been copied from it are looked into, and nothing else.
    static func content(readingBy executable: String) -> IdentityRules {
        content.reading { document in
            let reader = CagedReader(executable: executable, seconds: looking)
            // What cannot be read is not known as a copy: it is filed.
            return (try? reader.explain(document))?.words
        }
    }
}

extension DaemonParts {
    /// What checkpoints are signed with; unsigned ones would be told of as altered.
    private static func proofKey(
        _ settings: StoreSettings, _ environment: [String: String]
    ) throws(StartError) -> ProofKey? {
        guard let name = settings.proofKey else { return nil }
        guard let text = Credentials.read(name, environment: environment) else {
            throw StartError(
                description: "briefd does not start: the credential \(name) of [store] proof_key is"
                    + " missing; load it with LoadCredential= in briefd's unit, or leave proof_key out",
                needsOperator: true)
        }
        do {
            return try ProofKey(text)
        } catch {
            throw StartError(
                description: "briefd does not start: \(error), then load it as \(name)",
                needsOperator: true)
        }
    }
}

/// Why the daemon does not start.
public struct StartError: Error, Sendable, CustomStringConvertible {
    public var description: String
    /// What only an operator can mend; all else (a full disk, a folder that is not mounted yet) may pass by itself.
    var needsOperator = false
}

/// Runs one step of the start, and names what it was about when it fails.
func starting<Value>(_ what: String, _ body: () throws -> Value) throws(StartError) -> Value {
    do {
        return try body()
    } catch {
        throw StartError(
            description: "briefd does not start: \(what): \(error)",
            needsOperator: isForOperator(error))
    }
}

/// A bad configuration, or another briefd on the same store or spool: starting again does not help.
private func isForOperator(_ error: any Error) -> Bool {
    switch error {
    case is ConfigurationError, StorageError.locked, SpoolError.inUse: true
    default: false
    }
}

extension SpoolDirectory.Settings {
    /// What the configuration says of the spool and the further folders.
    init(_ configuration: Configuration) {
        self.init(
            settle: configuration.spool.settle, keepDone: configuration.spool.keepDone,
            watched: configuration.watches.map {
                WatchFolder(path: $0.path, tags: $0.tags, leave: $0.leave)
            },
            names: NameRules(ignore: configuration.spool.ignore))
    }
}
