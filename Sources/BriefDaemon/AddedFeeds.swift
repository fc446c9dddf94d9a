import BriefModel
import FoundationEssentials
import LinuxIO
import Logging
import Settings

/// The feeds that operators added: subscriptions.opml in the state folder.
///
/// Nothing in the file keeps the service from starting. What cannot be read whole is copied to
/// `subscriptions.opml.damaged-N`, with the reason beside it, before anything is written in its place; all feeds that
/// can be read from it are followed.
struct AddedFeeds: Sendable {
    static let name = "subscriptions.opml"
    static let damaged = "\(name).damaged-"
    private static let limit = 64 << 20
    /// Copies of damaged files that are kept.
    private static let copies = 9

    private let state: String
    private(set) var feeds: [FeedSubscription] = []
    /// Whether the file was read, so that it may be replaced.
    private var isRead = false

    init(state: String) { self.state = state }

    /// What is configured wins over what was added, however it is spelled.
    func joined(with configured: [FeedSubscription]) -> [FeedSubscription] {
        guard !configured.isEmpty else { return feeds }
        let known = Set(configured.map { FeedAddress.key($0.url) })
        return configured + feeds.filter { !known.contains(FeedAddress.key($0.url)) }
    }

    // MARK: Reading

    /// Reads the file where it was not read yet, and says what is wrong with it as long as that lasts.
    mutating func look(_ status: DaemonStatus, log: Logger) {
        let path = "\(state)/\(AddedFeeds.name)"
        do {
            let directory = try Directory(creating: state)
            if !isRead { try read(directory, log) }
            tell(try AddedFeeds.setAside(in: directory), status)
        } catch {
            status.raise(
                .subscriptions,
                what: "\(path) cannot be read and kept: \(error). \(feeds.count) feeds of it are"
                    + " followed, and none can be added or removed.",
                next: "Mend the file or its permissions, then briefctl reload.")
            log.error("subscriptions not read", metadata: ["error": "\(error)"])
        }
    }

    private mutating func read(_ directory: borrowing Directory, _ log: Logger) throws {
        guard try directory.status(of: AddedFeeds.name) != nil else {
            isRead = true
            return
        }
        let bytes = try directory.openFile(AddedFeeds.name).readAll(limit: AddedFeeds.limit)
        let contents: SubscriptionsFile.Contents
        do {
            contents = try SubscriptionsFile.read(bytes)
        } catch {
            contents = SubscriptionsFile.Contents(fault: error.description)
        }
        let faults = (contents.fault.map { [$0] } ?? []) + contents.problems
        feeds = contents.feeds
        guard let first = faults.first else {
            isRead = true
            return try closeToOthers(directory)
        }
        for fault in faults {
            log.warning("subscription not used", metadata: ["why": "\(fault)"])
        }
        // As long as there is no copy, what was read is followed and nothing is written in its place.
        try AddedFeeds.setAside(bytes, first, feeds.count, directory)
        isRead = true
        try replace(with: feeds)
    }

    /// Earlier versions wrote the file so that the group could read it.
    private mutating func closeToOthers(_ directory: borrowing Directory) throws {
        guard let mode = try directory.status(of: AddedFeeds.name)?.permissions, mode & 0o077 != 0
        else {
            return
        }
        try replace(with: feeds)
    }

    private static func setAside(
        _ bytes: [UInt8], _ why: String, _ count: Int, _ directory: borrowing Directory
    ) throws {
        var number = 1
        while number < copies, try directory.status(of: "\(damaged)\(number)") != nil {
            number += 1
        }
        let name = "\(damaged)\(number)"
        let reason = Reason(
            file: name, since: Date().rfc3339, code: "damaged", what: "not read whole",
            why: why.hidingSecrets,
            next: "\(count) feeds were read from it and are followed; compare it with"
                + " briefctl feed export --with-secrets, add what is missing, then remove it")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        try write(Array(try encoder.encode(reason)) + [0x0A], to: name + ".reason.json", directory)
        try write(bytes, to: name, directory)
    }

    private struct Reason: Codable {
        var file, since, code, what, why, next: String
    }

    /// The copies that were set aside, and why the first of them was.
    private static func setAside(
        in directory: borrowing Directory
    ) throws -> (names: [String], why: String?) {
        let names = try directory.names().names
            .filter { $0.hasPrefix(damaged) && !$0.hasSuffix(".reason.json") }.sorted()
        // Only for the words: the file itself says the same, and more.
        let bytes = try? names.first.map {
            try directory.openFile($0 + ".reason.json").readAll(limit: 1 << 16)
        }
        let reason = bytes.flatMap { try? JSONDecoder().decode(Reason.self, from: Data($0)) }
        return (names, reason?.why)
    }

    private func tell(_ found: (names: [String], why: String?), _ status: DaemonStatus) {
        guard let first = found.names.first else { return status.clear(.subscriptions) }
        let others = found.names.count == 1 ? "" : " (and \(found.names.count - 1) more)"
        status.raise(
            .subscriptions,
            what: "\(AddedFeeds.name) was damaged and is set aside as \(first)\(others):"
                + " \(found.why ?? "see the reason beside it").",
            next: "Compare \(state)/\(first) with briefctl feeds, add what is missing with briefctl"
                + " feed add, remove it, then briefctl reload.")
    }

    // MARK: Writing

    /// Puts these in the place of those before, once what was written has been read back.
    mutating func replace(with new: [FeedSubscription]) throws {
        guard isRead || feeds.isEmpty && !isThere else {
            throw AddedFeedsError(what: "\(AddedFeeds.name) could not be read; see briefctl status")
        }
        let bytes = SubscriptionsFile.write(new)
        let kept = try SubscriptionsFile.readStrictly(bytes)
        guard kept.feeds.map(\.url) == new.map(\.url) else {
            let lost = kept.refused.first.map { ": \($0)" } ?? ""
            throw AddedFeedsError(what: "not all feeds would be read back\(lost)")
        }
        try AddedFeeds.write(bytes, to: AddedFeeds.name, Directory(creating: state))
        feeds = new
    }

    private var isThere: Bool {
        // Where even that cannot be told, something is there.
        ((try? Directory(at: state).status(of: AddedFeeds.name)) ?? nil) != nil
    }

    /// For the service's account alone: headers and addresses may be secrets.
    private static func write(
        _ bytes: [UInt8], to name: String, _ directory: borrowing Directory
    ) throws {
        let temporary = ".\(name).new"
        if try directory.status(of: temporary) != nil { try directory.remove(temporary) }
        do {
            let file = try directory.createFile(temporary, mode: 0o600)
            try file.write(bytes)
            try file.sync()
            guard try directory.openFile(temporary).readAll(limit: limit) == bytes else {
                throw AddedFeedsError(what: "\(name) was not read back as it was written")
            }
            try directory.rename(temporary, to: name)
        } catch {
            // On a full disk it must not take the room that others need.
            try? directory.remove(temporary)
            throw error
        }
        try directory.sync()
    }
}

/// Why the subscriptions were not saved.
struct AddedFeedsError: Error, CustomStringConvertible {
    var what: String
    var description: String { what }
}
