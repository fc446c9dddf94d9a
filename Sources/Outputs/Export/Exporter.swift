import Dispatch
import Storage
import Synchronization

/// Takes articles out of a store, some hundred at a time, on all cores: memory does not grow with their number.
public struct Exporter {
    private static let atOnce = 512

    public let catalogue: Catalogue

    public init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// Writes the articles of a query in the order in which they were filed.
    ///
    /// - Parameters:
    ///   - limit: at most so many.
    ///   - out: takes the bytes as they come.
    /// - Returns: how many.
    public func run(
        _ query: ArticleQuery, as format: inout some ExportFormat, limit: Int = .max,
        _ out: ([UInt8]) throws -> Void
    ) throws -> Int {
        var count = 0
        try out(format.begin())
        var next = limit > 0 ? ask(query, from: query.cursor, atMost: limit) : nil
        while let page = next {
            let (rows, cursor) = try page.wait()
            // The next ones are read while these are written.
            let left = limit - count - rows.count
            next = cursor != nil && left > 0 ? ask(query, from: cursor, atMost: left) : nil
            let pieces = written(rows, format)
            var bytes: [UInt8] = []
            bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
            for (row, piece) in zip(rows, pieces) { bytes += format.add(row, piece) }
            try out(bytes)
            count += rows.count
        }
        try out(try format.end())
        return count
    }

    private typealias Page = (rows: [ExportRow], next: String?)

    private func ask(
        _ query: ArticleQuery, from cursor: String?, atMost limit: Int
    ) -> Awaited<Page> {
        var query = query
        query.limit = min(Self.atOnce, limit)
        return Awaited { [catalogue, query] in try catalogue.exported(query, from: cursor) }
    }

    private func written(_ rows: [ExportRow], _ format: some ExportFormat) -> [[UInt8]] {
        // Several of them a step: a step costs something too.
        let step = 16
        let pieces = Mutex([[[UInt8]]](repeating: [], count: (rows.count + step - 1) / step))
        let catalogue = catalogue
        DispatchQueue.concurrentPerform(iterations: (rows.count + step - 1) / step) { index in
            let some = rows[(index * step)..<min(rows.count, (index + 1) * step)].map {
                format.write($0, catalogue.content(of: $0))
            }
            pieces.withLock { $0[index] = some }
        }
        return pieces.withLock { Array($0.joined()) }
    }
}

/// Something that is made on another thread meanwhile.
private final class Awaited<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(_ body: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global().async { [self] in
            let made = Result(catching: body)
            result.withLock { $0 = made }
            done.signal()
        }
    }

    /// Once: blocks until it is made.
    func wait() throws -> Value {
        done.wait()
        guard let made = result.withLock({ $0 }) else { throw CancellationError() }
        return try made.get()
    }
}
