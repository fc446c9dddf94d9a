import ArgumentParser
import BriefModel
import ContentIdentity
import ControlProtocol
import FoundationEssentials
import LinuxIO
import Settings
import Storage

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the store and the feeds' state into a folder; briefd may run.",
        discussion: """
            DIR/store can be used as a store as it is; briefctl restore DIR puts both back. DIR must be new or empty. \
            The configuration and what waits in the spool are not in it.
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "A new or empty folder.", completion: .directory) var dir: String

    func run() throws {
        let paths = try store.paths()
        let report = try store.withStore(writes: false) { path in
            try ArticleStore.backup(
                storeAt: path, to: AbsolutePath.of(dir), state: paths.state)
        }
        try CopyReply.show(report, "copied to \(dir.printable)", asJSON: store.json)
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup where the configuration says; briefd must not run.",
        discussion: """
            Nothing is overwritten: an old store must be moved out of the way first. Run by root, the files belong to the \
            owner of the state folder; else run it as the user that briefd runs as.
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The folder that briefctl backup made.", completion: .directory)
    var dir: String

    func run() throws {
        let paths = try store.paths()
        do {
            // On a new machine there is no state folder yet, and nobody to give the files to.
            if (try? Directory(at: paths.state)) != nil {
                try FileOwner.makeFiles(asOwnerOf: paths.state)
            }
            let report = try ArticleStore.restore(
                from: AbsolutePath.of(dir), to: paths.store, state: paths.state)
            // Files that were filed while the backup was made get their rows.
            _ = try ArticleStore(at: paths.store, identify: .content)
            try CopyReply.show(
                report, "restored to \(paths.store.printable)", asJSON: store.json)
        } catch let error as StorageError {
            throw Failure.notWell(error.description.printable)
        }
    }
}

enum AbsolutePath {
    static func of(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}

/// The JSON of `backup` and `restore`.
private struct CopyReply: Encodable {
    var ok = true
    var files: Int
    var bytes: Int

    static func show(_ report: BackupReport, _ what: String, asJSON: Bool) throws {
        if asJSON {
            let reply = CopyReply(files: report.files, bytes: report.bytes)
            Output.bytes(try WireJSON.encode(reply, pretty: true) + [0x0A])
        } else {
            Output.line("\(report.files) files, \(TimeText.size(report.bytes)), \(what).")
        }
    }
}
