import ArgumentParser
import BriefModel
import ContentIdentity
import ControlProtocol
import FoundationEssentials
import Storage

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare files, originals, hashes and catalogue; briefd must not run.",
        discussion: """
            Says of each finding what to do. Nothing is mended but what every start mends: files that the catalogue does \
            not know are taken in, and edits by hand are noted as such.

            With --proof the files are compared with the log of evidence ([store] proof, docs/proof.md) instead: briefd may \
            run, and nothing is changed.
            """)

    @OptionGroup var store: StoreOptions
    @Flag(help: "Compare the files with the log of evidence.") var proof = false
    @Option(help: "With --proof: the public key of the log's checkpoints, RW…, or its file.")
    var key: String?

    func validate() throws {
        if key != nil, !proof { throw ValidationError("--key goes with --proof") }
    }

    func run() throws {
        if proof { return try verifyProof() }
        let (report, mended) = try store.withStore { path in
            let store = try ArticleStore(at: path, identify: .content)
            return (try store.verify(), store.mended)
        }
        if store.json {
            Output.bytes(try WireJSON.encode(VerifyReply(report, mended), pretty: true) + [0x0A])
        } else {
            if let aside = mended.setAside {
                Output.line(
                    "The catalogue was damaged (\(aside.why)): it was set aside as \(aside.name) and made anew."
                        .printable)
            }
            Output.line(summary(report))
            show(report)
        }
        if !report.isSound || mended.setAside != nil { throw ExitCode(1) }
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

    private func summary(_ report: VerifyReport) -> String {
        let size = "\(report.articles) articles, \(report.originals) originals"
        if report.findingCount == 0 { return "The store is sound: \(size)." }
        if report.isSound {
            let count = report.editedCount
            return
                "Nothing is lost or damaged: \(size); \(count) \(count == 1 ? "article was" : "articles were")"
                + " edited by hand:"
        }
        let count = report.findingCount
        return "\(count) \(count == 1 ? "finding" : "findings") in \(size):"
    }
}

/// The JSON of `briefctl verify`.
private struct VerifyReply: Encodable {
    var ok: Bool
    var articles: Int
    var originals: Int
    var sightings: Int
    var edited: Int
    var findings: [VerifyReport.Finding]
    var findingCount: Int
    @Nullable var catalogueSetAside: String?

    init(_ report: VerifyReport, _ mended: MendReport) {
        ok = report.isSound && mended.setAside == nil
        articles = report.articles
        originals = report.originals
        sightings = report.sightings
        edited = report.editedCount
        findings = report.findings
        findingCount = report.findingCount
        catalogueSetAside = mended.setAside?.name
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
