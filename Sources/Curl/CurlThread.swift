import CCurl
import Glibc

/// The loop's thread: owns the multi handle and every transfer on it, from start to end.
@safe final class CurlThread {
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let inbox: CurlInbox
    private let multi: UnsafeMutableRawPointer
    private var transfers: [UInt64: Transfer] = [:]
    /// By the address of the easy handle.
    private var ids: [UInt: UInt64] = [:]
    private let budget: BodyBudget
    /// How often the budget is looked at while a transfer is paused, in milliseconds.
    private static let budgetTick: Int32 = 20

    private init(inbox: CurlInbox, multi: UnsafeMutableRawPointer, budget: BodyBudget) {
        self.inbox = inbox
        self.budget = budget
        unsafe self.multi = multi
    }

    static func start(
        inbox: CurlInbox, maxConnections: Int, budget: BodyBudget
    ) throws(TransferError) {
        guard isReady, let multi = unsafe curl_multi_init() else {
            throw .failed(url: "", code: Int(CURLE_FAILED_INIT.rawValue), reason: "no libcurl")
        }
        unsafe briefd_multi_setopt_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, maxConnections)
        unsafe briefd_multi_setopt_long(multi, CURLMOPT_MAXCONNECTS, min(maxConnections, 64))
        unsafe inbox.open(multi)
        let thread = unsafe CurlThread(inbox: inbox, multi: multi, budget: budget)
        // The new thread takes over this reference: nothing here touches `thread` after its start.
        let context = unsafe Unmanaged.passRetained(thread)
        var id = pthread_t()
        let code = unsafe pthread_create(
            &id, nil,
            { context in
                guard let context = unsafe context else { return nil }
                unsafe Unmanaged<CurlThread>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        guard code == 0 else {
            unsafe context.release()
            _ = inbox.close()
            unsafe curl_multi_cleanup(multi)
            throw .failed(url: "", code: Int(code), reason: "no thread for libcurl")
        }
        pthread_detach(id)
    }

    private func run() {
        blockSignals()
        var isRunning = true
        while isRunning {
            for message in inbox.take() {
                switch message {
                case .start(let order): start(order)
                case .cancel(let id): remove(id)?.cancel()
                case .stop: isRunning = false
                }
            }
            guard isRunning else { break }
            var running: Int32 = 0
            unsafe curl_multi_perform(multi, &running)
            collect()
            balance()
            // libcurl shortens the wait to its own next timer; a message wakes it.
            let wait = budget.paused.isEmpty ? Int32.max : CurlThread.budgetTick
            unsafe curl_multi_poll(multi, nil, 0, wait, nil)
        }
        end()
    }

    /// Signals are for other threads, and SIGPIPE, which OpenSSL's writes can raise, is for none.
    private func blockSignals() {
        var all = sigset_t()
        unsafe sigfillset(&all)
        unsafe pthread_sigmask(SIG_SETMASK, &all, nil)
    }

    private func start(_ order: CurlInbox.Order) {
        let request = order.request
        guard let transfer = Transfer(order, budget: budget) else {
            let code = Int(CURLE_OUT_OF_MEMORY.rawValue)
            order.finish(.failure(.failed(url: request.url, code: code, reason: "no memory")))
            return
        }
        do throws(TransferError) {
            try transfer.prepare()
        } catch {
            order.finish(.failure(error))
            return
        }
        transfers[order.id] = transfer
        ids[transfer.handle.address] = order.id
        guard unsafe curl_multi_add_handle(multi, transfer.handle.pointer) == CURLM_OK else {
            remove(order.id)?.complete(CURLE_OUT_OF_MEMORY)
            return
        }
    }

    private func collect() {
        var code = CURLE_OK
        while let handle = unsafe briefd_next_done(multi, &code) {
            guard let id = ids[UInt(bitPattern: handle)] else { continue }
            // Facts are read before the handle is removed: some belong to its connection.
            transfers[id]?.complete(code)
            remove(id)
        }
    }

    /// Lets large bodies go on that were paused while too much was in hand.
    private func balance() {
        for id in budget.resumes(now: .now) {
            // What libcurl kept meanwhile comes at once; it may be what ends the transfer.
            guard let code = transfers[id]?.handle.resume(), code != CURLE_OK else { continue }
            transfers[id]?.complete(code)
            remove(id)
        }
    }

    @discardableResult
    private func remove(_ id: UInt64) -> Transfer? {
        guard let transfer = transfers.removeValue(forKey: id) else { return nil }
        ids.removeValue(forKey: transfer.handle.address)
        unsafe curl_multi_remove_handle(multi, transfer.handle.pointer)
        transfer.leaveBudget()
        return transfer
    }

    private func end() {
        for case .start(let order) in inbox.close() {
            order.finish(.failure(.cancelled(url: order.request.url)))
        }
        for id in Array(transfers.keys) { remove(id)?.cancel() }
        unsafe curl_multi_cleanup(multi)
    }
}
