import BriefModel
import Curl
import FoundationEssentials
import Hashing

/// Fetches feeds and pages, hop by hop (DESIGN §9): conditional where validators are known, every hop through
/// the host's gate and the address guard, secrets to one origin only, one limit of time for all hops.
public struct FeedFetcher: Sendable {
    private let client: any HTTPClient
    private let gate: any HostGate
    private let settings: HTTPSettings
    private let addressGuard: AddressGuard
    private let agent: String
    private let strict: StrictTransport
    private let now: @Sendable () -> Date

    /// - Parameter agent: the User-Agent where [http] names none: name, version and contact.
    public init(
        client: any HTTPClient, gate: any HostGate, settings: HTTPSettings, agent: String,
        strict: StrictTransport = StrictTransport(), now: @escaping @Sendable () -> Date
    ) {
        self.client = client
        self.gate = gate
        self.settings = settings
        self.agent = settings.userAgent ?? agent
        self.strict = strict
        self.now = now
        addressGuard = AddressGuard(settings)
    }

    /// Never throws: whatever goes wrong is in the outcome, with what is known by then.
    public func fetch(_ request: FetchRequest) async -> FetchOutcome {
        let start: FeedURL
        do throws(FeedFetchError) {
            start = try FeedURL(request.url)
        } catch {
            return FetchOutcome(result: .failed(error), url: request.url)
        }
        var walk = FetchWalk(
            start: start, url: strict.secured(start, now: now()), left: settings.timeout)
        while true {
            do throws(FeedFetchError) {
                let answer = try await ask(request, &walk)
                guard FeedFetcher.redirects.contains(answer.status) else {
                    return outcome(of: answer, request, walk)
                }
                try walk.follow(answer, settings) { strict.secured($0, now: now()) }
            } catch {
                return FetchOutcome(
                    result: .failed(error), status: walk.status, url: walk.url.text,
                    permanentURL: walk.permanentURL?.text)
            }
        }
    }

    private static let redirects: Set<Int> = [301, 302, 303, 307, 308]

    // MARK: One hop

    private func ask(
        _ request: FetchRequest, _ walk: inout FetchWalk
    ) async throws(FeedFetchError) -> HTTPResponse {
        walk.status = nil
        guard walk.left > .zero else {
            throw .timedOut(url: walk.url.text, limit: settings.timeout)
        }
        if let reason = addressGuard.refusal(ofPortOf: walk.url) {
            throw .transfer(.refusedAddress(url: walk.url.text, reason: reason))
        }
        // A proxy makes the connection, so the address itself is judged where the URL names one.
        if settings.proxy != nil, let reason = addressGuard.refusal(ofLiteral: walk.url) {
            throw .transfer(.refusedAddress(url: walk.url.text, reason: reason))
        }
        let host = walk.url.hostKey
        try await gate.enter(host, isHop: walk.hops > 0)
        let clock = ContinuousClock()
        let began = clock.now
        do throws(TransferError) {
            let (answer, waited) = try await inTurn(message(request, walk), request.kind)
            walk.left -= clock.now - began - waited
            walk.status = answer.status
            if request.verifiesTLS, let wish = answer.headers["Strict-Transport-Security"] {
                strict.hear(wish, from: walk.url, source: request.source, now: now())
            }
            let isLimited = answer.status == 429 || answer.status == 503
            await gate.leave(
                host,
                after: isLimited
                    ? .limited(retryAfter: answer.headers["Retry-After"]) : .answered)
            return answer
        } catch {
            await gate.leave(host, after: .noAnswer)
            if case .cancelled = error { throw .cancelled }
            throw .transfer(error)
        }
    }

    /// Sends a request for a page when it is its turn at the address that its host has; time in line is none of its own.
    private func inTurn(
        _ message: HTTPRequest, _ kind: FetchRequest.Kind
    ) async throws(TransferError) -> (HTTPResponse, waited: Duration) {
        guard kind == .page, settings.proxy == nil else { return (try await send(message), .zero) }
        var waited = Duration.zero
        let turn = AddressTurn(gate)
        defer { turn.end() }
        var message = message
        let check = message.connectGuard
        message.connectGuard = { address in
            if let reason = check?(address) { return reason }
            return turn.admits(address) ? nil : AddressTurn.refusal
        }
        while true {
            do throws(TransferError) {
                return (try await send(message), waited)
            } catch {
                let since = ContinuousClock.now
                let isOthersTurn: Bool
                do throws(FeedFetchError) {
                    isOthersTurn = try await turn.waitForTurn()
                } catch {
                    throw .cancelled(url: message.url)
                }
                guard isOthersTurn else { throw error }
                waited += ContinuousClock.now - since
            }
        }
    }

    /// A server that wants a digest (RFC 7616) gets one: a basic credential was refused then.
    private func send(_ message: HTTPRequest) async throws(TransferError) -> HTTPResponse {
        let answer = try await client.send(message)
        guard answer.status == 401, case .basic(let user, let password) = message.credential else {
            return answer
        }
        let schemes = answer.headers.values("WWW-Authenticate").map { $0.lowercased() }
        guard schemes.contains(where: { $0.hasPrefix("digest") }),
            !schemes.contains(where: { $0.hasPrefix("basic") })
        else { return answer }
        var again = message
        again.credential = .digest(user: user, password: password)
        return try await client.send(again)
    }

    private func message(_ request: FetchRequest, _ walk: FetchWalk) -> HTTPRequest {
        let url = walk.url
        var message = HTTPRequest(
            url: url.text, headers: [HTTPHeader("Accept", request.kind.accept)],
            userAgent: agent, timeout: walk.left,
            maxBodyBytes: settings.maxBodyBytes, caFile: request.caFile ?? settings.caFile,
            verifiesTLS: request.verifiesTLS, proxy: settings.proxy)
        if let validators = request.validators, validators.url == url.text {
            message.headers += validators.headers
            // Entries alone that are new: what is known is known by what the tag names (RFC 3229 §10.5.3).
            if request.kind == .feed, validators.etag != nil {
                message.headers.append(HTTPHeader("A-IM", "feed"))
            }
        }
        // A secret for http may go over https to the same host, never the other way.
        if [url.origin, walk.plainOrigin].contains(request.secretOrigin ?? walk.start.origin) {
            let own = Set(request.headers.map { $0.name.lowercased() })
            message.headers.removeAll { own.contains($0.name.lowercased()) }
            message.headers += request.headers
            message.credential = request.credential
        }
        let check = addressGuard
        message.connectGuard = { address in check.refusal(of: address, host: url.host) }
        return message
    }

    // MARK: The last answer

    private func outcome(
        of answer: HTTPResponse, _ request: FetchRequest, _ walk: FetchWalk
    ) -> FetchOutcome {
        let url = walk.url.text
        let sent = request.validators.flatMap { $0.url == url && !$0.isEmpty ? $0 : nil }
        let given = Validators(answer.headers, url: url)
        var outcome = FetchOutcome(
            result: .failed(.status(url: url, status: answer.status)), status: answer.status,
            url: url, permanentURL: walk.permanentURL?.text, validators: given,
            freshFor: CachePolicy.freshness(answer.headers, now: now()),
            contentType: answer.headers["Content-Type"],
            contentLanguage: answer.headers["Content-Language"],
            linkFields: Array(answer.headers.values("Link").prefix(32)),
            wasConditional: sent != nil)
        switch answer.status {
        case 200, 203, 226:
            outcome.result = body(of: answer, url)
            // One that comes unasked, or without saying how it was made, is taken as the whole.
            let instances = answer.headers.values("IM").joined(separator: ",")
            outcome.isDelta =
                answer.status == 226 && sent?.etag != nil
                && instances.lowercased().split(separator: ",").contains {
                    $0.filter { !$0.isWhitespace } == "feed"
                }
        case 304:
            if let sent {
                outcome.validators = sent.refreshed(by: given)
                outcome.result = .notModified
            } else {
                outcome.result = .failed(.unaskedNotModified(url: url))
            }
        case 204, 205:
            outcome.result = .failed(.emptyBody(url: url))
        default:
            break
        }
        return outcome
    }
}

extension FeedFetcher {
    /// Gzip that no Content-Encoding tells of is unpacked too.
    private func body(of answer: HTTPResponse, _ url: String) -> FetchOutcome.Result {
        guard answer.body.starts(with: [0x1F, 0x8B, 0x08]) else {
            let isBlank = answer.body.allSatisfy { $0 <= 0x20 }
            return isBlank ? .failed(.emptyBody(url: url)) : .document(answer.body)
        }
        do {
            return .document(
                try Compression.gzip.decompress(answer.body, limit: settings.maxBodyBytes))
        } catch {
            return .failed(.badGzip(url: url, reason: "\(error)"))
        }
    }
}
