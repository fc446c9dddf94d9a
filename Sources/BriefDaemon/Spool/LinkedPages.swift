import BriefModel
import FeedFetching
import FoundationEssentials
import Spooling
import Storage
import Workers

/// Files the pages whose addresses a .url file holds, each for itself: one that does not work holds up no other.
struct LinkedPages: Sendable {
    let filing: SpoolFiling

    /// What one round through the addresses came to.
    struct Round: Sendable {
        var outcomes: [FilingOutcome] = []
        /// Addresses that did not work now, and why: they are tried again.
        var waiting: [SpoolProgress.Refused] = []
    }

    /// - Parameters:
    ///   - progress: what earlier rounds came to; those addresses are not fetched again.
    ///   - note: is told of each address that is dealt with.
    /// - Throws: what concerns all addresses alike, a full disk or the end of the service; `DroppedError` where there
    ///   is no address at all.
    func file(
        _ document: DroppedDocument, progress: SpoolProgress,
        note: @Sendable (SpoolProgress) -> Void
    ) async throws -> Round {
        var progress = progress
        let list = LinkFile(document.bytes)
        guard !list.addresses.isEmpty || !list.others.isEmpty else {
            throw DroppedError(reason: .noAddress)
        }
        var round = Round()
        for other in list.others where !progress.isOver(other) {
            progress.note(refused: other, why: "It is no http or https address.")
        }
        for address in list.addresses.dropFirst(LinkFile.limit) where !progress.isOver(address) {
            progress.note(
                refused: address,
                why:
                    "The file holds more than \(LinkFile.limit) addresses, and this is behind them."
            )
        }
        note(progress)
        for address in list.addresses.prefix(LinkFile.limit) where !progress.isOver(address) {
            try Task.checkCancellation()
            switch try await file(address, from: document, &progress) {
            case .filed(let outcome):
                round.outcomes.append(outcome)
                progress.note(done: address)
            case .refused(let why): progress.note(refused: address, why: why)
            case .waits(let why): round.waiting.append(.init(address: address, why: why))
            }
            note(progress)
        }
        return round
    }

    private enum End {
        case filed(FilingOutcome)
        case refused(why: String)
        case waits(why: String)
    }

    private func file(
        _ address: String, from document: DroppedDocument, _ progress: inout SpoolProgress
    ) async throws -> End {
        do {
            let page = try await filing.fetchPage(address)
            let request = ExtractionRequest(
                bytes: page.bytes, charset: page.charset, url: page.url, arrival: document.arrival)
            return .filed(
                try await filing.file(request, from: document, origin: page.bytes, entry: address))
        } catch FeedFetchError.cancelled {
            throw CancellationError()
        } catch let error as FeedFetchError {
            return error.isPermanent || error.isOfContent
                ? .refused(why: error.description) : .waits(why: error.description)
        } catch let error as DroppedError {
            return .refused(why: error.reason.why)
        } catch StorageError.noWords {
            return .refused(why: SpoolReason.noWords([]).why)
        } catch let error as WorkerError where error.isDeath {
            return progress.noteDeath(of: address) < 2
                ? .waits(why: error.description) : .refused(why: SpoolReason.killedWorkers.why)
        }
    }
}

extension FeedFetchError {
    /// The server answered, and what it sent is no page: the next time it will be the same.
    fileprivate var isOfContent: Bool {
        switch self {
        case .emptyBody: true
        default: false
        }
    }
}

/// A page that was fetched for a .url file.
public struct FetchedPage: Sendable {
    public var bytes: [UInt8]
    public var charset: String?
    /// After redirects.
    public var url: String
}
