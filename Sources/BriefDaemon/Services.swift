import LinuxIO
import ServiceLifecycle
import Spooling
import UnixSignals
import Workers

/// Takes documents from the spool until the service is told to stop; what is in hand then is finished or handed back.
struct SpoolService: Service {
    let watcher: SpoolWatcher
    let intake: SpoolIntake

    func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            await intake.run(watcher: watcher)
        } onCancelOrGracefulShutdown: {
            watcher.stop()
        }
    }
}

/// Keeps the workers open while the service runs. It is told to stop before those who use them: what waits for a
/// worker is then refused at once, and what a worker holds has some seconds.
struct WorkerService: Service {
    let pool: WorkerPool

    func run() async throws {
        try? await gracefulShutdown()
        pool.close()
    }
}

/// Polls feeds until the service is told to stop.
struct PollingService: Service {
    let polling: Polling

    func run() async throws {
        await cancelWhenGracefulShutdown { await polling.run() }
    }
}

/// Is told first that the service stops, and sees to it that it does.
struct StopService: Service {
    let status: DaemonStatus

    func run() async throws {
        try? await gracefulShutdown()
        status.setStopping()
        StopService.failSafe()
    }

    /// Ends the process after `Daemon.stopLimit` whatever hangs: every document is safe where it lies, and comes again.
    static func failSafe() {
        try? DedicatedThread.start(name: "stop-limit") {
            DedicatedThread.pause(Daemon.stopLimit)
            ThisProcess.end(status: 0)
        }
    }
}

/// Tells the service manager that briefd is ready, how it is, and that it still lives.
struct NotifyService: Service {
    let manager: ServiceManager
    /// The first line of the status. Asking for it goes through the parts that could hang: if they do, the watchdog
    /// hears nothing and the service is started again.
    let summary: @Sendable () async -> String

    func run() async throws {
        manager.ready(status: await summary())
        let interval = min(manager.watchdogInterval ?? .seconds(60), .seconds(60))
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: interval)) != nil {
                manager.status(await summary())
                manager.alive()
            }
        }
        manager.stopping()
    }
}

/// Reads the configuration again at SIGHUP.
struct ReloadService: Service {
    let reload: @Sendable () async -> Void

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        if EarlySignals.hangUpCame { await reload() }
        await cancelWhenGracefulShutdown {
            for await _ in signals { await reload() }
        }
    }
}
