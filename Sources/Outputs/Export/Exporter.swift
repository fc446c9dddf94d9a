import Dispatch
import Storage
import Synchronization

/// Takes articles out of a store, some hundred at a time, on all cores: memory does not grow with their number.
public struct Exporter {
    private static let atOnce = 512

    let catalogue: Catalogue

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
        var query = query
        var cursor = query.cursor
        var count = 0
        try out(format.begin())
        repeat {
            query.limit = min(Self.atOnce, limit - count)
            guard query.limit > 0 else { break }
            let (rows, next) = try catalogue.exported(query, from: cursor)
            let pieces = written(rows, format)
            var bytes: [UInt8] = []
            for (row, piece) in zip(rows, pieces) { bytes += format.add(row, piece) }
            try out(bytes)
            count += rows.count
            cursor = next
        } while cursor != nil
        try out(try format.end())
        return count
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
