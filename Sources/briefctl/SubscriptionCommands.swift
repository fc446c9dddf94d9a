import ArgumentParser
import BriefModel
import ControlProtocol
import Settings

struct FeedImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Follow the feeds of an OPML file; folders become tags.",
        discussion: """
            Feeds that are followed already are left as they are. A file that cannot be read whole changes nothing. \
            Exit status: 0 all is followed, 1 some outlines could not be used.
            """)

    /// Bytes; 30,000 feeds and more.
    private static let limit = 8 << 20

    @OptionGroup var daemon: DaemonOptions
    @Argument(help: "An OPML file; - for standard input.") var file: String

    func run() async throws {
        let contents = try read()
        let requests = contents.feeds.map { request(of: $0, contents) }
        var done = SubscriptionImportReply(what: "", added: 0, known: [])
        for start in stride(from: 0, to: requests.count, by: SubscriptionImport.limit) {
            let part = requests[start..<min(start + SubscriptionImport.limit, requests.count)]
            let body = try WireJSON.encode(SubscriptionImport(feeds: Array(part)))
            let reply = try await daemon.client.post(
                "/v1/subscriptions", body: body, as: SubscriptionImportReply.self)
            done.added += reply.added
            done.known += reply.known
        }
        done.what =
            "\(done.added == 1 ? "1 feed is" : "\(done.added) feeds are") followed now,"
            + " \(done.known.count) \(done.known.count == 1 ? "was" : "were") already"
        try daemon.show(done) { done in
            Output.line(done.what)
            for url in done.known { Output.line("  followed already: \(url)".printable) }
        }
        for feed in contents.feeds {
            for note in notes(on: feed) { Output.error("note: \(feed.url) \(note)".printable) }
        }
        for problem in contents.problems { Output.error("not used: \(problem)".printable) }
        if !contents.problems.isEmpty { throw ExitCode(1) }
    }

    /// What an operator should know that somebody else's list brings with it.
    private func notes(on feed: FeedSubscription) -> [String] {
        var notes = feed.credential.map { ["is sent the credential \($0)"] } ?? []
        if let file = feed.caFile { notes.append("is trusted by the certificates in \(file)") }
        if !feed.tlsVerify { notes.append("is asked whatever certificate its server shows") }
        return notes
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
            guard !contents.feeds.isEmpty || !contents.problems.isEmpty else {
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
            fullText: feed.fullText.rawValue, caFile: feed.caFile,
            tlsVerify: feed.tlsVerify ? nil : false, paused: contents.paused.contains(feed.url))
    }
}

struct FeedExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print all feeds as OPML 2.0, with tags as folders and our own settings.",
        discussion: """
            Request headers may be secret, so they are there only for those who may use control.sock. Credentials are \
            there by their name.
            """)

    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        Output.bytes(try await daemon.client.bytes("/v1/subscriptions", asOperator: true))
    }
}
