import Foundation

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
        let house = try HouseRun(Self.settings(isBeside))
        try drop(into: house.spool.appendingPathComponent("incoming"))
        try house.start()
        // From the first articles on: how long a start takes is no matter of this.
        let first = try house.wait(for: 1)
        return (try house.wait(for: count) - first).inSeconds
    }

    private func drop(into incoming: URL) throws {
        for number in 0..<count {
            let text = (0..<4).map { Samples.paragraph(number * 50 + $0 + 7) }
                .joined(separator: "\n\n")
            try Data("Article \(number)\n\n\(text)\n".utf8).write(
                to: incoming.appendingPathComponent("\(number).txt"))
        }
    }

    private static func settings(_ isBeside: Bool) -> String {
        let spool = "[spool]\nsettle = \"100ms\"\n"
        guard isBeside else { return spool }
        let rules = (0..<100).map { number in
            "[[rule]]\nwhen = \"text:word\(number) OR (harbour lantern \(number))\"\ntag = \"rule\(number)\"\n"
        }
        return spool + rules.joined()
            + "[[output]]\nkind = \"atom\"\npath = \"search.atom\"\nquery = \"harbour OR lantern\"\n"
            + "[[notify]]\non = \"filed\"\ncommand = [\"/bin/true\"]\n"
    }
}
