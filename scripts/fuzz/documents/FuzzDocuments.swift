import BriefModel
import Documents
import Foundation

/// libFuzzer's own main(), for a program that has one already.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What the files' names promise: FUZZ_FORMAT, for example "mail".
private let promised = ProcessInfo.processInfo.environment["FUZZ_FORMAT"]
    .flatMap(DocumentFormat.init(rawValue:))

private let unpacker = DocumentUnpacker(limits: UnpackLimits(file: 1 << 20))

/// By this name libFuzzer's own main() looks for it, which a debug build is linked with.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOne(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    if let format = unpacker.format(of: input, promised: promised) {
        _ = try? unpacker.document(in: input, as: format, name: "a")
    }
    _ = try? unpacker.parts(of: input, name: "a", promised: promised)
    return 0
}

@main
enum FuzzDocuments {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        _ = runFuzzer(&count, &arguments, fuzzOne)
    }
}
