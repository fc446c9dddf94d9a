import BriefModel
import ContentIdentity
import Foundation
import Storage

/// `briefbench proof COUNT`: what the log of evidence costs a filing, in groups and one by one, how large it grows, and how
/// long it takes to verify a store by it.
struct ProofBench {
    let count: Int

    func run() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "briefbench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: root) }
        for group in [50, 1] {
            let number = group == 1 ? min(count, 200) : count
            var times: [Bool: Double] = [:]
            for isKept in [false, true, false, true] {
                let path = root.appendingPathComponent("store-\(group)-\(isKept)").path
                try? FileManager.default.removeItem(atPath: path)
                let store = try ArticleStore(
                    at: path, identify: .content, keepsProof: isKept)
                let filings = (0..<number).map { Filing(sample: $0, paragraphs: 4) }
                let seconds = try Self.seconds {
                    for place in stride(from: 0, to: number, by: group) {
                        _ = try store.file(Array(filings[place..<min(place + group, number)]))
                    }
                }
                times[isKept] = min(times[isKept] ?? .infinity, seconds)
            }
            let each = [times[false] ?? 0, times[true] ?? 0].map { $0 * 1_000 / Double(number) }
            print(
                String(
                    format:
                        "filing in groups of %d, ms an article: %.2f without, %.2f with the log; %.2f of the rate",
                    group, each[0], each[1], each[0] / each[1]))
        }
        let path = root.appendingPathComponent("store-50-true").path
        var found: ProofReport?
        let seconds = try Self.seconds { found = try StoreProof(at: path).verify() }
        guard let report = found else { return }
        let size = try FileManager.default.attributesOfItem(atPath: path + "/proof/log")[.size]
        print(
            "\(report.entries) entries, \(size ?? 0) bytes; verified in \(String(format: "%.2f", seconds)) s: "
                + (report.isSound ? "sound" : "NOT SOUND"))
        try alter(path)
    }

    /// Alters one byte in each of many files, and says how many of them are named.
    private func alter(_ path: String) throws {
        let store = URL(fileURLWithPath: path)
        var files: [URL] = []
        for folder in ["articles", "superseded", "originals", "sightings"] {
            let below = store.appendingPathComponent(folder)
            for name in try FileManager.default.subpathsOfDirectory(atPath: below.path)
            where name.contains(".") {
                files.append(below.appendingPathComponent(name))
            }
        }
        let some = files.shuffled().prefix(900)
        for file in some {
            var bytes = try Data(contentsOf: file)
            let place = Int.random(in: bytes.indices)
            bytes[place] ^= UInt8.random(in: 1...255)
            try bytes.write(to: file)
        }
        let findings = try StoreProof(at: path).verify().files.findings
        let named = Set(findings.map { path + "/" + $0.path })
        print(
            "one byte altered in each of \(some.count) of \(files.count) files: \(some.count { named.contains($0.path) }) named, \(named.count - some.count { named.contains($0.path) }) others"
        )
    }

    private static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try body()
        let time = (ContinuousClock.now - start).components
        return Double(time.seconds) + Double(time.attoseconds) / 1e18
    }
}
