import Foundation
import Storage

/// `briefbench beside COUNT`: whether what follows the store delays filing. The daemon beside this program files so many dropped
/// texts, in turn without and with an Atom output of a search, a hundred rules and a hook; the hook is a program that ends at once.
struct BesideBench {
    let count: Int

    private static let rounds = 3

    func run() throws {
        var times: [Bool: Double] = [:]
        for _ in 0..<Self.rounds {
            for isBeside in [false, true] {
                let seconds = try seconds(isBeside)
                print(
                    String(
                        format: "%@: %.0f articles a second", isBeside ? "with" : "without",
                        Double(count) / seconds))
                times[isBeside] = min(times[isBeside] ?? .infinity, seconds)
            }
        }
        guard let plain = times[false], let beside = times[true] else { return }
        print(String(format: "%.2f of the rate", plain / beside))
    }

    private func seconds(_ isBeside: Bool) throws -> Double {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "briefbench-\(UInt64.random(in: .min ... .max))")
        defer { try? FileManager.default.removeItem(at: root) }
        try drop(below: root)
        let configuration = root.appendingPathComponent("briefd.toml")
        try Self.configuration(isBeside).write(
            to: configuration, atomically: true, encoding: .utf8)
        let daemon = Process()
        daemon.executableURL = try Self.daemon()
        daemon.arguments = ["run", "--config", configuration.path]
        daemon.standardError = FileHandle.nullDevice
        try daemon.run()
        defer {
            daemon.terminate()
            daemon.waitUntilExit()
        }
        // From the first articles on: how long a start takes is no matter of this.
        let first = try wait(for: 1, root, daemon)
        let last = try wait(for: count, root, daemon)
        let time = (last - first).components
        return Double(time.seconds) + Double(time.attoseconds) / 1e18
    }

    private func drop(below root: URL) throws {
        let incoming = root.appendingPathComponent("state/spool/incoming")
        try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true)
        for number in 0..<count {
            let text = (0..<4).map { Samples.paragraph(number * 50 + $0 + 7) }
                .joined(separator: "\n\n")
            try Data("Article \(number)\n\n\(text)\n".utf8).write(
                to: incoming.appendingPathComponent("\(number).txt"))
        }
    }

    private static func configuration(_ isBeside: Bool) -> String {
        let paths = "[paths]\nstate = \"state\"\nruntime = \"run\"\n[spool]\nsettle = \"100ms\"\n"
        guard isBeside else { return paths }
        let rules = (0..<100).map { number in
            "[[rule]]\nwhen = \"text:word\(number) OR (harbour lantern \(number))\"\ntag = \"rule\(number)\"\n"
        }
        return paths + rules.joined()
            + "[[output]]\nkind = \"atom\"\npath = \"search.atom\"\nquery = \"harbour OR lantern\"\n"
            + "[[notify]]\non = \"filed\"\ncommand = [\"/bin/true\"]\n"
    }

    private static func daemon() throws -> URL {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: own).deletingLastPathComponent()
            .appendingPathComponent("briefd")
    }

    /// The moment at which so many articles are filed.
    private func wait(
        for count: Int, _ root: URL, _ daemon: Process
    ) throws -> ContinuousClock.Instant {
        let store = root.appendingPathComponent("state/store").path
        while daemon.isRunning {
            // The store may not be there yet.
            let total = try? StoreReader(at: store).catalogue.counts().total
            if total ?? 0 >= count { return .now }
            Thread.sleep(forTimeInterval: 0.02)
        }
        throw CocoaError(.executableLoad)
    }
}
