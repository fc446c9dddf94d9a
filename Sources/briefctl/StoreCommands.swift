import ArgumentParser
import BriefModel
import LinuxIO
import Settings
import Storage
import Workers

/// Commands that open the store themselves; the daemon must not run, for one process alone may write it.
struct StoreOptions: ParsableArguments {
    @Option(help: "The configuration that names the store.")
    var config: String?

    @Flag(help: "Print JSON as docs/cli-json.md describes it.")
    var json = false

    func paths() throws -> PathSettings {
        do {
            return try Configuration.load(config).paths
        } catch {
            throw Failure.usage(error.description)
        }
    }

    /// How the pages of some sites are read, as the configuration says.
    func siteRules() throws -> SiteRules {
        do {
            guard let folder = try Configuration.load(config).siteRules else {
                return SiteRules()
            }
            return try SiteRules.load(folder)
        } catch let error as SiteRuleError {
            throw Failure.usage(error.description)
        } catch let error as ConfigurationError {
            throw Failure.usage(error.description)
        }
    }

    /// Runs `body`, which locks the store.
    ///
    /// - Parameter writes: the store and nothing else is written: root does it as the account that owns the store.
    func withStore<Value>(
        writes: Bool = true, _ body: (_ path: String) throws -> Value
    ) throws -> Value {
        let path = try paths().store
        guard (try? Directory(at: path)) != nil else {
            throw Failure.usage(
                "there is no store at \(path.printable); name its configuration with --config")
        }
        do {
            if writes { try FileOwner.become(ownerOf: path) }
            return try body(path)
        } catch let error as StorageError {
            throw StoreOptions.failure(error, path)
        } catch let error as SystemError {
            throw Failure.notWell("not done as the account that owns \(path): \(error)")
        }
    }

    static func failure(_ error: StorageError, _ path: String) -> Failure {
        switch error {
        case .locked(_, let holder):
            let process = holder.map { "process \($0)" } ?? "another process"
            return .notWell(
                "the store \(path.printable) is in use: \(process), briefd or another briefctl, is at work there;"
                    + " stop it (systemctl stop briefd), run this again, then start it. Nothing was changed."
            )
        case .system(let cause) where cause.isNotPermitted:
            return .notAllowed(
                "the store \(path.printable) cannot be opened: \(cause); run this as the user that briefd runs as"
            )
        default: return .notWell(error.description.printable)
        }
    }
}
