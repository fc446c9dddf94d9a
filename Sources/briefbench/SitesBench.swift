import ArticleExtraction
import BriefModel
import Foundation

/// `briefbench sites [memory|hints|both|labels]`: what feeds' words and the memory of sites are worth.
///
/// Reads "HOST<TAB>PATH<TAB>URL<TAB>SUMMARY" lines, the pages of a host in the order in which they came out, with the
/// truth beside each page as for training, and prints the mean F1 of each host's pages with and without. The memory of
/// a host sees its earlier pages only, as the document alone gives them; none of their truths, but for `labels`: there it
/// has the truths of earlier pages as a feed's whole texts.
struct SitesBench {
    private struct Truth: Decodable {
        var text: String?
        var title: String?
    }

    private struct Tally {
        var pages = 0
        var alone = 0.0
        var aided = 0.0
        var changed = 0
        /// How long reading took.
        var times: (alone: Duration, aided: Duration) = (.zero, .zero)
    }

    private let withMemory: Bool
    private let withHints: Bool
    private let withLabels: Bool
    private let extractor = ArticleExtractor()

    /// - Parameter helps: what helps; nil for both.
    init(helps: String?) {
        withMemory = helps != "hints"
        withHints = helps == "hints" || helps == "both" || helps == nil
        withLabels = helps == "labels"
    }

    func run() throws {
        var accounts: [String: SiteAccount] = [:]
        var tallies: [String: Tally] = [:]
        var order: [String] = []
        while let line = readLine() {
            guard let page = Page(line: line) else { continue }
            if tallies[page.host] == nil { order.append(page.host) }
            try measure(
                page, account: &accounts[page.host, default: SiteAccount()],
                tally: &tallies[page.host, default: Tally()])
        }
        report(order.compactMap { host in tallies[host].map { (host, $0) } })
    }

    private struct Page {
        var host: String
        var path: String
        var url: String?
        var summary: String

        init?(line: String) {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map(String.init)
            guard parts.count >= 4 else { return nil }
            (host, path, summary) = (parts[0], parts[1], parts[3])
            url = parts[2].isEmpty ? nil : parts[2]
        }
    }

    private func measure(_ page: Page, account: inout SiteAccount, tally: inout Tally) throws {
        let truth = try self.truth(beside: page.path)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: page.path)))
        var request = ExtractionRequest(bytes: bytes, type: .html, url: page.url, arrival: Date())
        // A page that cannot be read has no score, with help or without.
        var start = ContinuousClock.now
        guard let alone = try? extractor.read(request) else { return }
        tally.times.alone += ContinuousClock.now - start
        if withHints {
            request.known = KnownFacts(
                title: truth.title, titleIsOfFeed: true, summary: page.summary)
        }
        request.url = page.url ?? "file:" + page.path
        if withMemory { request.site = account }
        start = ContinuousClock.now
        guard let aided = try? extractor.read(request) else { return }
        tally.times.aided += ContinuousClock.now - start
        if withLabels {
            request.known = KnownFacts(titleIsOfFeed: true)
            request.known.fullText = truth.text
            if let trace = try? extractor.read(request).trace { account.learn(trace, on: 0) }
        } else if let trace = aided.trace {
            account.learn(trace, on: 0)
        }
        let words = GramScore.words(truth.text ?? "")
        let score = GramScore.f1(words, GramScore.words(alone.article.text))
        tally.pages += 1
        tally.alone += score
        // A page without an address is judged with none: only what helps may differ.
        guard aided.aloneText != nil else {
            tally.aided += score
            return
        }
        let better = GramScore.f1(words, GramScore.words(aided.article.text))
        tally.aided += better
        tally.changed += 1
        FileHandle.standardError.write(Data("\(page.path)\t\(score)\t\(better)\n".utf8))
    }

    private func truth(beside path: String) throws -> Truth {
        let url = URL(fileURLWithPath: path).deletingPathExtension().appendingPathExtension("json")
        return try JSONDecoder().decode(Truth.self, from: Data(contentsOf: url))
    }

    private func report(_ tallies: [(host: String, tally: Tally)]) {
        print("host\tpages\talone\taided\tgain\tchanged")
        func row(_ name: String, _ pages: Int, _ alone: Double, _ aided: Double, _ changed: Int) {
            print(
                name, pages, String(format: "%.4f", alone), String(format: "%.4f", aided),
                String(format: "%+.4f", aided - alone), changed, separator: "\t")
        }
        for (host, tally) in tallies {
            let pages = Double(tally.pages)
            row(host, tally.pages, tally.alone / pages, tally.aided / pages, tally.changed)
        }
        let hosts = Double(max(1, tallies.count))
        row(
            "mean of \(tallies.count) hosts", tallies.reduce(0) { $0 + $1.tally.pages },
            tallies.reduce(0) { $0 + $1.tally.alone / Double($1.tally.pages) } / hosts,
            tallies.reduce(0) { $0 + $1.tally.aided / Double($1.tally.pages) } / hosts,
            tallies.reduce(0) { $0 + $1.tally.changed })
        let alone = tallies.reduce(Duration.zero) { $0 + $1.tally.times.alone }
        let aided = tallies.reduce(Duration.zero) { $0 + $1.tally.times.aided }
        print(String(format: "time, aided : alone\t%.3f", aided / alone))
    }
}
