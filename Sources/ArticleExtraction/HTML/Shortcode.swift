/// Tells the tags of a site's software that it left in the text: "[contact-form-7 id="12"]".
enum Shortcode {
    /// Whether a line is such tags and nothing else. Brackets in a text hold words: a tag has an attribute, or a name
    /// that is known.
    static func isAll(of line: String) -> Bool {
        guard line.utf8.first == 0x5B, line.utf8.last == 0x5D, line.utf8.count <= 400 else {
            return false
        }
        let tags = line.dropFirst().dropLast().split(separator: "]")
        return tags.allSatisfy { tag in
            let text = String(tag).trimmed(of: " [/")
            guard let name = text.split(separator: " ").first, name.utf8.allSatisfy(isNamePart)
            else { return false }
            let isTag =
                text.firstRange(of: "=\"") != nil || text.firstRange(of: "=”") != nil
                || text.firstRange(of: "=″") != nil
            return isTag && name.utf8.count < text.utf8.count || known.contains(String(name))
        }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }

    private static let known: Set<String> = [
        "caption", "gallery", "embed", "toc", "contact-form-7", "vc_row", "vc_column",
        "et_pb_section",
        "ads", "adsense", "social_share", "sharethis",
    ]
}
