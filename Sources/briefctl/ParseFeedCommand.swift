import ArgumentParser
import BriefModel
import FeedParsing
import LinuxIO
import Workers

struct ParseFeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse-feed", abstract: "What a feed says, as JSON; needs no daemon.",
        discussion: """
            --batch reads paths from standard input and prints one JSON object a line. HTTP headers may lie beside \
            NAME.feed as NAME.http.

            Example: briefctl parse-feed feed.xml
            """)

    @Flag(help: "Read the feeds' paths from standard input.")
    var batch = false

    @Flag(help: "Print JSON: it does so anyway.")
    var json = false

    @Argument(help: "Files; - or none for standard input.")
    var files: [String] = []

    func run() throws {
        let reader = Readers.caged()
        if batch {
            for line in StandardInputLines() {
                let path = String(decoding: line, as: UTF8.self)
                Output.line(try report(path, reader).json())
            }
            return
        }
        var isWell = true
        for path in files.isEmpty ? ["-"] : files {
            let report = report(path, reader)
            Output.line(try report.json())
            isWell = isWell && report.ok
        }
        if !isWell { throw ExitCode(1) }
    }

    private func report(_ path: String, _ reader: CagedReader) -> FeedReport {
        do {
            let request = headers(beside: path).request(bytes: try InputFile.read(path))
            return FeedReport(path: path, feed: try reader.parseFeed(request))
        } catch let failure as Failure {
            return FeedReport(path: path, error: failure.message)
        } catch {
            return FeedReport(path: path, error: "\(error)")
        }
    }

    private func headers(beside path: String) -> FeedHTTPFile {
        guard path.hasSuffix(".feed"),
            let bytes = try? InputFile.read(String(path.dropLast(4)) + "http")
        else { return FeedHTTPFile() }
        return FeedHTTPFile.parse(String(decoding: bytes, as: UTF8.self))
    }
}
