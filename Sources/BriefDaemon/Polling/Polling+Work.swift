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
                takeUp(clock())
                for host in work.startHosts() {
                    group.addTask { await self.pollAll(of: host, once: false) }
                }
                for id in work.startPages() {
                    group.addTask { await self.fetchPages(of: id) }
                }
                let again = takeUpQuarantined()
                if !again.isEmpty { group.addTask { await self.readAgain(again) } }
                let unseen = takeUpUnseen(clock())
                if !unseen.isEmpty { group.addTask { await self.fileUnseen(of: unseen) } }
                let next = [queue.first, unseenQueue.first].compactMap(\.self).min()
                await wakeup.wait(
                    atMost: next.map { .seconds(max(0.001, $0.timeIntervalSince(clock()))) })
            }
        }
    }

    /// Polls every feed that is due, and returns when its entries are filed.
    public func pollDueOnce() async {
        await readAgain(takeUpQuarantined())
        takeUp(clock())
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [slots] in await slots.keepAging() }
            await withDiscardingTaskGroup { group in
                for host in work.startHosts() {
                    group.addTask { await self.pollAll(of: host, once: true) }
                }
            }
            group.cancelAll()
        }
        while !Task.isCancelled {
            let some = work.startPages()
            guard !some.isEmpty else { break }
            await withDiscardingTaskGroup { group in
                for id in some { group.addTask { await self.fetchPages(of: id) } }
            }
        }
        // Pages beyond the hour's number, or that are tried again later, are for the next run.
        await fileUnseen(of: feeds.filter { $0.value.pagesWaiting > 0 }.map(\.key))
    }

    /// Takes what is due from the queue, to be worked on.
    private func takeUp(_ now: Date) {
        while let id = queue.pop(due: now) {
            guard let feed = feeds[id], !inHand.contains(id), let event = feed.event(slots) else {
                continue
            }
            guard event <= now else {
                queue.set(id, due: event)
                continue
            }
            inHand.insert(id)
            if due(feed).map({ $0 <= now }) == true {
                work.addPoll(id, host: feed.state.hostKey ?? id)
            } else {
                work.addPages(id)
            }
        }
    }

    private func pollAll(of host: String, once: Bool) async {
        while let id = work.next(of: host) {
            // A poll holds many times what this task does, and a task keeps what it ever held until it ends: so a
            // poll is begun when its host may be asked, and is a task of its own.
            if let place = await slots.beginPoll(of: host) {
                await withDiscardingTaskGroup { $0.addTask { await self.pollIfDue(id) } }
                slots.endPoll(place)
            }
            let isMore = hasPages(id, clock()) || once
            if isMore, feeds[id] != nil, !Task.isCancelled {
                work.addPages(id)
                wakeup.ring()
            } else {
                finish(id)
            }
        }
        wakeup.ring()
    }

    private func pollIfDue(_ id: String) async {
        let start = clock()
        guard let feed = feeds[id], due(feed).map({ $0 <= start }) == true, !Task.isCancelled else {
            return
        }
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
            work.endPages()
            finish(id)
            wakeup.ring()
        }
        guard let feed = feeds[id] else { return }
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
            while !Task.isCancelled, let left = pagesLeft(of: id),
                let next = try await round.run(due: start, limit: min(left, PageRound.limit))
            {
                tally = tally + next
                feeds[id]?.pageBudget.spend(next.asked, now: clock())
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

    private func finish(_ id: String) {
        inHand.remove(id)
        reschedule(id)
    }

    /// Without this, what fails at once would be tried at once again.
    private func putOff(_ id: String, _ start: Date, _ error: any Error) {
        log.error(
            "feed not worked on",
            metadata: ["feed": "\(feeds[id]?.state.url ?? id)", "error": "\(error)"])
        let later = start.addingTimeInterval(60)
        guard var feed = feeds[id] else { return }
        feed.state.nextDue = max(feed.state.nextDue, later)
        feed.state.backfill?.due = later
        feed.nextPage = later
        feeds[id] = feed
    }

    func filing(_ feed: Feed) -> EntryFiling {
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

    private func asking(_ feed: Feed) -> FeedAsking {
        FeedAsking(subscription: feed.subscription, fetcher: fetcher, credential: credential)
    }

    private func poll(_ feed: Feed) async throws {
        let poll = FeedPoll(
            asking: asking(feed), slots: slots, filing: filing(feed), state: store, saver: saver,
            thread: thread, settings: settings, log: log, clock: clock, notify: notify,
            meters: meters, looked: takePushed(feed.state.id) ?? takeLooked(feed))
        let state = try await poll.run(feed.state)
        let id = state.id
        // This feed's times are by the clock as it is now: were it set meanwhile, only the others move along.
        if heedClock() { await saveAll() }
        guard let present = feeds[id]?.state else {
            // Subscribed to no more; should it come back, it goes on from here.
            if remembered[id] != nil { remembered[id] = state }
            return
        }
        var heard = state.heeding(present)
        if pushed[id] != nil { heard.nextDue = clock() }
        feeds[id]?.state = heard
        // The poll saved its own state, which knows nothing of them.
        if heard != state { await save(id) }
        if state.lastSuccess != feed.state.lastSuccess { await notePages(of: id) }
        if state.address != feed.state.address { await mergeDuplicates(of: id) }
    }

    private func stepBack(_ feed: Feed) async throws {
        let backfill = FeedBackfill(
            asking: asking(feed), filing: filing(feed), state: store, thread: thread,
            settings: settings, clock: clock, notify: notify)
        let rest = try await backfill.step(feed.state)
        feeds[feed.state.id]?.state.backfill = rest
        await save(feed.state.id)
    }

    /// Pages that the feed may still have asked for in this hour; nil where there are none.
    func pagesLeft(of id: String) -> Int? {
        let left = feeds[id]?.pageBudget.left(of: settings.pagesPerHour, now: clock()) ?? 0
        return left > 0 ? left : nil
    }

    /// Where the hour's pages are spent, the next ones are due with the next hour.
    private func putPagesOff(_ id: String) {
        guard let feed = feeds[id], let next = feed.nextPage,
            let opens = feed.pageBudget.opens(limit: settings.pagesPerHour, now: clock())
        else { return }
        feeds[id]?.nextPage = max(next, opens)
    }

    func notePages(of id: String) async {
        do {
            let summary = try await thread.run { [store] in try store.waitingSummary(of: id) }
            feeds[id]?.pagesWaiting = summary?.count ?? 0
            let revisit = try await nextRevisit(of: id)
            feeds[id]?.nextPage = [summary?.next, revisit].compactMap(\.self).min()
            if summary != nil { expectUnseen(id) }
            putPagesOff(id)
        } catch {
            feeds[id]?.nextPage = clock().addingTimeInterval(60)
        }
    }
}
