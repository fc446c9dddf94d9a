import ArgumentParser
import BriefModel
import ControlProtocol
import Settings

struct FeedImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Follow the feeds of an OPML file; folders become tags.",
        discussion: """
            Prints what became of each: imported, known (followed already, and left as it is) or refused, and why. An \
            outline that names a page only is followed as that page, whose feed the daemon finds. Request headers, \
            credentials, ca_file and tls_verify of the list hold only with --trust: they are whatever its writer liked. \
            Exit status: 0 all is followed, 1 some outlines could not be used.

            Example: briefctl feed import subscriptions.opml
            """)

    /// Bytes; 30,000 feeds and more.
    private static let limit = 8 << 20

    @OptionGroup var daemon: DaemonOptions

    @Flag(help: "Take headers, credentials, ca_file and tls_verify from the list too.")
    var trust = false

    @Argument(help: "An OPML file; - for standard input.", completion: .file()) var file: String

    func run() async throws {
        let contents = try read()
        var report = ImportReport()
        for refusal in contents.refused {
            report.refused.append(.init(url: refusal.outline.hidingSecrets, why: refusal.why))
        }
        var requests: [AddFeedRequest] = []
        for feed in contents.feeds {
            let trusted = trust ? feed : withoutRights(feed, &report)
            do {
                requests.append(request(of: try SubscriptionsFile.settled(trusted), contents))
            } catch {
                report.refused.append(.init(url: feed.url.hidingSecrets, why: error.sentence))
            }
        }
        for start in stride(from: 0, to: requests.count, by: SubscriptionImport.limit) {
            let part = requests[start..<min(start + SubscriptionImport.limit, requests.count)]
            let body = try WireJSON.encode(SubscriptionImport(feeds: Array(part)))
            let reply = try await daemon.client.post(
                "/v1/subscriptions", body: body, as: SubscriptionImportReply.self)
            report.take(reply, of: part.map(\.url.hidingSecrets))
        }
        report.conclude()
        try daemon.show(report) { $0.print() }
        tell(contents, report)
        if !contents.problems.isEmpty || !report.refused.isEmpty { throw ExitCode(1) }
    }

    /// What an operator should know of the list.
    private func tell(_ contents: SubscriptionsFile.Contents, _ report: ImportReport) {
        if let fault = contents.fault {
            Output.error(
                "note: the file breaks the rules of XML (\(fault)); it was read all the same"
                    .printable)
        }
        if contents.isCut {
            Output.error("note: the file ends in the midst; what stood there last is missing")
        }
        for repeated in contents.repeated {
            Output.error(
                "note: \(repeated) stands there more than once; it has the tags of all places"
                    .hidingSecrets.printable)
        }
        for feed in contents.feeds where trust {
            for right in FeedImportCommand.rights(of: feed) {
                Output.error("note: \(feed.url) \(right.note)".hidingSecrets.printable)
            }
        }
        for left in report.leftOut {
            Output.error("left out: \(left.url): \(left.what)".printable)
        }
        if !report.leftOut.isEmpty {
            Output.error(
                "If this list is your own, remove these feeds and import it with --trust; else give"
                    + " what they need in a [[feed]] of the configuration.")
        }
    }

    /// What of a feed's settings can send secrets or believe a server: what it is, and what an operator should know.
    private static func rights(of feed: FeedSubscription) -> [(what: String, note: String)] {
        var rights =
            feed.credential.map {
                [(what: "the credential \($0)", note: "is sent the credential \($0)")]
            } ?? []
        if !feed.headers.isEmpty {
            let names = feed.headers.keys.sorted().joined(separator: ", ")
            rights.append((what: "the headers \(names)", note: "is sent the headers \(names)"))
        }
        if let file = feed.caFile {
            rights.append(
                (what: "ca_file \(file)", note: "is trusted by the certificates in \(file)"))
        }
        if !feed.tlsVerify {
            rights.append(
                (
                    what: "tls_verify = false",
                    note: "is asked whatever certificate its server shows"
                ))
        }
        return rights
    }

    private func withoutRights(
        _ feed: FeedSubscription, _ report: inout ImportReport
    ) -> FeedSubscription {
        let rights = FeedImportCommand.rights(of: feed)
        guard !rights.isEmpty else { return feed }
        report.leftOut.append(
            .init(
                url: feed.url.hidingSecrets,
                what: rights.map(\.what).joined(separator: "; ")))
        var feed = feed
        feed.credential = nil
        feed.headers = [:]
        feed.caFile = nil
        feed.tlsVerify = true
        return feed
    }

    private func read() throws -> SubscriptionsFile.Contents {
        let bytes = try InputFile.read(file)
        let name = file.printable
        guard bytes.count <= FeedImportCommand.limit else {
            throw Failure.usage(
                "\(name) has \(bytes.count) bytes, more than the \(FeedImportCommand.limit) that are"
                    + " read; import it in parts. Nothing was changed")
        }
        do {
            let contents = try SubscriptionsFile.read(bytes)
            guard !contents.feeds.isEmpty || !contents.refused.isEmpty else {
                throw Failure.usage(
                    "\(name) names no feed: it has no outline with an xmlUrl; is it OPML?")
            }
            return contents
        } catch let error as Failure {
            throw error
        } catch {
            throw Failure.usage(
                "\(name) is no OPML that can be read: \(error); mend it or export it again."
                    + " Nothing was changed")
        }
    }

    private func request(
        of feed: FeedSubscription, _ contents: SubscriptionsFile.Contents
    ) -> AddFeedRequest {
        AddFeedRequest(
            url: feed.url, name: feed.name, interval: feed.interval.map(DurationText.format),
            tags: feed.tags, headers: feed.headers, credential: feed.credential,
            fullText: feed.fullText.rawValue, type: feed.kind == .feed ? nil : feed.kind.rawValue,
            entryKey: feed.entries.key?.rawValue,
            updates: feed.entries.updates == .revise ? nil : feed.entries.updates.rawValue,
            skipTitles: feed.entries.skipTitles.isEmpty ? nil : feed.entries.skipTitles,
            caFile: feed.caFile,
            tlsVerify: feed.tlsVerify ? nil : false, paused: contents.paused.contains(feed.url))
    }
}

struct FeedExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print all feeds as OPML 2.0, with tags as folders and our own settings.",
        discussion: """
            Fit to be shown to others: request headers are left out, and *** stands for secrets in addresses. With \
            --with-secrets all is there, for those who may use control.sock, to be imported again with --trust. \
            Credentials are there by their name alone.

            Example: briefctl feed export > subscriptions.opml
            """)

    @OptionGroup var daemon: DaemonOptions

    @Flag(help: "With request headers and the secrets in addresses.")
    var withSecrets = false

    func run() async throws {
        let opml = try await daemon.client.bytes("/v1/subscriptions", asOperator: withSecrets)
        Output.bytes(opml)
        if !withSecrets, String(decoding: opml, as: UTF8.self).lacksSecrets {
            Output.error(
                "note: *** stands for secrets in addresses; --with-secrets gives a list that can be"
                    + " imported again")
        }
    }
}
