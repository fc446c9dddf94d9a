import Foundation
import LinuxIO
import Storage

/// `briefbench spool COUNT`: from the spool to the store, through a running daemon with everything on, against a bare loop
/// that writes the same files: groups of 50, a sync of the file system before and after the renames.
///
/// The dropped texts have 8 KB each; the time runs from the first rename into incoming/ until all are filed and none lies in
/// the spool any more.
struct SpoolBench {
    let count: Int

    private static let group = 50
    private static let settings = """
        [spool]
        settle = "10ms"
        [store]
        proof = true
        [[output]]
        kind = "atom"
        path = "search.atom"
        query = "harbour OR lantern"

        """

    /// What is written is deleted after the last round only: ext4 gives no inode anew for minutes after its deletion, and
    /// looks past each such one, so that a round would pay for what the one before it left behind.
    func run(rounds: Int = 5) throws {
        var houses: [HouseRun] = []
        let floors = ScratchFolder.path()
        defer { try? FileManager.default.removeItem(at: floors) }
        var files: [(path: String, bytes: [UInt8])] = []
        var tenths: [Double] = []
        let times = try Pair.medians(rounds: rounds) {
            let house = try HouseRun(Self.settings)
            houses.append(house)
            let (seconds, growth) = try seconds(house)
            house.stop()
            tenths.append(growth)
            if files.isEmpty { files = try Self.files(of: house) }
            return seconds
        } floor: {
            try bareLoop(files, in: floors.appendingPathComponent("\(houses.count)"))
        }
        Table.row(
            "spool to store, a text", ours: times.ours * 1000 / Double(count),
            floor: times.floor * 1000 / Double(count), unit: "ms",
            floorIs: "the same files, written bare")
        let growth = tenths.sorted()[tenths.count / 2]
        print(String(format: "the last tenth of %d took %.2f of the first", count, growth))
    }

    /// How long all took, and how much longer the last tenth than the first.
    private func seconds(_ house: HouseRun) throws -> (all: Double, growth: Double) {
        let staged = house.root.appendingPathComponent("staged")
        try FileManager.default.createDirectory(at: staged, withIntermediateDirectories: true)
        var lot = Lot(state: 8)
        let words = (0..<20_000).map { _ in lot.word() }
        for number in 0..<count {
            try Data(text(number, words, &lot).utf8).write(
                to: staged.appendingPathComponent("\(number).txt"))
        }
        let source = try Directory(at: staged.path)
        let incoming = try Directory(at: house.spool.appendingPathComponent("incoming").path)
        try house.start()
        _ = try house.waitForReadiness()
        // What others left unwritten is no part of it.
        try source.syncFileSystem()
        let start = ContinuousClock.now
        for number in 0..<count {
            let name = FileName("\(number).txt")
            try source.rename(name, into: incoming, as: name)
        }
        let first = try house.wait(for: count / 10)
        let ninth = try house.wait(for: count - count / 10)
        let last = try house.wait(for: count)
        let end = try house.waitForEmptySpool()
        return (
            (end - start).inSeconds, (last - ninth).inSeconds / max((first - start).inSeconds, 1e-9)
        )
    }

    /// Eight kilobytes of words of which few are frequent, as in any language.
    private func text(_ number: Int, _ words: [String], _ lot: inout Lot) -> String {
        var text = "Report \(number) of the series\n\n"
        var line = 0
        while text.utf8.count < 8_192 {
            line += 1
            text += words[lot.rank(of: words.count)]
            text += line % 70 == 0 ? ".\n\n" : line % 14 == 0 ? ", " : " "
        }
        return text + ".\n"
    }

    /// What the daemon wrote for them.
    private static func files(of house: HouseRun) throws -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        for folder in ["articles", "originals"] {
            let below = house.store.appendingPathComponent(folder)
            for name in try FileManager.default.subpathsOfDirectory(atPath: below.path).sorted()
            where name.contains(".") {
                let bytes = [UInt8](try Data(contentsOf: below.appendingPathComponent(name)))
                files.append((folder + "/" + name, bytes))
            }
        }
        return files
    }

    private func bareLoop(
        _ files: [(path: String, bytes: [UInt8])], in house: URL
    ) throws -> Double {
        let root = try Directory(creating: house.path)
        for file in files {
            let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
            try root.makeDirectory(FileName(folder))
        }
        try root.syncFileSystem()
        let start = ContinuousClock.now
        // An article is two files.
        for place in stride(from: 0, to: files.count, by: 2 * Self.group) {
            let some = files[place..<min(place + 2 * Self.group, files.count)]
            for file in some {
                try root.createFile(FileName(file.path + ".tmp")).write(file.bytes)
            }
            try root.syncFileSystem()
            for file in some {
                try root.rename(FileName(file.path + ".tmp"), to: FileName(file.path))
            }
            try root.syncFileSystem()
        }
        return (ContinuousClock.now - start).inSeconds
    }
}
