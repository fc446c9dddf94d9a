import BriefModel
import ControlProtocol
import FoundationEssentials
import Spooling
import Storage

// What the parts say of themselves, in the shapes of the sockets.

extension FeedItem {
    init(_ feed: FeedSnapshot) {
        self.init(
            id: feed.id, url: feed.url.hidingSecrets, address: feed.address.hidingSecrets,
            title: feed.name ?? feed.title,
            state: feed.state.rawValue, lastSuccess: feed.lastSuccess?.rfc3339,
            lastStatus: feed.lastStatus, lastPoll: feed.lastPoll?.rfc3339,
            nextDue: feed.nextDue?.wholeSecond.rfc3339, intervalSeconds: feed.intervalSeconds,
            reason: feed.reason, error: feed.error?.hidingSecrets, errorsInRow: feed.errorsInRow,
            failingSince: feed.failingSince?.rfc3339,
            needsOperator: feed.lastingFault?.rawValue,
            pagesWaiting: feed.pagesWaiting, pagesError: feed.pageTrouble?.why.hidingSecrets,
            entriesPerWeek: feed.entriesPerWeek.map { ($0 * 10).rounded() / 10 }, tags: feed.tags)
    }
}

extension StatusReply.Workers {
    init(_ sandbox: BriefModel.Sandbox) {
        let level: Sandbox =
            switch sandbox.level {
            case .full: .full
            case .part: .part
            case .none: .none
            }
        self.init(sandbox: level, why: sandbox.why)
    }
}

extension Date {
    /// Rounded up: nothing is done before the time that is shown.
    fileprivate var wholeSecond: Date {
        Date(timeIntervalSince1970: timeIntervalSince1970.rounded(.up))
    }
}

extension SpoolFileItem {
    init(_ entry: SpoolEntry) {
        self.init(
            id: entry.id, name: entry.name, queue: SpoolFileItem.queue(of: entry),
            since: entry.since.rfc3339, size: entry.size, attempts: entry.attempts,
            reason: entry.reason?.hidingSecrets, next: entry.next?.hidingSecrets,
            nextTry: entry.nextTry?.wholeSecond.rfc3339)
    }

    private static func queue(of entry: SpoolEntry) -> String {
        switch entry.standing {
        case .document: entry.queue.rawValue
        case .ignored: "ignored"
        case .notTaken: "not_taken"
        case .failed: "failed"
        }
    }
}

extension ArticleItem {
    init(_ article: ArticleListing, markdown: String? = nil, revisions: [String]? = nil) {
        self.init(
            id: article.id, path: article.path, title: article.title,
            published: article.published, filed: article.filed, url: article.url,
            contentHash: article.contentHash, quality: (article.quality * 1_000).rounded() / 1_000,
            sightings: article.sightings.map {
                Seen(
                    source: $0.source.hidingSecrets, when: $0.when, kind: $0.kind.rawValue)
            },
            supersedes: article.supersedes,
            near: article.near.map {
                .init(id: $0.id, kind: $0.kind?.rawValue, share: $0.share)
            }, edited: article.isEdited,
            markdown: markdown ?? article.markdown, revisions: revisions)
        seriesPart = article.seriesParts
        authors = article.authors
        site = article.site
        feed = article.feed
        tags = article.tags
        categories = article.categories
        language = article.language
        excerpt = article.excerpt
        wordCount = article.wordCount
        partial = article.isPartial
        since = article.position
        text = article.text
    }
}

extension StatusReply.Trouble {
    init(_ problem: DaemonStatus.Problem) {
        self.init(
            code: problem.code.rawValue, since: problem.since.rfc3339,
            what: problem.what.hidingSecrets, next: problem.next.hidingSecrets)
    }
}

extension EventItem {
    init(_ group: ErrorGroup) {
        self.init(
            id: group.id, when: group.last.rfc3339, kind: group.kind.rawValue,
            subject: group.subject.hidingSecrets, what: group.what.hidingSecrets,
            count: group.count,
            first: group.first.rfc3339, last: group.last.rfc3339)
    }
}
