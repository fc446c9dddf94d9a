import BriefModel
import FoundationEssentials
import Hashing
import Logging
import Spooling
import Storage
import Workers

extension SpoolIntake {
    /// Files a claimed document as soon as there is room for it in memory.
    func file(_ claim: Claim) async {
        let maximum = limits.withLock { $0.file }
        let weight = await weigh(claim, limit: maximum)
        let isOver = await permits.run(weight: weight.permits) {
            await self.file(claim, room: weight.room, limit: maximum)
        }
        guard !isOver else { return }
        // More came out of it than it says of itself.
        _ = await permits.run(weight: SpoolWeight(room: maximum).permits) {
            await self.file(claim, room: maximum, limit: maximum)
        }
    }

    /// Bytes of either end of a compressed file that are looked at: xz keeps the sizes of its blocks at the end.
    private static let endsRead = 4_096

    private func weigh(_ claim: Claim, limit: Int) async -> SpoolWeight {
        let item = claim.item
        if case .packed(let format) = item.kind.content, format.kind == .several {
            // What comes out of it in one turn.
            return SpoolWeight(room: limit)
        }
        guard item.kind.isCompressed else {
            return SpoolWeight(room: item.size)
        }
        // What cannot be read here cannot be read in a moment either, and is told of then.
        guard let ends = try? await thread.run({ try claim.ends(SpoolIntake.endsRead) }),
            let compression = Compression(of: ends.first)
        else { return SpoolWeight(room: limit) }
        let said = compression.statedSize(head: ends.first, tail: ends.last)
        return SpoolWeight(size: item.size, said: said, of: compression, limit: limit)
    }

    /// More than `room` bytes come out of a file, and less than is allowed.
    private struct MoreRoom: Error {}

    private func unpack(
        _ bytes: [UInt8], _ intake: Intake, room: Int, limit: Int
    ) async throws -> [UInt8] {
        do {
            return try await intake.unpack(bytes, limit: room)
        } catch WorkerError.refused(let error) where error.code == "unpacks-too-large" {
            if room < limit { throw MoreRoom() }
            throw DroppedError(reason: .tooLarge(limit: limit))
        } catch WorkerError.refused(let error) where error.code == "not-gzip" {
            throw DroppedError(reason: .notGzip(error.description))
        } catch WorkerError.refused(let error) {
            throw DroppedError(reason: .refused(error))
        }
    }

    /// Every way out of here but false ends the claim; where that fails, the file stays in active/ until it can be ended.
    ///
    /// - Parameter room: bytes that there is room for, unpacked.
    /// - Returns: false where that is too little.
    private func file(_ claim: Claim, room: Int, limit maximum: Int) async -> Bool {
        let filing = filing.of(claim.item.sender)
        var isFiled = false
        do {
            do {
                try Task.checkCancellation()
                var bytes = try await thread.run { try claim.read(maxBytes: maximum) }
                if claim.item.kind.isCompressed {
                    bytes = try await unpack(bytes, filing.intake, room: room, limit: maximum)
                }
                let document = DroppedDocument(bytes, of: claim.item, arrival: clock())
                if case .link = document.content {
                    try await fileLinks(document, of: claim, filing)
                } else {
                    let outcomes = try await filing.file(
                        document, limits: limits.withLock { $0 }, progress: claim.progress,
                        note: { claim.progress = $0 })
                    isFiled = true
                    try await letGo(claim, outcomes)
                }
            } catch is MoreRoom {
                return false
            } catch let error as DroppedError {
                tell(claim, error.filed)
                try await quarantine(claim, error.reason)
            } catch SpoolError.tooLarge(_, _, let limit) {
                try await quarantine(claim, .tooLarge(limit: limit))
            } catch let error as WorkerError where error.isDeath {
                try await noteDeath(claim, error)
            } catch SpoolError.notReady {
                // Somebody writes it after all: it goes back and waits until that is over.
                try await release(claim)
            } catch StorageError.noWords {
                try await quarantine(claim, .noWords([]))
            } catch WorkerError.stopped {
                try await release(claim)
            } catch is CancellationError {
                try await release(claim)
            } catch  where isFiled {
                // Only its leaving the spool failed.
                throw error
            } catch {
                try await putOff(claim, error)
            }
        } catch {
            stuck.add(claim, isFiled: isFiled, why: "\(error)", now: clock())
            tellStuckClaims()
            log.error(
                "claim not ended",
                metadata: ["spool_item": "\(claim.item.name)", "error": "\(error)"])
        }
        return true
    }

    /// Files the pages of a list of addresses; those that fail for now wait, those that fail for good end in corrupt/.
    private func fileLinks(
        _ document: DroppedDocument, of claim: Claim, _ filing: SpoolFiling
    ) async throws {
        let round = try await LinkedPages(filing: filing).file(
            document, progress: claim.progress, note: { claim.progress = $0 })
        let refused = claim.progress.refused
        if !round.waiting.isEmpty {
            tell(claim, round.outcomes)
            try await putOff(
                claim, .addressesWaiting(round.waiting, refused.count), DeferReason.notFetched)
        } else if !refused.isEmpty {
            tell(claim, round.outcomes)
            var rest = Array(refused.map { $0.address + "\n" }.joined().utf8)
            // Whatever it was compressed with: the bytes tell, and not the name.
            if claim.item.kind.isCompressed { rest = Gzip.compress(rest) }
            try await quarantine(claim, .addressesRefused(refused), keeping: rest)
        } else {
            try await letGo(claim, round.outcomes)
        }
    }

    private func letGo(_ claim: Claim, _ outcomes: [FilingOutcome]) async throws {
        let now = clock()
        try await thread.run { try claim.finish(now: now) }
        tell(claim, outcomes)
    }

    private func release(_ claim: Claim) async throws {
        let now = clock()
        try await thread.run { try claim.release(now: now) }
    }

    private func quarantine(
        _ claim: Claim, _ reason: SpoolReason, keeping rest: [UInt8]? = nil
    ) async throws {
        let now = clock()
        try await thread.run { try claim.quarantine(reason, keeping: rest, now: now) }
        filing.intake.pool.note(quarantinedBytes: claim.item.size, of: claim.item.sender)
        tellQuarantine(claim.item.name, reason)
    }

    private func noteDeath(_ claim: Claim, _ error: WorkerError) async throws {
        let now = clock()
        let deaths = try await thread.run { try claim.recordWorkerDeath(now: now) }
        log.warning(
            "worker died of a document",
            metadata: ["spool_item": "\(claim.item.name)", "error": "\(error)"])
        if deaths >= 2 {
            try await quarantine(claim, .killedWorkers)
        } else {
            try await release(claim)
        }
    }

    private func putOff(_ claim: Claim, _ error: any Error) async throws {
        let reason = DeferReason(error)
        try await putOff(claim, .passing(reason, "\(error)."), reason)
        if reason == .spool { tellNotRead(claim.item.name, error) }
    }

    private func putOff(
        _ claim: Claim, _ reason: SpoolReason, _ cause: DeferReason
    ) async throws {
        let now = clock()
        let next = try await thread.run {
            try claim.putOff(reason, now: now, longest: cause.longest)
        }
        counts.withLock { $0.deferred += 1 }
        tellDeferred(claim.item.name, reason, next)
    }
}
