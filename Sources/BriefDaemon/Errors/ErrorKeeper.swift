import Synchronization

/// Keeps the book of errors over a restart. Whoever notes an error never waits for the disk.
final class ErrorKeeper: Sendable {
    private struct State {
        var book: ErrorBook
        /// Groups that the file does not have yet, by id.
        var unwritten: Set<Int> = []
        var areTotalsUnwritten = false
        var lines = 0
        /// The last line may have no end, after a crash or a failed write: the whole file is written anew.
        var isTorn = false
        var isWriting = false
    }

    private let state: Mutex<State>
    private let file: ErrorFile?
    private let thread = SerialThread("errors")

    /// - Parameter file: nil to keep the book in memory only.
    init(file: ErrorFile?, limit: Int = 10_000) {
        self.file = file
        let (book, lines, isTorn) = file?.read(limit: limit) ?? (ErrorBook(limit: limit), 0, false)
        state = Mutex(State(book: book, lines: lines, isTorn: isTorn))
    }

    var book: ErrorBook { state.withLock { $0.book } }

    /// Takes an error in, and has it written soon.
    func note(_ event: DaemonStatus.Event) {
        let mustStart = state.withLock { state in
            state.unwritten.insert(state.book.note(event).id)
            state.areTotalsUnwritten = true
            guard file != nil, !state.isWriting else { return false }
            state.isWriting = true
            return true
        }
        if mustStart { thread.start { [self] in writeAll() } }
    }

    /// Waits until all that was noted is written, or could not be.
    func settle() async {
        await thread.run { [self] in
            state.withLock { $0.isWriting = true }
            writeAll()
        }
    }

    /// Writes until nothing is left, or a write fails: then the next error tries again.
    private func writeAll() {
        while let file {
            let job = state.withLock { state -> (groups: [ErrorGroup], isWhole: Bool)? in
                guard state.areTotalsUnwritten else {
                    state.isWriting = false
                    return nil
                }
                state.areTotalsUnwritten = false
                let isWhole =
                    state.isTorn
                    || state.lines + state.unwritten.count > 2 * state.book.count + 1_000
                let all = isWhole ? state.book.all : state.book.groups(state.unwritten)
                state.unwritten = []
                return (all, isWhole)
            }
            guard let job else { return }
            let totals = book.totals
            do {
                if job.isWhole {
                    try file.replace(with: job.groups, totals)
                } else {
                    try file.append(job.groups, totals)
                }
                state.withLock { state in
                    state.isTorn = false
                    state.lines = (job.isWhole ? 0 : state.lines) + job.groups.count + 1
                }
            } catch {
                // A full disk is told by those whose work it stops; this is the list, not the errors.
                state.withLock { state in
                    state.isTorn = true
                    state.areTotalsUnwritten = true
                    state.isWriting = false
                }
                return
            }
        }
        state.withLock { $0.isWriting = false }
    }
}
