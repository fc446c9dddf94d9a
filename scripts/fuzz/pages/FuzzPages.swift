import ArticleExtraction
import BriefModel
import Foundation

/// libFuzzer's own main(), for a program that has one already.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private let arrival = Date(timeIntervalSince1970: 1_790_000_000)
private let extractor = ArticleExtractor()

@main
enum FuzzPages {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        _ = runFuzzer(&count, &arguments) { bytes, count in
            let input = Array(UnsafeBufferPointer(start: bytes, count: count))
            _ = try? extractor.extract(
                ExtractionRequest(
                    bytes: input, type: .html, url: "https://example.org/a", arrival: arrival))
            return 0
        }
    }
}
