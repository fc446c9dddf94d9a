import ArgumentParser

/// Shows a screen again and again: `--watch`.
struct WatchOptions: ParsableArguments {
    @Flag(
        help:
            "Show it again every two seconds until Ctrl-C; a restart of the daemon is waited for.")
    var watch = false

    private static let interval = Duration.seconds(2)

    /// The first look must succeed: who mistypes a folder shall read why. What a look says of the daemon's state by its
    /// exit status is of no use to who watches.
    func run(_ show: () async throws -> Void) async throws {
        guard watch else { return try await show() }
        try await look(show)
        while true {
            Output.flush()
            try await Task.sleep(for: Self.interval)
            // Where nothing is cleared.
            Output.line("")
            do {
                try await look(show)
            } catch let failure as Failure {
                Output.line(failure.message.printable)
            }
        }
    }

    private func look(_ show: () async throws -> Void) async throws {
        // Goes out together with what follows it, so that nothing flickers.
        Output.clearScreen()
        do { try await show() } catch is ExitCode {}
    }
}
