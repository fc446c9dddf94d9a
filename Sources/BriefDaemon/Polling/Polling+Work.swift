import BriefModel
import FeedFetching
import FoundationEssentials
import Storage

/// Who works on what, and when.
extension Polling {
    /// Polls until the task is cancelled; then ends as soon as what is in hand is handed back.
    public func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { [slots] in await slots.keepAging() }
            while !Task.isCancelled {
                if heedClock() { await saveAll() }
                schedule.takeUp(clock())
                start(schedule.jobs(), once: false) { job in group.addTask(operation: job) }
                let again = takeUpQuarantined()
                if !again.isEmpty { group.addTask { await self.readAgain(again) } }
                let unseen = schedule.takeUpUnseen(clock())
                if !unseen.isEmpty { group.addTask { await self.fileUnseen(of: unseen) } }
                let next = schedule.next
                await wakeup.wait(
                    atMost: next.map { .seconds(max(0.001, $0.timeIntervalSince(clock()))) })
            }
        }
    }

    /// Polls every feed that is due, and returns when its entries are filed.
    public func pollDueOnce() async {
        await readAgain(takeUpQuarantined())
        schedule.takeUp(clock())
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [slots] in await slots.keepAging() }
            var jobs = schedule.jobs()
            while !jobs.isEmpty, !Task.isCancelled {
                await withDiscardingTaskGroup { group in
                    start(jobs, once: true) { job in group.addTask(operation: job) }
                }
                jobs = schedule.jobs()
            }
            group.cancelAll()
        }
        // Pages beyond the hour's number, or that are tried again later, are for the next run.
        await fileUnseen(of: schedule.feeds.filter { $0.value.pagesWaiting > 0 }.map(\.key))
    }

    private func start(
        _ jobs: FeedSchedule.Jobs, once: Bool, _ add: (@escaping @Sendable () async -> Void) -> Void
    ) {
        for host in jobs.hosts { add { await self.pollAll(of: host, once: once) } }
        for id in jobs.pages { add { await self.fetchPages(of: id) } }
    }

    private func pollAll(of host: String, once: Bool) async {
        while let id = schedule.next(of: host) {
            // A poll holds many times what this task does, and a task keeps what it ever held until it ends: so a
            // poll is begun when its host may be asked, and is a task of its own.
            if let place = await slots.beginPoll(of: host) {
                await withDiscardingTaskGroup { $0.addTask { await self.pollIfDue(id) } }
                slots.endPoll(place)
            }
            if Task.isCancelled {
                schedule.finished(id)
            } else {
                schedule.finishedPoll(id, always: once, clock())
                wakeup.ring()
            }
        }
        wakeup.ring()
    }

    private func pollIfDue(_ id: String) async {
        let start = clock()
        guard let feed = schedule.toPoll(id, start), !Task.isCancelled else { return }
        do {
            try await poll(feed)
        } catch is CancellationError {
            return
        } catch {
            putOff(id, start, error)
        }
    }

    /// The pages of a feed that are due, and the next page of its archive where one was asked for.
    private func fetchPages(of id: String) async {
        defer {
            schedule.finishedPages(id)
            wakeup.ring()
        }
        guard let feed = schedule[id] else { return }
        let start = clock()
        do {
            if let backfill = feed.state.backfill, backfill.due <= start, feed.state.isPolled {
                try await stepBack(feed)
            }
            let round = PageRound(
                filing: filing(feed), fetcher: fetcher, state: store, thread: thread,
                settings: settings, clock: clock)
            var tally = PageTally()
            // Pages that are put off within this run are due later than its start.
            while !Task.isCancelled, let left = schedule.pagesLeft(of: id, clock()),
                let next = try await round.run(due: start, limit: min(left, PageRound.limit))
            {
                tally = tally + next
                spend(next.asked, of: id)
            }
            try await revisitPages(of: id, round, start)
            await note(tally, of: id)
        } catch is CancellationError {
            return
        } catch {
            putOff(id, start, error)
            return
        }
        await notePages(of: id)
    }

    func spend(_ pages: Int, of id: String) {
        let now = clock()
        schedule.update(id) { $0.pageBudget.spend(pages, now: now) }
    }

    private func putOff(_ id: String, _ start: Date, _ error: any Error) {
        log.error(
            "feed not worked on",
            metadata: ["feed": "\(schedule[id]?.state.url ?? id)", "error": "\(error)"])
        schedule.putOff(id, until: start.addingTimeInterval(60))
    }

    func filing(_ feed: ScheduledFeed) -> EntryFiling {
        let id = feed.state.id
        return EntryFiling(
            feed: id, subscription: feed.subscription,
            sink: sink.serving("feed:" + feed.subscription.url), clock: clock,
            notify: { [notify, log] event in
                if event.kind == .quarantined {
                    log.warning(
                        "entry set aside",
                        metadata: ["entry": "\(event.subject)", "why": "\(event.what)"])
                }
                notify(event)
            },
            keepAside: { [store, thread] entry in
                try await thread.run { try store.quarantine(entry, of: id) }
            })
    }

    private func asking(_ feed: ScheduledFeed) -> FeedAsking {
        FeedAsking(subscription: feed.subscription, fetcher: fetcher, credential: credential)
    }

    private func poll(_ feed: ScheduledFeed) async throws {
        let poll = FeedPoll(
            asking: asking(feed), slots: slots, filing: filing(feed), state: store, saver: saver,
            thread: thread, settings: settings, log: log, clock: clock, notify: notify,
            meters: meters, looked: takePushed(feed.state.id) ?? takeLooked(feed))
        let state = try await poll.run(feed.state)
        let id = state.id
        // This feed's times are by the clock as it is now: were it set meanwhile, only the others move along.
        if heedClock() { await saveAll() }
        let end = schedule.polled(
            feed.state, state, isMorePushed: pushed[id] != nil, now: clock())
        if end.isToBeSaved { await save(id) }
        if end.isToBeCounted { await notePages(of: id) }
        if let twin = end.twin {
            notify(
                PollingEvent(
                    .feedMerged, subject: state.url,
                    what: "\(state.url) moved to the address of \(twin.url);"
                        + " remove one of them"))
        }
    }

    private func stepBack(_ feed: ScheduledFeed) async throws {
        let backfill = FeedBackfill(
            asking: asking(feed), filing: filing(feed), state: store, thread: thread,
            settings: settings, clock: clock, notify: notify)
        let rest = try await backfill.step(feed.state)
        schedule.update(feed.state.id) { $0.state.backfill = rest }
        await save(feed.state.id)
    }

    func notePages(of id: String) async {
        do {
            let summary = try await thread.run { [store] in try store.waitingSummary(of: id) }
            let revisit = try await nextRevisit(of: id)
            schedule.counted(
                summary?.count ?? 0, nextPage: [summary?.next, revisit].compactMap(\.self).min(),
                of: id, clock())
            wakeup.ring()
        } catch {
            let later = clock().addingTimeInterval(60)
            schedule.update(id) { $0.nextPage = later }
        }
    }
}
