import BriefModel

/// Reads the [[feed]] tables.
struct FeedTableReader {
    /// Absolute; relative paths are relative to it.
    let folder: String

    func feeds(_ tables: [SettingsTable]) -> [FeedSubscription] {
        var result: [FeedSubscription] = []
        var seen: [String: SettingsTable] = [:]
        for table in tables {
            guard let feed = feed(table, &seen) else { continue }
            result.append(feed)
        }
        return result
    }

    private func feed(_ table: SettingsTable, _ seen: inout [String: SettingsTable])
        -> FeedSubscription?
    {
        var table = table
        var feed = FeedSubscription(url: table.string("url") ?? "")
        feed.name = table.string("name")
        feed.interval = table.duration("interval")
        feed.tags = table.strings("tags")
        feed.headers = table.dictionary("headers")
        feed.credential = table.string("credential")
        feed.fullText = fullText(&table)
        feed.kind = table.choice("type") ?? .feed
        feed.entries.key = table.choice("entry_key")
        feed.entries.updates = table.choice("updates") ?? .revise
        feed.entries.skipTitles = table.strings("skip_titles")
        feed.caFile = table.string("ca_file").map { PathText.absolute($0, in: folder) }
        feed.tlsVerify = table.boolean("tls_verify", true)
        table.finish()
        // The address has its own way below: it may be missing, or stand there twice.
        for fault in FeedCheck.faults(of: feed) where fault.key != "url" {
            table.report(fault.key, fault.what, why: fault.why, next: fault.next)
        }
        return isAddressSound(feed.url, in: table, &seen) ? feed : nil
    }

    /// `article` says the same by what it comes to: the page that entries link to, or the entry itself.
    private func fullText(_ table: inout SettingsTable) -> FeedSubscription.FullText {
        let article: ArticleSource? = table.choice("article")
        let fullText: FeedSubscription.FullText? = table.choice("full_text")
        if let article, let fullText, article.fullText != fullText {
            table.report(
                "article", "it says another thing than full_text", next: "remove one of the two")
        }
        return fullText ?? article?.fullText ?? .auto
    }

    private func isAddressSound(
        _ url: String, in table: SettingsTable, _ seen: inout [String: SettingsTable]
    ) -> Bool {
        guard table.has("url") else {
            table.report("url", "a [[feed]] without an address", next: "add url = \"https://…\"")
            return false
        }
        // A url of the wrong type was told already.
        guard !url.isEmpty else { return false }
        do {
            _ = try FeedAddress.normalised(url)
            let address = FeedAddress.key(url)
            if let first = seen[address] {
                let place = first.line(of: "url").map { " in line \($0)" } ?? ""
                table.report(
                    "url", "the same feed stands\(place) already", next: "remove one of the two")
                return false
            }
            seen[address] = table
            return true
        } catch {
            table.report("url", error.what, next: error.next)
            return false
        }
    }
}
