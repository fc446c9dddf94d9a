import ControlServer
import Queries

extension DaemonControl {
    /// A question in the language of queries; nil where its words are to be searched as they stand.
    static func query(_ text: String) throws(ControlFailure) -> Query? {
        do {
            return try Query.lenient(text)
        } catch {
            throw ControlFailure(
                400, "bad-query", "Bad query", detail: "q is not understood: \(error)")
        }
    }
}

extension Polling {
    /// What each feed is called besides its id: addresses, name, title.
    var feedNames: [String: [String]] {
        get async {
            Dictionary(
                await snapshot().map {
                    ($0.id, [$0.url, $0.address, $0.name, $0.title].compactMap(\.self))
                }, uniquingKeysWith: { first, _ in first })
        }
    }
}
