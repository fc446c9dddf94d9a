/// A page as the clipboard of Windows holds it: lines of places ("StartHTML:0000000105") stand above it, and the address that it was
/// copied from ("HTML Clipboard Format", Win32).
enum ClipboardFragment {
    private static let window = 1_024

    /// The page below these lines, and the address; nil where none stand there.
    static func taken(from utf8: [UInt8]) -> (page: [UInt8], address: String?)? {
        guard utf8.starts(with: "Version:".utf8),
            let start = utf8.prefix(window).firstIndex(of: UInt8(ascii: "<"))
        else { return nil }
        let head = String(decoding: utf8[..<start], as: UTF8.self)
        guard head.holds("StartHTML:"), head.holds("EndFragment:") else { return nil }
        let address = head.split(whereSeparator: \.isNewline)
            .first { $0.hasPrefix("SourceURL:http") }
            .map { String($0.dropFirst("SourceURL:".utf8.count)) }
        return (Array(utf8[start...]), address)
    }
}
