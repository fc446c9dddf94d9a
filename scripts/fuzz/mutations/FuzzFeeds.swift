import BriefModel
import FeedParsing
import Foundation

/// Parses mutation after mutation. A crash is the sanitizer's to report, a hang the alarm's; the last line that was
/// printed says which mutations to look at, and SEED makes them again.
@main
enum FuzzFeeds {
    private static let limit: UInt32 = 10
    private static let memoryLimit = 200 << 10

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let count = Int(arguments[1]), let seed = UInt64(arguments[3])
        else {
            print("usage: fuzz-feeds COUNT FOLDER SEED")
            exit(2)
        }
        let feeds = try samples(below: arguments[2])
        let parser = FeedParser()
        let types = [
            nil, "application/rss+xml", "text/xml; charset=iso-8859-1", "application/json",
        ]
        var read = 0
        var slowest = Duration.zero
        for number in 0..<count {
            var mutator = Mutator(seed: seed &* 1_000_003 &+ UInt64(number))
            let bytes = mutator.mutate(
                feeds[mutator.below(feeds.count)], feeds[mutator.below(feeds.count)])
            let request = FeedRequest(
                bytes: bytes, contentType: types[mutator.below(types.count)],
                url: "https://example.org/feed")
            alarm(limit)
            let began = ContinuousClock.now
            if (try? parser.parse(request)) != nil { read += 1 }
            slowest = max(slowest, .now - began)
            guard number % 10_000 == 9_999 || number == count - 1 else { continue }
            let peak = peakKilobytes()
            print(
                "\(number + 1) mutations, \(read) read, slowest \(slowest), peak \(peak / 1024) MB")
            fflush(nil)
            guard peak <= memoryLimit else { exit(1) }
        }
    }

    private static func samples(below folder: String) throws -> [[UInt8]] {
        let root = URL(fileURLWithPath: folder)
        let names = (FileManager.default.subpaths(atPath: folder) ?? []).sorted()
        return names.compactMap { name in
            let url = root.appendingPathComponent(name)
            let values = try? url.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
            guard values?.isRegularFile == true, let size = values?.fileSize,
                (1...20_480).contains(size)
            else { return nil }
            return (try? Data(contentsOf: url)).map { [UInt8]($0) }
        }
    }

    private static func peakKilobytes() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
