import BriefModel
import FeedParsing

/// libFuzzer's own main(), for a program that has one already.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private let types = [
    nil, "application/rss+xml", "text/xml; charset=iso-8859-1", "application/json",
]

@main
enum FuzzFeeds {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        _ = runFuzzer(&count, &arguments) { bytes, count in
            // The length says which media type the bytes are said to have: feeds as they are make a corpus.
            let input = Array(UnsafeBufferPointer(start: bytes, count: count))
            _ = try? FeedParser().parse(
                FeedRequest(
                    bytes: input, contentType: types[count % types.count],
                    url: "https://example.org/feed"))
            return 0
        }
    }
}
