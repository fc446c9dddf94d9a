/// The files within an office document or a book, by their names.
protocol PackedFiles {
    /// What a file holds; nil where there is none of this name.
    func bytes(of name: String) throws(DocumentsError) -> [UInt8]?
    func has(_ name: String) -> Bool
}

extension PackedFiles {
    /// A file of XML; nil where there is none of this name.
    func xml(_ name: String, _ spaces: XMLPart.Spaces) throws(DocumentsError) -> XMLPart? {
        guard let bytes = try bytes(of: name) else { return nil }
        return try XMLPart(bytes, spaces)
    }
}

/// Names of files within a package, and references between them.
enum PackedName {
    /// What a reference in a file of that folder points to: percent signs resolved, without "." and "..", and nothing
    /// above the package's root.
    static func resolved(_ reference: String, in folder: String) -> String {
        let bare = reference.prefix { $0 != "#" && $0 != "?" }
        var parts: [Substring] = bare.hasPrefix("/") ? [] : folder.split(separator: "/")
        let plain = String(decoding: PercentCode.decoded(bare.utf8), as: UTF8.self)
        for part in plain.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    /// The folder that a file lies in, without a slash at its end.
    static func folder(of name: String) -> String {
        name.split(separator: "/").dropLast().joined(separator: "/")
    }
}
