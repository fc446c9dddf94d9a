import ArgumentParser
import BriefModel
import ContentIdentity
import ControlProtocol
import FoundationEssentials
import LinuxIO
import Storage

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare files, originals, hashes and catalogue; briefd may run.",
        discussion: """
            Says of each finding what to do, and the status tells of it until a later look finds it mended. Beside a running \
            briefd nothing is changed. Else nothing is mended but what every start mends: files that the catalogue does not \
            know are taken in, and edits by hand are noted as such.

            --part 3/12 looks at a twelfth, --part next/12 at the one that was not looked at for longest: so does \
            briefd-verify.timer each night (systemctl enable --now briefd-verify.timer).

            With --proof the files are compared with the log of evidence ([store] proof, docs/proof.md) instead.

            Example: briefctl verify --part next/12
            """)

    @OptionGroup var store: StoreOptions
    @Option(help: "Look at one part of the store: 3/12, or next/12.") var part: String?
    @Flag(help: "Compare the files with the log of evidence.") var proof = false
    @Option(help: "With --proof: the public key of the log's checkpoints, RW…, or its file.")
    var key: String?

    func validate() throws {
        if key != nil, !proof { throw ValidationError("--key goes with --proof") }
        guard let part else { return }
        if proof { throw ValidationError("--part goes without --proof") }
        if VerifyPart(part) == nil, Self.division(part) == nil {
            throw ValidationError(
                "--part is NUMBER/COUNT, 3/12, or next/COUNT; at most \(VerifyPart.most) parts")
        }
    }

    /// Of "next/12" the 12.
    private static func division(_ part: String) -> Int? {
        guard part.hasPrefix("next/"), let count = Int(part.dropFirst(5)),
            VerifyPart(1, of: count) != nil
        else { return nil }
        return count
    }

    func run() throws {
        if proof { return try verifyProof() }
        let state = try store.paths().state
        let look = try store.withStore { path in
            let record = VerifyRecord.read(in: state)
            let part = part.flatMap {
                VerifyPart($0) ?? Self.division($0).flatMap { record.next(of: $0) }
            }
            return try Look.take(at: path, part)
        }
        keep(look, in: state)
        if store.json {
            Output.bytes(try WireJSON.encode(VerifyReply(look), pretty: true) + [0x0A])
        } else {
            if let aside = look.mended?.setAside {
                Output.line(
                    "The catalogue was damaged (\(aside.why)): it was set aside as \(aside.name) and made anew."
                        .printable)
            }
            Output.line(summary(look))
            show(look.report)
        }
        if !look.report.isSound || look.mended?.setAside != nil { throw ExitCode(1) }
    }

    /// For the status. An operator who may read the store need not be allowed to write beside it.
    private func keep(_ look: Look, in state: String) {
        var record = VerifyRecord.read(in: state)
        let now = Int64(Date().timeIntervalSince1970)
        record.add(.init(look.report, part: look.part, ended: now))
        do {
            try record.write(in: state)
        } catch {
            Output.error(
                "briefctl: the status does not tell of this look, as it cannot be noted in \(state.printable): \(error)"
            )
        }
    }

    private func show(_ report: VerifyReport) {
        for finding in report.findings {
            Output.line("\(finding.kind.rawValue)  \(finding.path): \(finding.why)".printable)
            Output.line("    Do: \(finding.next)".printable)
        }
        if report.findingCount > report.findings.count {
            Output.line("… and \(report.findingCount - report.findings.count) more")
        }
    }

    private func verifyProof() throws {
        let key = try publicKey()
        let report = try store.withStore(writes: false) { path in
            try StoreProof(at: path).verify(key: key)
        }
        if store.json {
            Output.bytes(try WireJSON.encode(ProofReply(report), pretty: true) + [0x0A])
        } else {
            let size =
                "\(report.entries) entries, \(report.files.articles) articles, \(report.files.originals) originals"
            let count = report.files.findingCount - report.files.editedCount
            Output.line(
                report.isSound
                    ? "All is as the log of evidence has it: \(size)."
                    : "\(count) \(count == 1 ? "finding" : "findings") in \(size):")
            for line in (report.checkpoint?.text ?? "").split(separator: "\n") {
                Output.line(String(line).printable)
            }
            if report.isSigned == true {
                Output.line(
                    key == nil
                        ? "Signed with the key beside it, which is worth as much as a copy of it elsewhere: see --key."
                        : "Signed with your key.")
            }
            show(report.files)
        }
        if !report.isSound { throw ExitCode(1) }
    }

    private func publicKey() throws -> ProofPublicKey? {
        guard let key else { return nil }
        var text = key
        if !key.hasPrefix("RW") || key.count != 56 {
            guard let data = FileManager.default.contents(atPath: key) else {
                throw Failure.usage("\(key.printable): there is no such file, and it is no key")
            }
            text = String(decoding: data, as: UTF8.self)
        }
        do {
            return try ProofPublicKey(text)
        } catch {
            throw Failure.usage("\(error)")
        }
    }

    private func summary(_ look: Look) -> String {
        let report = look.report
        let whole = look.part.map { "part \($0.number) of \($0.count) of the store" } ?? "the store"
        let size = "\(report.articles) articles, \(report.originals) originals"
        if report.findingCount == 0 {
            return "\(whole.prefix(1).uppercased())\(whole.dropFirst()) is sound: \(size)."
        }
        let place = look.part == nil ? size : "\(whole), \(size)"
        if report.isSound {
            let count = report.editedCount
            return
                "Nothing is lost or damaged: \(place); \(count) \(count == 1 ? "article was" : "articles were")"
                + " edited by hand:"
        }
        let count = report.findingCount
        return "\(count) \(count == 1 ? "finding" : "findings") in \(place):"
    }
}

/// What was looked at, and what was found.
private struct Look {
    var report: VerifyReport
    var part: VerifyPart?
    /// What opening the store mended; nil where it was looked at without.
    var mended: MendReport?

    /// Opens the store, or, where a daemon has it, looks beside that. A part is looked at beside it in any case: a timer
    /// must not keep a daemon from starting.
    static func take(at path: String, _ part: VerifyPart?) throws(StorageError) -> Look {
        if part == nil {
            do throws(StorageError) {
                let store = try ArticleStore(at: path, identify: .content)
                return Look(report: try store.verify(), mended: store.mended)
            } catch {
                guard case .locked = error else { throw error }
            }
        }
        let report = try ArticleStore.verify(storeAt: path, identify: .content, part: part) {
            ThisProcess.pause($0)
        }
        return Look(report: report, part: part)
    }
}

/// The JSON of `briefctl verify`.
private struct VerifyReply: Encodable {
    var ok: Bool
    @Nullable var part: String?
    var articles: Int
    var originals: Int
    var sightings: Int
    var edited: Int
    var findings: [VerifyReport.Finding]
    var findingCount: Int
    @Nullable var catalogueSetAside: String?

    init(_ look: Look) {
        let report = look.report
        ok = report.isSound && look.mended?.setAside == nil
        part = look.part?.description
        articles = report.articles
        originals = report.originals
        sightings = report.sightings
        edited = report.editedCount
        findings = report.findings
        findingCount = report.findingCount
        catalogueSetAside = look.mended?.setAside?.name
    }
}

/// The JSON of `briefctl verify --proof`.
private struct ProofReply: Encodable {
    var ok: Bool
    var entries: Int
    @Nullable var checkpoint: String?
    /// By the key that was named, else by the one beside the checkpoint; null where there is none.
    @Nullable var signed: Bool?
    var articles: Int
    var originals: Int
    var sightings: Int
    var edited: Int
    var findings: [VerifyReport.Finding]
    var findingCount: Int

    init(_ report: ProofReport) {
        ok = report.isSound
        entries = report.entries
        checkpoint = report.checkpoint?.text
        signed = report.isSigned
        articles = report.files.articles
        originals = report.files.originals
        sightings = report.files.sightings
        edited = report.files.editedCount
        findings = report.files.findings
        findingCount = report.files.findingCount
    }
}
