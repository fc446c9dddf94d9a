import ControlProtocol
import Foundation
import Testing

/// What a daemon says that it has: its articles, the files in its spool, what it did not take.
struct Books {
    /// A daemon with its hands full that let a question wait for too long.
    struct NoAnswer: Error {
        var command: String
        var errors: String
    }

    let articles: [ArticleItem]
    let files: [SpoolFileItem]
    let notTaken: [EventItem]
    /// Addresses in the lists that were set aside.
    let addresses: [String]
    let status: StatusReply

    init(_ daemon: RunningDaemon, _ root: TestRoot) async throws {
        func list<Item: Codable & Sendable & Equatable>(
            _ command: String, of type: Item.Type
        ) async throws -> [Item] {
            let said = try await daemon.ctl(command, "--all", "--json")
            guard said.status <= 1, !said.output.isEmpty else {
                throw NoAnswer(command: command, errors: said.errors)
            }
            return try WireJSON.decode(ItemPage<Item>.self, from: Array(said.output.utf8)).items
        }
        articles = try await list("articles", of: ArticleItem.self)
        files = try await list("spool", of: SpoolFileItem.self)
        notTaken = try await list("errors", of: EventItem.self).filter { $0.kind == "not-taken" }
        addresses = root.files(below: root.corrupt).filter { $0.hasSuffix(".url") }.flatMap {
            name in
            let text = try? String(
                contentsOf: root.corrupt.appendingPathComponent(name), encoding: .utf8)
            return (text ?? "").split(separator: "\n").map(String.init)
        }
        let said = try await daemon.ctl("status", "--json")
        guard !said.output.isEmpty else {
            throw NoAnswer(command: "status", errors: said.errors)
        }
        status = try WireJSON.decode(StatusReply.self, from: Array(said.output.utf8))
    }

    /// What was sent and is not found, and what is found and was not sent.
    func differences(from sent: [Consignment.Fate]) -> (missing: [Consignment.Fate], surplus: Int) {
        var found: [Consignment.Fate: Int] = [:]
        for article in articles {
            found[.article(title: article.title ?? ""), default: 0] += 1
            for number in article.sightings.compactMap({ Books.number(in: $0.source) }) {
                found[.sighting(number: number), default: 0] += 1
            }
        }
        for address in addresses {
            found[.address(path: URL(string: address)?.path ?? address), default: 0] += 1
        }
        for file in files where !file.name.hasSuffix(".url") {
            found[.file(queue: file.queue, name: file.name), default: 0] += 1
        }
        for event in notTaken {
            let name = event.subject.split(separator: "#").last.map(String.init)
            found[.notTaken(subject: name ?? event.subject), default: 0] += 1
        }
        var missing: [Consignment.Fate] = []
        for fate in sent {
            if let count = found[fate], count > 0 {
                found[fate] = count - 1
            } else {
                missing.append(fate)
            }
        }
        return (missing, found.values.reduce(0, +))
    }

    /// That of a text that was dropped under two names; whichever was read first is the article.
    private static func number(in source: String) -> Int? {
        source.firstMatch(of: #/(?:copy|thing)-(\d+)\.txt$/#).flatMap { Int($0.1) }
    }
}
