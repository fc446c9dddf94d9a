import LinuxIO
import Storage

/// Why the store fails, as a problem of the status: one code, one cause, one remedy.
struct StoreProblem: Equatable {
    /// All that this comes to: one of them holds at a time.
    static let codes: [ProblemCode] = [
        .storeFull, .storeReadOnly, .storePermission, .storeSync, .openFiles, .catalogue,
        .catalogueTooNew, .store,
    ]

    let code: ProblemCode
    let what: String
    let next: String

    /// - Parameters:
    ///   - failing: what fails: "Nothing can be filed".
    ///   - store: its folder. SQLite tells little of why it cannot open a file; a trial of our own tells it.
    init(_ error: StorageError, _ failing: String, store: String) {
        switch error {
        case .outOfSpace(let what):
            self.init(.storeFull, "\(failing): \(what)", StoreProblem.full)
        case .syncFailed(let cause):
            self.init(
                .storeSync, "\(failing), and what reached the disk is unknown: \(cause)",
                "See dmesg and check the disk; what waits is taken up again by itself.")
        case .system(let cause):
            self.init(cause, failing, store: store)
        case .catalogueCorrupt(let words):
            self.init(
                .catalogue, "\(failing), the catalogue is damaged: \(words)",
                "systemctl restart briefd: it sets the catalogue aside and makes it anew from the files, which"
                    + " are the truth; what waits is filed then.")
        case .catalogueTooNew(let version):
            self.init(
                .catalogueTooNew,
                "\(failing), the catalogue has schema \(version), later than this briefd's",
                "Install the later briefd again; or systemctl stop briefd, briefctl rebuild, systemctl"
                    + " start briefd.")
        case .catalogue(let words):
            if let cause = StoreProblem.trial(of: store) {
                self.init(cause, failing, store: store)
            } else {
                self.init(.store, "\(failing), SQLite says: \(words)", StoreProblem.disk)
            }
        default:
            self.init(.store, "\(failing): \(error)", StoreProblem.disk)
        }
    }

    init(_ cause: SystemError, _ failing: String, store: String) {
        let what = "\(failing): \(cause)"
        if cause.isOutOfSpace {
            self.init(.storeFull, what, StoreProblem.full)
        } else if cause.isReadOnly {
            self.init(
                .storeReadOnly, what,
                "See dmesg: the kernel does so after an error of the disk. Repair the file system and"
                    + " mount it to be written; what waits is filed by itself then.")
        } else if cause.isNotPermitted {
            self.init(
                .storePermission, what,
                "Give \(store) to the account that briefd runs as: chown -R briefd: \(store); what waits is"
                    + " filed by itself then.")
        } else if cause.isOutOfFiles {
            self.init(
                .openFiles, what,
                "Raise LimitNOFILE= in the unit (systemctl edit briefd), then systemctl restart briefd."
            )
        } else {
            self.init(.store, what, StoreProblem.disk)
        }
    }

    private init(_ code: ProblemCode, _ what: String, _ next: String) {
        self.code = code
        self.what = what + "."
        self.next = next
    }

    private static let full = "Free space on its disk; what waits is filed by itself then."
    private static let disk =
        "See dmesg and journalctl -u briefd, and check the disk; what waits is taken up again by itself."

    /// Opens what SQLite opens, for reading: nothing is made or changed.
    private static func trial(of store: String) -> SystemError? {
        do throws(SystemError) {
            _ = try Directory(at: store).openFile(FileName("catalogue.sqlite"))
            return nil
        } catch {
            return error
        }
    }
}
