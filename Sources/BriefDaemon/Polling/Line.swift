/// Those who wait, first come first served.
struct Line {
    private var waiters: [(number: UInt64, continuation: CheckedContinuation<Bool, Never>)?] = []
    private var head = 0
    private var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func add(_ number: UInt64, _ continuation: CheckedContinuation<Bool, Never>) {
        waiters.append((number, continuation))
        count += 1
    }

    mutating func next() -> (number: UInt64, continuation: CheckedContinuation<Bool, Never>)? {
        while head < waiters.count {
            let waiter = waiters[head]
            waiters[head] = nil
            head += 1
            if head > 32, head * 2 > waiters.count {
                waiters.removeFirst(head)
                head = 0
            }
            guard let waiter else { continue }
            count -= 1
            return waiter
        }
        return nil
    }

    mutating func remove(_ number: UInt64) -> CheckedContinuation<Bool, Never>? {
        guard let index = waiters.firstIndex(where: { $0?.number == number }) else { return nil }
        defer {
            waiters[index] = nil
            count -= 1
        }
        return waiters[index]?.continuation
    }
}
