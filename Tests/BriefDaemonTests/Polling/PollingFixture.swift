import BriefModel
import Curl
import FeedFetching
import Foundation
import Logging
import Storage
import Synchronization
import Workers

@testable import BriefDaemon

/// A server in the form of a function, which remembers what it was asked.
final class ScriptedServer: HTTPClient {
    typealias Answer = @Sendable (HTTPRequest) -> HTTPResponse

    private let state: Mutex<(answer: Answer, requests: [HTTPRequest])>

    init(_ answer: @escaping Answer) { state = Mutex((answer, [])) }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }
    func count(_ url: String) -> Int { requests.count { $0.url == url } }
    func setAnswer(_ answer: @escaping Answer) { state.withLock { $0.answer = answer } }

    func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
        let answer = state.withLock { state in
            state.requests.append(request)
            return state.answer
        }
        return answer(request)
    }
}

extension HTTPResponse {
    static func text(
        _ body: String, status: Int = 200, headers: [(String, String)] = [],
        for request: HTTPRequest
    ) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: HTTPHeaders(headers.map { HTTPHeader($0.0, $0.1) }),
            body: Array(body.utf8), url: request.url,
            redirectURL: headers.first { $0.0 == "Location" }?.1)
    }
}

/// Workers and store in the small. A feed is JSON as `Entry` encodes, where it says that it moved after "moved:ADDRESS "; a page is its own text, one that begins
/// with "<html" names feeds after "feed:".
final class FakeSink: DocumentSink {
    private let state = Mutex<(filings: [Filing], failure: (any Error)?)>(([], nil))
    private let notTaken = Mutex<[String]>([])
    /// Who reads this dies of it, until `isImmune` is set.
    static let deadly =
        "<p>These words kill whoever reads them, as long as nobody has mended that.</p>"
    private let dead = Mutex((count: 0, isImmune: false))
    private let heard = Mutex<[PollingEvent]>([])
    var events: [PollingEvent] { heard.withLock { $0 } }
    func hear(_ event: PollingEvent) { heard.withLock { $0.append(event) } }
    var deaths: Int { dead.withLock { $0.count } }
    func makeImmune() { dead.withLock { $0.isImmune = true } }

    var filings: [Filing] { state.withLock { $0.filings } }
    var keys: [String] { filings.map { $0.origin.entry?.key ?? "" }.sorted() }
    var refused: [String] { notTaken.withLock { $0 } }
    func refuse(_ subject: String) { notTaken.withLock { $0.append(subject) } }
    func fail(with error: (any Error)?) { state.withLock { $0.failure = error } }

    func parseFeed(_ request: FeedRequest) async throws -> ParsedFeed {
        if request.bytes.starts(with: Array("moved:".utf8)) {
            let parts = String(decoding: request.bytes.dropFirst(6), as: UTF8.self)
                .split(separator: " ", maxSplits: 1)
            let entries = parts.count == 2 ? Data(parts[1].utf8) : Data("[]".utf8)
            return ParsedFeed(
                format: .json, title: parts.count == 2 ? "Feed" : nil, movedTo: String(parts[0]),
                entries: try JSONDecoder().decode([Entry].self, from: entries))
        }
        if request.kind == .hFeed, request.bytes.starts(with: Array("<html".utf8)),
            let start = request.bytes.firstIndex(of: UInt8(ascii: "["))
        {
            return ParsedFeed(
                format: .html, title: "Posts",
                entries: try JSONDecoder().decode([Entry].self, from: Data(request.bytes[start...]))
            )
        }
        if request.kind == .sitemap, request.bytes.starts(with: Array("parts:".utf8)) {
            let parts = String(decoding: request.bytes.dropFirst(6), as: UTF8.self)
            return ParsedFeed(format: .sitemap, parts: parts.split(separator: " ").map(String.init))
        }
        if request.bytes.starts(with: Array("cut:".utf8)) {
            return ParsedFeed(format: .rss, isTruncated: true)
        }
        if request.bytes.starts(with: Array("hub:".utf8)) {
            let hub = String(decoding: request.bytes.dropFirst(4), as: UTF8.self)
            return ParsedFeed(format: .json, title: "Feed", hubs: [hub])
        }
        guard let entries = try? JSONDecoder().decode([Entry].self, from: Data(request.bytes))
        else {
            let isPage = request.bytes.starts(with: Array("<html".utf8))
            throw WorkerError.refused(
                ReadingError(
                    code: isPage ? ReadingError.webPage : "not-a-feed", description: "no feed"))
        }
        return ParsedFeed(format: .json, title: "Feed", entries: entries)
    }

    func feedLinks(
        inHTML bytes: [UInt8], baseURL: String, linkFields: [String]
    ) async throws -> [FeedLink] {
        let words =
            String(decoding: bytes, as: UTF8.self).split(separator: " ")
            + linkFields.map { $0[...] }
        return words.compactMap { word in
            if word.hasPrefix("feed:") { return FeedLink(url: String(word.dropFirst(5))) }
            guard word.hasPrefix("refresh:") else { return nil }
            return FeedLink(url: String(word.dropFirst(8)), source: .refresh)
        }
    }

    func read(_ request: ExtractionRequest) async throws -> ReadDocument {
        let text = String(decoding: request.bytes, as: UTF8.self)
        if text.contains("kill whoever reads") {
            let dies = dead.withLock { dead in
                if !dead.isImmune { dead.count += 1 }
                return !dead.isImmune
            }
            if dies { throw WorkerError.died(how: "signal 11") }
        }
        let words = text.split(separator: " ").count
        return ReadDocument(
            article: Article(title: request.known.title, text: text, wordCount: words),
            identity: Identity(
                contentHash: words == 0 ? nil : text, hashVersion: 1, shingles: Shingles()))
    }

    func file(_ filing: Filing) async throws -> FilingOutcome {
        try state.withLock { state in
            if let failure = state.failure { throw failure }
            state.filings.append(filing)
            return .filed(id: "\(state.filings.count)", near: [])
        }
    }
}

/// A clock that tests set, and beside it one that nobody sets.
final class TestClock: Sendable {
    private let start = ContinuousClock.now
    private let time = Mutex((now: Date(timeIntervalSince1970: 1_800_000_000), passed: 0.0))
    var now: Date { time.withLock { $0.now } }
    var steady: ContinuousClock.Instant { start + .seconds(time.withLock { $0.passed }) }
    /// Sets the clock.
    func advance(_ seconds: Double) { time.withLock { $0.now.addTimeInterval(seconds) } }
    /// Lets time go by.
    func pass(_ seconds: Double) {
        time.withLock { time in
            time.now.addTimeInterval(seconds)
            time.passed += seconds
        }
    }
}

/// Polling on a scripted server, with its state in a temporary folder.
struct PollingFixture {
    static let feed = "http://feeds.example/feed"

    let server: ScriptedServer
    let sink = FakeSink()
    let clock = TestClock()
    private let folder: TemporaryFolder
    var settings = PollingSettings(perHostSpacing: .zero, pageRetry: .seconds(60))
    var http = HTTPSettings()

    init(_ answer: @escaping ScriptedServer.Answer) throws {
        server = ScriptedServer(answer)
        folder = try TemporaryFolder()
    }

    var statePath: String { folder.url.path + "/feeds.sqlite" }

    func polling(
        _ subscriptions: [FeedSubscription]? = nil, spreads: Bool = false,
        client: (any HTTPClient)? = nil
    ) throws -> Polling {
        try Polling(
            settings: settings, http: http,
            subscriptions: subscriptions ?? [FeedSubscription(url: PollingFixture.feed)],
            state: FeedStateStore(path: statePath), sink: sink,
            credential: { _ in nil }, version: "1", log: Logger(label: "test"),
            notify: { [sink] in sink.hear($0) }, spreads: spreads,
            clock: { [clock, folder] in folder.keep(clock.now) },
            steady: { [clock] in clock.steady }, client: client ?? server)
    }

    static func json(_ entries: [Entry]) -> String {
        guard let data = try? JSONEncoder().encode(entries) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }

    /// An entry that only links to its page.
    static func link(_ number: Int) -> Entry {
        Entry(
            id: "id\(number)", title: "Title \(number)", link: "http://pages.example/\(number)",
            summary: "summary \(number) in short")
    }

    /// The page at the address of such an entry.
    static func page(_ url: String) -> String {
        let number = url.split(separator: "/").last ?? ""
        let words = ["none", "one", "two", "three", "four"]
        let word = Int(number).flatMap { words.indices.contains($0) ? words[$0] : nil } ?? "many"
        return "page \(word) of Title \(number) says more than its summary does in short"
    }

    /// An entry that carries its article.
    static func whole(_ number: Int, _ word: String = "word") -> Entry {
        Entry(
            id: "id\(number)", title: "Title \(number)", link: "http://pages.example/\(number)",
            content: "<p>\(number) " + String(repeating: "\(word) ", count: 100) + "</p>")
    }
}

/// Is there as long as somebody works in it, and gone with the last of them.
private final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "polling-\(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The value itself: whoever asks for it holds the folder.
    func keep<Value>(_ value: Value) -> Value { value }
}
