import ArgumentParser
import BriefModel
import ControlProtocol
import Synchronization

struct EventsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "What happens from now on, a line each, until Ctrl-C.")

    @OptionGroup var daemon: DaemonOptions

    func run() async throws {
        let reader = EventReader(json: daemon.json)
        try await daemon.client.stream("/v1/events") { reader.read($0) }
    }
}

/// Puts the lines of server-sent events together and prints them.
private final class EventReader: Sendable {
    private let json: Bool
    private let rest = Mutex<[UInt8]>([])

    init(json: Bool) {
        self.json = json
    }

    func read(_ bytes: [UInt8]) {
        let lines = rest.withLock { rest -> [ArraySlice<UInt8>] in
            rest += bytes
            guard let end = rest.lastIndex(of: 0x0A) else { return [] }
            let lines = Array(rest[..<end].split(separator: 0x0A))
            rest.removeFirst(end + 1)
            return lines
        }
        for line in lines where line.starts(with: "data: ".utf8) { print(Array(line.dropFirst(6))) }
        Output.flush()
    }

    private func print(_ data: [UInt8]) {
        if json {
            Output.bytes(data + [0x0A])
        } else if let event = try? WireJSON.decode(EventItem.self, from: data) {
            Output.line(
                "\(event.when) \(event.kind) \(event.subject): \(event.what)".printable)
        }
    }
}
