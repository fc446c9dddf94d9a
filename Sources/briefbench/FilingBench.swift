import BriefModel
import ContentIdentity
import Foundation
import LinuxIO
import Storage

/// Durable filing (decision, original, Markdown file, catalogue) against a bare loop that writes the same two files
/// an article with the same durability: groups of 50, a sync of the file system before and after the renames.
struct FilingBench {
    private let count = 1_000
    private let group = 50

    func run() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "briefbench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: root) }
        var round = 0
        let filings = (0..<count).map { Filing(sample: $0, paragraphs: 18) }
        let times = try Pair.seconds(rounds: 3) {
            round += 1
            let path = root.appendingPathComponent("store-\(round)").path
            let store = try ArticleStore(at: path, identify: .content)
            for start in stride(from: 0, to: count, by: group) {
                _ = try store.file(Array(filings[start..<start + group]))
            }
        } floor: {
            try bareLoop(at: root.appendingPathComponent("bare-\(round)").path, filings)
        }
        Table.row(
            "filing, an article", ours: times.ours * 1000 / Double(count),
            floor: times.floor * 1000 / Double(count), unit: "ms",
            floorIs: "the same files, written bare")
    }

    private func bareLoop(at path: String, _ filings: [Filing]) throws {
        let root = try Directory(creating: path)
        for start in stride(from: 0, to: filings.count, by: group) {
            let names = (start..<start + group).flatMap { ["\($0).md", "\($0).gz"] }
            for number in start..<start + group {
                let filing = filings[number]
                try root.createFile(".\(number).md").write(Array(filing.article.markdown.utf8))
                try root.createFile(".\(number).gz").write(filing.original)
            }
            try root.syncFileSystem()
            for name in names { try root.rename("." + name, to: name) }
            try root.syncFileSystem()
        }
    }
}
