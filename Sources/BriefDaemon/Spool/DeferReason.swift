import FeedFetching
import Spooling
import Storage
import Workers

/// Why a file could not be filed yet; its words stand as `code` in the record beside the file.
enum DeferReason: String, Sendable {
    case diskFull = "disk-full"
    case store
    case worker
    case spool
    /// An address did not answer with a page.
    case notFetched = "not-fetched"
    /// A fault that nobody has thought of.
    case unexpected

    init(_ error: any Error) {
        switch error {
        case StorageError.outOfSpace: self = .diskFull
        case let error as SpoolError where error.isOutOfSpace: self = .diskFull
        case is StorageError: self = .store
        case is WorkerError: self = .worker
        case is SpoolError: self = .spool
        case is FeedFetchError: self = .notFetched
        default: self = .unexpected
        }
    }

    /// The longest time until the next attempt. A fault of our own house is no document's: when it is mended, none shall
    /// wait for a day.
    var longest: Duration {
        switch self {
        case .notFetched: .seconds(86_400)
        case .diskFull, .store, .worker, .spool, .unexpected: .seconds(900)
        }
    }
}
