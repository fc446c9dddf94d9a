import BriefModel
import ControlProtocol
import FoundationEssentials

/// The screen of `briefctl top`: what was read of the daemon, and what was pressed; lines come out. Pure.
struct TopScreen {
    /// By what hosts are sorted.
    enum Sort: String, CaseIterable {
        case trouble, slow, quiet, name

        var next: Sort {
            let all = Sort.allCases
            return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
        }
    }

    enum Tone { case plain, good, bad, head }

    struct Line: Equatable {
        var text: String
        var tone = Tone.plain
    }

    enum Effect: Equatable {
        case draw, read, quit
        /// Asks the feeds with these ids.
        case poll([String])
        /// Tries the files again that lie in the spool's corrupt and deferred.
        case retry
    }

    private(set) var sort = Sort.trouble
    private(set) var isPaused = false
    /// What hosts and titles have to hold, in whatever case.
    private(set) var filter = ""
    /// Whether keys are letters of the filter.
    private(set) var isTyping = false
    /// The host that is chosen; the first one where it is not among those shown.
    private var chosen: String?
    /// What was done last.
    private var note: String?
    private var reading: TopReading?
    private var earlier: TopReading?
    /// Why the last look failed; the numbers are older then.
    private var fault: String?

    mutating func take(_ new: TopReading) {
        earlier = reading
        reading = new
        fault = nil
    }

    mutating func miss(_ why: String) { fault = why }

    mutating func tell(_ note: String) { self.note = note }

    /// What a key does.
    mutating func press(_ key: UInt8) -> Effect {
        note = nil
        if isTyping { return type(key) }
        switch key {
        case UInt8(ascii: "/"): isTyping = true
        case UInt8(ascii: "j"), UInt8(ascii: "J"): choose(1)
        case UInt8(ascii: "k"), UInt8(ascii: "K"): choose(-1)
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            guard let host = shownHosts.first(where: { $0.name == chosen }) ?? shownHosts.first
            else { return .draw }
            return .poll(host.ids)
        case UInt8(ascii: "t"), UInt8(ascii: "T"): return .retry
        case UInt8(ascii: "q"), UInt8(ascii: "Q"), 3, 4: return .quit
        case UInt8(ascii: "s"), UInt8(ascii: "S"): sort = sort.next
        case UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: " "): isPaused.toggle()
        case UInt8(ascii: "r"), UInt8(ascii: "R"): return .read
        default: break
        }
        return .draw
    }

    /// Letters of any alphabet come as bytes one by one: only ASCII is taken.
    private mutating func type(_ key: UInt8) -> Effect {
        switch key {
        case 0x0A, 0x0D: isTyping = false
        case 0x1B:
            isTyping = false
            filter = ""
        case 3, 4: return .quit
        case 0x08, 0x7F: filter = String(filter.dropLast())
        case 0x20...0x7E where filter.count < 60:
            filter.unicodeScalars.append(Unicode.Scalar(key))
        default: break
        }
        return .draw
    }

    private mutating func choose(_ step: Int) {
        let names = shownHosts.map(\.name)
        guard !names.isEmpty else { return }
        let now = chosen.flatMap { names.firstIndex(of: $0) } ?? 0
        chosen = names[min(max(0, now + step), names.count - 1)]
    }

    private func isShown(_ text: String) -> Bool {
        filter.isEmpty || text.lowercased().contains(filter.lowercased())
    }

    private var foot: Line {
        if isTyping {
            return Line(text: "/\(filter)_  enter keeps, esc clears it", tone: .head)
        }
        if let note { return Line(text: note.printable, tone: .head) }
        return Line(
            text:
                "q quit  s sort (\(sort.rawValue))  p \(isPaused ? "go on" : "pause")  r now  / filter"
                + (filter.isEmpty ? "" : " (\(filter))") + "  j k choose  f ask  t retry files",
            tone: .head)
    }

    /// At most `rows` lines, none wider than `columns`.
    func lines(columns: Int, rows: Int, now: Date) -> [Line] {
        var lines = head(now)
        if let reading {
            lines += numbers(reading, now)
            let room = max(0, rows - lines.count - 3)
            let hosts = hostLines(now)
            let articles = articles(reading, now)
            // Half of the room each, and what one leaves to the other.
            let shown = min(hosts.count, max(room / 2, room - articles.count))
            lines += [Line(text: Self.hostHead, tone: .head)] + hosts.prefix(shown)
            lines += [Line(text: "filed last", tone: .head)] + articles.prefix(room - shown)
        }
        lines = Array(lines.prefix(max(0, rows - 1)))
        return (lines + [foot]).suffix(max(0, rows)).map {
            Line(text: Self.fit($0.text, columns), tone: $0.tone)
        }
    }

    private func head(_ now: Date) -> [Line] {
        if let fault {
            return [
                Line(
                    text: "No answer: \(fault.printable)", tone: .bad),
                Line(text: "What follows is older; it is tried again.", tone: .bad),
            ]
        }
        guard let status = reading?.status else { return [Line(text: "…")] }
        let gravest = status.problems.first
        let verdict =
            status.ok || gravest == nil ? status.summary : "Not well: \(gravest?.what ?? "")"
        var lines = [Line(text: verdict.printable, tone: status.ok ? .good : .bad)]
        if !status.ok, let next = gravest?.next {
            lines.append(Line(text: "do: \(next.printable)", tone: .bad))
        }
        return lines
    }

    private func numbers(_ reading: TopReading, _ now: Date) -> [Line] {
        let (status, counters) = (reading.status, reading.counters)
        func rate(_ counter: KeyPath<TopReading.Counters, Double?>) -> String {
            reading.rate(counter, since: earlier).map { "\(Int($0.rounded()))/min" } ?? "-"
        }
        let memory = counters.memory.map { TimeText.size(Int($0)) } ?? "-"
        let processor =
            reading.rate(\.processor, since: earlier)
            .map { "\(Int(($0 / 0.6).rounded()))%" } ?? "-"
        let (spool, feeds) = (status.spool, status.feeds)
        return [
            Line(
                text: "briefd    \(status.version.printable), \(status.state.rawValue), started"
                    + " \(TimeText.relative(status.started, now: now)), memory \(memory), cpu \(processor)"
            ),
            Line(
                text: "articles  \(status.articles.total), last"
                    + " \(TimeText.relative(status.articles.lastFiled, now: now)), filed \(rate(\.filed))"
            ),
            Line(
                text:
                    "feeds     \(feeds.total), failing \(feeds.failing), paused \(feeds.paused), next"
                    + " \(TimeText.relative(feeds.nextDue, now: now)), polls \(rate(\.polls))"),
            Line(
                text: "spool     incoming \(spool.incoming), active \(spool.active), deferred"
                    + " \(spool.deferred), corrupt \(spool.corrupt), hold \(spool.hold)"),
            Line(
                text:
                    "workers   in hand \(status.queue.inHand), waiting \(status.queue.waiting), read"
                    + " \(rate(\.read)), locked in: \(status.workers?.sandbox.rawValue ?? "-")"),
            Line(text: ""),
        ]
    }

    private static let hostHead = "hosts: feeds failing pages   last success   poll"

    /// The feeds of one host.
    private struct Host {
        var name: String
        var feeds = 0
        var failing = 0
        var pages = 0
        var lastSuccess: String?
        var error: String?
        /// Of its feeds.
        var ids: [String] = []
        /// Seconds that its polls take; nil before the first.
        var seconds: Double?
    }

    /// Those that fit the filter, in order.
    private var shownHosts: [Host] {
        var hosts: [String: Host] = [:]
        for feed in reading?.feeds ?? [] {
            let name = Self.host(of: feed.address)
            guard isShown(name) else { continue }
            var host = hosts[name] ?? Host(name: name)
            host.feeds += 1
            host.ids.append(feed.id)
            host.pages += feed.pagesWaiting
            if feed.state == "failing" || feed.state == "gone" {
                host.failing += 1
                host.error = host.error ?? feed.error
            }
            // RFC 3339 in UTC: the later is the greater text.
            host.lastSuccess = [host.lastSuccess, feed.lastSuccess].compactMap(\.self).max()
            hosts[name] = host
        }
        for time in reading?.hosts ?? [] { hosts[time.host]?.seconds = time.seconds }
        return hosts.values.sorted(by: isBefore)
    }

    private func hostLines(_ now: Date) -> [Line] {
        let hosts = shownHosts
        let mark = hosts.contains { $0.name == chosen } ? chosen : nil
        return hosts.map { host in
            let text =
                (host.name == mark ? ">" : " ")
                + "\(Self.right(host.feeds, 11))\(Self.right(host.failing, 8))\(Self.right(host.pages, 6))   "
                + Self.left(TimeText.relative(host.lastSuccess, now: now), 14) + " "
                + Self.left(host.seconds.map { "\(($0 * 10).rounded() / 10) s" } ?? "-", 7) + " "
                + host.name.printable + (host.error.map { ": " + $0.printable } ?? "")
            return Line(text: text, tone: host.failing > 0 ? .bad : .plain)
        }
    }

    private func isBefore(_ one: Host, _ other: Host) -> Bool {
        switch sort {
        case .trouble:
            (other.failing, other.pages, one.name) < (one.failing, one.pages, other.name)
        case .slow: (other.seconds ?? -1, one.name) < (one.seconds ?? -1, other.name)
        case .quiet: (one.lastSuccess ?? "", one.name) < (other.lastSuccess ?? "", other.name)
        case .name: one.name < other.name
        }
    }

    private func articles(_ reading: TopReading, _ now: Date) -> [Line] {
        reading.articles.filter { isShown($0.title ?? "") || isShown($0.site ?? "") }.map {
            article in
            Line(
                text: "  " + Self.left(TimeText.relative(article.filed, now: now), 12) + "  "
                    + article.heading.printable
                    + (article.site.map { " (\($0.printable))" } ?? ""))
        }
    }

    static func host(of address: String) -> String {
        guard let start = address.firstRange(of: "://") else { return address }
        let authority = address[start.upperBound...].prefix { !"/?#".contains($0) }
        return String(authority.split(separator: "@").last ?? authority)
    }

    /// Cut to so many columns.
    static func fit(_ text: String, _ columns: Int) -> String {
        guard text.displayWidth > columns else { return text }
        var (cut, width) = ("", 0)
        for character in text {
            let more = String(character).displayWidth
            guard width + more <= max(0, columns - 1) else { break }
            cut.append(character)
            width += more
        }
        return columns > 0 ? cut + "…" : ""
    }

    private static func right(_ number: Int, _ columns: Int) -> String {
        let text = "\(number)"
        return String(repeating: " ", count: max(0, columns - text.count)) + text
    }

    private static func left(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - text.displayWidth))
    }
}
