import BriefModel
import FeedFetching
import FoundationEssentials
import Spooling
import Storage

/// Files the pages whose addresses a .url file holds.
struct LinkedPages: Sendable {
    let filing: SpoolFiling

    func file(_ document: DroppedDocument) async throws -> [FilingOutcome] {
        let addresses = LinkFile.addresses(in: String(decoding: document.bytes, as: UTF8.self))
        guard !addresses.isEmpty else { throw DroppedError(reason: .noAddress) }
        var outcomes: [FilingOutcome] = []
        for address in addresses {
            let page = try await fetched(address)
            let request = ExtractionRequest(
                bytes: page.bytes, charset: page.charset, url: page.url, arrival: document.arrival)
            outcomes.append(
                try await filing.file(request, from: document, origin: page.bytes, entry: address))
        }
        return outcomes
    }

    /// An address that is refused stays refused: the file is for an operator to look at.
    private func fetched(_ address: String) async throws -> FetchedPage {
        do {
            return try await filing.fetchPage(address)
        } catch let error as FeedFetchError where error.isPermanent {
            throw DroppedError(reason: .addressRefused(error.description))
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
