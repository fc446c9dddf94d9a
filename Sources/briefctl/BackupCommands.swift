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

            With --to FOLDER each run makes a further backup in FOLDER, named by its time. Files that did not change are \
            links to those of the backup before, so that they take no room twice; each backup is whole all the same, and any \
            may be removed. Put a backup back with restore, rather than opening it where it lies: its articles are those of \
            the others too. briefd-backup.timer does so each night (systemctl enable --now briefd-backup.timer).

            Example: briefctl backup --to /mnt/disk/briefd --keep 14
            """)

    @OptionGroup var store: StoreOptions
    @Option(help: "A folder of backups, best on another disk.", completion: .directory)
    var to: String?
    @Option(help: "With --to: keep so many of the latest backups.") var keep: Int?
    @Argument(help: "A new or empty folder.", completion: .directory) var dir: String?

    func validate() throws {
        guard (to == nil) != (dir == nil) else {
            throw ValidationError("name a new folder, or with --to a folder of backups")
        }
        guard let keep else { return }
        if to == nil { throw ValidationError("--keep goes with --to") }
        if keep < 1 { throw ValidationError("--keep is 1 or more") }
    }

    func run() throws {
        let paths = try store.paths()
        let report = try store.withStore(writes: false) { path in
            if let to {
                return try ArticleStore.backup(
                    storeAt: path, onto: AbsolutePath.of(to), state: paths.state, keep: keep,
                    now: Date())
            }
            return try ArticleStore.backup(
                storeAt: path, to: AbsolutePath.of(dir ?? ""), state: paths.state)
        }
        let place = to == nil ? dir ?? "" : report.path
        try CopyReply.show(report, "copied to \(place.printable)", asJSON: store.json)
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup where the configuration says; briefd must not run.",
        discussion: """
            Nothing is overwritten: an old store must be moved out of the way first. Run by root, the files belong to the \
            owner of the state folder; else run it as the user that briefd runs as. Of a folder of backups (briefctl backup \
            --to) the latest is taken.

            With an id, that article alone is put back into the store that is there, with its original. What lies in its \
            place and is another text is moved into superseded/.

            Example: briefctl restore /mnt/disk/briefd 3f2a9c1e
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "The folder that briefctl backup made.", completion: .directory)
    var dir: String
    @Argument(help: "Of one article, or a beginning of it.") var id: String?

    func run() throws {
        let paths = try store.paths()
        do {
            // On a new machine there is no state folder yet, and nobody to give the files to.
            if (try? Directory(at: paths.state)) != nil {
                try FileOwner.makeFiles(asOwnerOf: paths.state)
            }
            if let id { return try restore(id, to: paths.store) }
            let report = try ArticleStore.restore(
                from: AbsolutePath.of(dir), to: paths.store, state: paths.state)
            // Files that were filed while the backup was made get their rows.
            _ = try ArticleStore(at: paths.store, identify: .content)
            try CopyReply.show(
                report, "restored to \(paths.store.printable)", asJSON: store.json)
        } catch let error as StorageError {
            if case .locked = error { throw StoreOptions.failure(error, paths.store) }
            throw Failure.notWell(error.description.printable)
        }
    }

    private func restore(_ id: String, to path: String) throws {
        let report = try ArticleStore.restore(id, from: AbsolutePath.of(dir), to: path)
        // It is taken in, or known again.
        _ = try ArticleStore(at: path, identify: .content)
        if store.json {
            Output.bytes(try WireJSON.encode(ArticleReply(report), pretty: true) + [0x0A])
        } else if report.restored.isEmpty {
            Output.line(
                "\(report.id): the store has it as the backup has it, in \(report.path). Nothing was changed."
                    .printable)
        } else {
            let files = report.restored.joined(separator: " and ")
            Output.line("\(report.id): \(files) restored.".printable)
            if let aside = report.aside {
                Output.line("What lay in its place lies in \(aside) now.".printable)
            }
        }
    }
}

/// The JSON of `restore` of one article.
private struct ArticleReply: Encodable {
    var ok = true
    var id: String
    var path: String
    var restored: [String]
    @Nullable var aside: String?

    init(_ report: ArticleRestoreReport) {
        (id, path, restored) = (report.id, report.path, report.restored)
        aside = report.aside
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
    var linked: Int
    var removed: Int

    static func show(_ report: BackupReport, _ what: String, asJSON: Bool) throws {
        if asJSON {
            let reply = CopyReply(
                files: report.files, bytes: report.bytes, linked: report.linked,
                removed: report.removed)
            Output.bytes(try WireJSON.encode(reply, pretty: true) + [0x0A])
            return
        }
        let linked =
            report.linked == 0 ? "" : "; \(report.linked) are as in the backup before, and linked"
        let removed =
            switch report.removed {
            case 0: ""
            case 1: "; 1 older backup removed"
            default: "; \(report.removed) older backups removed"
            }
        Output.line(
            "\(report.files) files, \(TimeText.size(report.bytes)), \(what)\(linked)\(removed).")
    }
}
