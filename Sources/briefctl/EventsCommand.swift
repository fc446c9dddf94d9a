import ArgumentParser
import BriefModel
import ControlProtocol
import Curl
import Synchronization

struct EventsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "What happens from now on, a line each, until Ctrl-C.",
        discussion: """
            It goes on by itself where briefd is restarted: with the event after the last one that it printed. What \
            is not kept any more by then is one line of the kind "gap".

            Example: briefctl events --json --after 0
            """)

    @OptionGroup var daemon: DaemonOptions
    @Option(help: "Begin behind the event with this id, 0 for all that are kept.") var after: Int?

    func run() async throws {
        let reader = EventReader(json: daemon.json, after: after)
        var isFirst = true
        while true {
            do throws(Failure) {
                try await follow(reader)
            } catch {
                // Only one that was there can come back.
                guard !isFirst || reader.hasBegun, error.status == 3 else { throw error }
            }
            if isFirst {
                Output.error("briefctl: briefd ended the connection; waiting for it to come back")
            }
            isFirst = false
            try await Task.sleep(for: .seconds(1))
        }
    }

    private func follow(_ reader: EventReader) async throws(Failure) {
        let query = reader.last.map { "?after=\($0)" } ?? ""
        do {
            try await daemon.client.stream("/v1/events" + query) { reader.read($0) }
        } catch let error as Failure {
            throw error
        } catch {
            throw .notWell("\(error)")
        }
    }
}

/// Puts the lines of server-sent events together and prints them.
final class EventReader: Sendable {
    private struct State {
        var rest: [UInt8] = []
        var last: Int?
        var hasBegun = false
    }

    private let json: Bool
    private let state: Mutex<State>

    init(json: Bool, after last: Int? = nil) {
        self.json = json
        state = Mutex(State(last: last))
    }

    /// The id of the last event that was printed.
    var last: Int? { state.withLock { $0.last } }
    /// Whether anything ever came.
    var hasBegun: Bool { state.withLock { $0.hasBegun } }

    func read(_ bytes: [UInt8]) {
        let lines = state.withLock { state -> [ArraySlice<UInt8>] in
            state.hasBegun = true
            state.rest += bytes
            guard let end = state.rest.lastIndex(of: 0x0A) else { return [] }
            let lines = Array(state.rest[..<end].split(separator: 0x0A))
            state.rest.removeFirst(end + 1)
            return lines
        }
        for line in lines where line.starts(with: "data: ".utf8) { print(Array(line.dropFirst(6))) }
        Output.flush()
    }

    private func print(_ data: [UInt8]) {
        let event = try? WireJSON.decode(EventItem.self, from: data)
        if json {
            Output.bytes(data + [0x0A])
        } else if let event {
            let subject = event.title.map { "\(event.subject) \($0)" } ?? event.subject
            Output.line("\(event.when) \(event.kind) \(subject): \(event.what)".printable)
        }
        if let event, event.kind != EventItem.gap { state.withLock { $0.last = event.id } }
    }
}
