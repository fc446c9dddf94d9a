import ArgumentParser
import ControlProtocol

struct FeedsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract:
            "Every feed, those in trouble first: how it is, when it was asked, when it is due.",
        discussion: "Example: briefctl feeds --all")

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var list: ListOptions
    @OptionGroup var screen: WatchOptions

    func run() async throws { try await screen.run(show) }

    private func show() async throws {
        let page = try await list.fetch("/v1/feeds", of: FeedItem.self, daemon.client)
        try daemon.show(page) { page in
            if page.items.isEmpty, page.total == 0 {
                return Output.line("No feed is followed: briefctl feed add URL.")
            }
            TableOutput.print(
                ["ID", "STATE", "LAST SUCCESS", "NEXT DUE", "A WEEK", "FEED"],
                page.items.map {
                    [
                        $0.id, $0.state, TimeText.relative($0.lastSuccess),
                        TimeText.relative($0.nextDue),
                        $0.entriesPerWeek.map { "\($0)" } ?? "",
                        [$0.title, $0.url].compactMap(\.self).joined(separator: "  "),
                    ]
                })
            for feed in page.items { FeedsCommand.tell(feed) }
            ListOptions.tellRest(page, "feeds")
        }
    }

    /// What is wrong with a feed, and what of it is still to come.
    private static func tell(_ feed: FeedItem) {
        guard feed.error != nil || feed.pagesWaiting > 0 || feed.pagesError != nil else { return }
        Output.line("")
        if let error = feed.error {
            Output.line("\(feed.url): \(error)".printable)
            Output.line(
                "  failed \(feed.errorsInRow == 1 ? "once" : "\(feed.errorsInRow) times in a row"), tried again "
                    + TimeText.relative(feed.nextDue)
                    + (feed.needsOperator == nil ? "" : ": but waiting does not mend it"))
        } else {
            Output.line("\(feed.url):".printable)
        }
        if let error = feed.pagesError { Output.line("  no linked page: \(error)".printable) }
        if feed.pagesWaiting > 0 {
            let pages =
                feed.pagesWaiting == 1 ? "1 linked page" : "\(feed.pagesWaiting) linked pages"
            Output.line("  \(pages) still to be fetched")
        }
    }
}
