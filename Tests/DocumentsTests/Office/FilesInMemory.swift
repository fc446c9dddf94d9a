import BriefModel

@testable import Documents

/// A package as a table of its files.
struct FilesInMemory: PackedFiles {
    var files: [String: String]

    func bytes(of name: String) throws(DocumentsError) -> [UInt8]? {
        files[name].map { Array($0.utf8) }
    }

    func has(_ name: String) -> Bool { files[name] != nil }
}

extension PackedDocument {
    /// The HTML between the tags of its body.
    var body: String {
        let html = String(decoding: bytes, as: UTF8.self)
        let start = html.firstRange(of: "<body>")?.upperBound ?? html.startIndex
        let end = html.firstRange(of: "</body>")?.lowerBound ?? html.endIndex
        return html[start..<end].split(separator: "\n").joined()
    }
}
