import Logging
import Storage

/// Tells what the start found in the store: in the log, among the events, and, where somebody should act, as problems.
struct StoreFindings {
    private let mended: MendReport
    private let store: String

    init(_ mended: MendReport, store: String) {
        self.mended = mended
        self.store = store
    }

    func tell(_ status: DaemonStatus, log: Logger) {
        tellOfCatalogue(status, log)
        tell(
            .storeMissing, mended.missing, one: "1 article file is gone",
            many: "article files are gone", next: Self.missingNext, status, log)
        tell(
            .storeLeftOut, mended.leftOut, one: "1 file of the store was left out",
            many: "files of the store were left out",
            next:
                "Stop briefd and run briefctl rebuild, which says why, and reads what is damaged again from its"
                + " original.", status, log)
        tell(
            .storeOrphans, mended.orphans, one: "1 original belongs to no article",
            many: "originals belong to no article",
            next: "Stop briefd and run briefctl rebuild, which reads them again.", status, log)
        tell(
            .storeDisputed, mended.disputed, one: "1 thing is not as the log of evidence has it",
            many: "things are not as the log of evidence has them",
            next: "Run briefctl verify --proof, which names all of them.", status, log)
        for edit in mended.edited.items {
            status.note(.edited, subject: edit.path, what: edit.why)
        }
        if !mended.edited.isEmpty {
            log.notice("articles edited by hand", metadata: ["count": "\(mended.edited.count)"])
        }
    }

    private static let missingNext =
        "Stop briefd and run briefctl rebuild, which reads them again from their originals; one whose document arrives"
        + " again is filed again by itself."

    /// After some of the articles whose files were gone arrived again.
    static func tellOfMissing(_ missing: (count: Int, first: String?), _ status: DaemonStatus) {
        guard let first = missing.first else { return status.clear(.storeMissing) }
        let files = missing.count == 1 ? "1 article file is" : "\(missing.count) article files are"
        status.raise(
            .storeMissing, what: "\(files) gone still, the first: \(first).", next: missingNext)
    }

    private func tellOfCatalogue(_ status: DaemonStatus, _ log: Logger) {
        guard let aside = mended.setAside else { return }
        let what =
            "The catalogue was damaged (\(aside.why)): it was set aside as \(store)/\(aside.name) and made anew from the"
            + " files, \(mended.takenIn) articles."
        status.raise(
            .catalogueMadeAnew, what: what,
            next:
                "Look after the disk (dmesg, smartctl); run briefctl verify; then remove \(aside.name). This is said"
                + " until the next start.")
        status.note(.catalogueMadeAnew, subject: aside.name, what: what)
        log.error(
            "catalogue made anew",
            metadata: ["set_aside": "\(aside.name)", "why": "\(aside.why)"])
    }

    private func tell(
        _ code: ProblemCode, _ notes: MendReport.Notes, one: String, many: String, next: String,
        _ status: DaemonStatus, _ log: Logger
    ) {
        guard let first = notes.items.first else { return }
        let what = notes.count == 1 ? "\(one)" : "\(notes.count) \(many), the first"
        status.raise(code, what: "\(what): \(first.path): \(first.why).", next: next)
        for note in notes.items {
            status.note(.storeFault, subject: note.path, what: note.why)
        }
        log.error(
            "store is not whole",
            metadata: [
                "code": "\(code.rawValue)", "count": "\(notes.count)", "first": "\(first.path)",
            ])
    }
}
