import BriefModel
import Spooling
import Storage
import Workers

/// A file that holds documents: each is filed by itself, from its own bytes. One that cannot be read holds up no other.
///
/// A worker unpacks it, turn by turn; what comes again after a crash is known by its bytes, and filed once.
struct DroppedPack: Sendable {
    let filing: SpoolFiling
    let limits: UnpackLimits

    /// So many of what is left out are told one by one.
    private static let told = 20

    /// What was made of a file so far.
    private struct Tally {
        var outcomes: [FilingOutcome] = []
        /// Documents that were filed in an earlier round.
        var filedBefore = 0
        var killers: [String] = []
        var firstReason: SpoolReason?
        var failed = 0
    }

    /// - Returns: what became of the documents; none where all were filed before.
    /// - Throws: `DroppedError` where nothing of it could be filed, or a document killed workers; what concerns all of
    ///   them alike, a full disk or the end of the service.
    func file(
        _ document: DroppedDocument, progress: SpoolProgress,
        note: @Sendable (SpoolProgress) -> Void
    ) async throws -> [FilingOutcome] {
        var progress = progress
        var tally = Tally()
        var next: Int? = 0
        while let first = next {
            let file = try await open(document, from: first)
            if first == 0 { tell(file, of: document) }
            for part in file.parts {
                try Task.checkCancellation()
                if progress.isOver(part.name) {
                    tally.filedBefore += 1
                    continue
                }
                try await fileOne(part, of: document, &tally)
                progress.note(done: part.name)
                note(progress)
            }
            next = file.next
        }
        guard tally.killers.isEmpty else {
            throw DroppedError(
                reason: .partsKilledWorkers(tally.killers), filed: tally.outcomes)
        }
        if tally.outcomes.isEmpty, tally.filedBefore == 0 {
            throw DroppedError(reason: tally.firstReason ?? .nothingReadable(tally.failed))
        }
        return tally.outcomes
    }

    private func open(_ document: DroppedDocument, from first: Int) async throws -> UnpackedFile {
        do {
            return try await filing.intake.open(
                document.bytes, name: document.name, promised: document.promised, from: first,
                limits: limits)
        } catch WorkerError.refused(let error) {
            throw DroppedError(reason: .refused(error))
        }
    }

    private func fileOne(
        _ part: PackedDocument, of document: DroppedDocument, _ tally: inout Tally
    ) async throws {
        let inner = document.holding(part)
        do {
            tally.outcomes += try await fileTwice(inner)
        } catch let error as DroppedError {
            tally.outcomes += error.filed
            fail(error.reason, inner, part, &tally)
        } catch StorageError.noWords {
            fail(.noWords([]), inner, part, &tally)
        } catch let error as WorkerError where error.isDeath {
            tally.killers.append(part.name)
        }
    }

    private func fileTwice(_ inner: DroppedDocument) async throws -> [FilingOutcome] {
        do {
            return try await filing.file(inner, limits: limits)
        } catch let error as WorkerError where error.isDeath {
            // The machine may be to blame.
            return try await filing.file(inner, limits: limits)
        }
    }

    private func fail(
        _ reason: SpoolReason, _ inner: DroppedDocument, _ part: PackedDocument,
        _ tally: inout Tally
    ) {
        tally.failed += 1
        tally.firstReason = tally.firstReason ?? reason
        if !part.name.isEmpty, tally.failed <= DroppedPack.told {
            filing.notTaken(inner.source, reason.why)
        }
    }

    /// What is missed one by one, and how much there is beside.
    private func tell(_ file: UnpackedFile, of document: DroppedDocument) {
        let missed = file.leftOut.filter(\.isMissed)
        for one in missed.prefix(DroppedPack.told) {
            filing.notTaken(document.source + "#" + one.name, one.why)
        }
        let rest = file.leftOutCount - min(missed.count, DroppedPack.told)
        guard rest > 0, let first = file.leftOut.first(where: { !$0.isMissed }) ?? missed.last
        else { return }
        filing.notTaken(
            document.source,
            rest == 1
                ? "\(first.name) in it was not taken: \(first.why)"
                : "\(rest) files in it were not taken, the first is \(first.name): \(first.why)")
    }
}

extension DroppedDocument {
    /// What its name says that it is.
    fileprivate var promised: DocumentFormat? { format ?? DocumentFormat(name: name) }
}
