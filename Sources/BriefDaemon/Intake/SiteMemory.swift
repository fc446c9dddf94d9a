import BriefModel
import FoundationEssentials
import Logging
import Storage
import Synchronization

/// Gives the readers of pages what is remembered of their sites, and takes down what they saw.
///
/// Only pages that were asked of a host are remembered, under the host that answered.
final class SiteMemory: Sendable {
    private let folder: SiteFolder
    private let thread = SerialThread("sites")
    private let log: Logger
    private let clock: @Sendable () -> Date
    private let state: Mutex<(isOn: Bool, isFailing: Bool)>

    init(
        folder: SiteFolder, isOn: Bool, log: Logger, clock: @escaping @Sendable () -> Date
    ) {
        self.folder = folder
        self.log = log
        self.clock = clock
        state = Mutex((isOn, false))
    }

    /// As `[extraction] site_memory` says from now on.
    func follow(_ isOn: Bool) { state.withLock { $0.isOn = isOn } }

    /// The request with what is remembered of the page's site.
    func helped(_ request: ExtractionRequest) async -> ExtractionRequest {
        guard state.withLock({ $0.isOn }), request.scope == .page,
            let host = SiteFolder.host(of: request.url)
        else { return request }
        var request = request
        request.site = await thread.run { [folder, now = clock()] in
            folder.account(of: host, now: now)
        }
        return request
    }

    /// Takes down what a page showed.
    func learn(_ trace: PageTrace?, from request: ExtractionRequest) async {
        guard let trace, request.site != nil, let host = SiteFolder.host(of: request.url) else {
            return
        }
        do {
            try await thread.run { [folder, now = clock()] in
                try folder.learn(trace, of: host, now: now)
            }
            state.withLock { $0.isFailing = false }
        } catch {
            // Pages are read without; once is enough to be told.
            guard isFirstFailure() else { return }
            log.notice("a site is not remembered", metadata: ["error": "\(error)"])
        }
    }

    private func isFirstFailure() -> Bool {
        state.withLock { state in
            defer { state.isFailing = true }
            return !state.isFailing
        }
    }
}
