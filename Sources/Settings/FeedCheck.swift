import BriefModel
import FoundationEssentials
import Queries

/// The one check of a subscription, through whatever door it comes: a [[feed]] table, `feed add`, or an OPML file.
public enum FeedCheck {
    /// What is wrong with a subscription.
    public struct Fault: Sendable, Equatable, Error {
        /// The key of the [[feed]] table.
        public var key: String
        public var what: String
        public var why: String?
        public var next: String
        /// The subscription is well formed, but something that it names is not there, or not yet.
        public var isAbsence = false

        /// "ca_file: /x cannot be read; name …".
        public var sentence: String {
            "\(what)\(why.map { ", for \($0)" } ?? ""); \(next)"
        }
    }

    public static func faults(of feed: FeedSubscription) -> [Fault] {
        address(feed.url) + texts(feed) + headers(feed.headers) + credential(feed.credential)
            + certificates(feed.caFile) + titles(feed.entries.skipTitles)
    }

    /// Characters of a name or a tag, as the description of the interface counts them: Unicode scalars.
    static let longest = 1000

    /// Names and tags are written to a file of XML, and stand on one line wherever they are shown.
    private static func texts(_ feed: FeedSubscription) -> [Fault] {
        let name = feed.name.map { [("name", $0)] } ?? []
        return (name + feed.tags.map { ("tags", $0) }).compactMap { key, text in
            let length = text.unicodeScalars.count
            if length > longest {
                return Fault(
                    key: key, what: "it has \(length) characters",
                    why: "a name or tag has at most \(longest)", next: "shorten it")
            }
            let isSound = text.unicodeScalars.allSatisfy { scalar in
                XMLText.isCharacter(scalar) && scalar != "\u{2028}" && scalar != "\u{2029}"
                    && scalar.value != 0x7F && !(0x80...0x9F).contains(scalar.value)
            }
            guard !isSound else { return nil }
            return Fault(
                key: key, what: "\"\(text.printable)\" holds a character that no text holds",
                why: "control characters and U+FFFE, U+FFFF cannot be kept in XML",
                next: "take it out")
        }
    }

    private static func titles(_ patterns: [String]) -> [Fault] {
        let isSound = patterns.allSatisfy { pattern in
            XMLText.isSound(pattern)
                && pattern.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && $0 != "\u{2028}" && $0 != "\u{2029}"
                }
        }
        guard isSound else {
            return [
                Fault(
                    key: "skip_titles", what: "a pattern holds a character that no text holds",
                    next: "write it as \\s or \\n, or take it out")
            ]
        }
        do {
            _ = try TitlePatterns(patterns)
            return []
        } catch {
            return [
                Fault(
                    key: "skip_titles", what: "/\(error.pattern.printable)/: \(error.what)",
                    next: error.next)
            ]
        }
    }

    private static func address(_ url: String) -> [Fault] {
        do {
            _ = try FeedAddress.normalised(url)
            return []
        } catch {
            return [Fault(key: "url", what: error.what, next: error.next)]
        }
    }

    private static func headers(_ headers: [String: String]) -> [Fault] {
        headers.sorted { $0.key < $1.key }.compactMap { name, value in
            guard !HeaderText.isName(name) || !HeaderText.isValue(value) else { return nil }
            return Fault(
                key: "headers", what: "\"\(name.printable)\" is no header",
                why: "a name holds letters, digits and hyphens, a value no control character",
                next: "mend it like { \"X-Token\" = \"value\" }")
        }
    }

    private static func credential(_ name: String?) -> [Fault] {
        guard let name else { return [] }
        let isName = name.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "/") && byte != UInt8(ascii: ":")
        }
        guard name.isEmpty || !isName || name == "." || name == ".." else { return [] }
        return [
            Fault(
                key: "credential", what: "this is not the name of a systemd credential",
                why: "the secret itself never stands in the configuration",
                next: "put the secret into LoadCredential=NAME:… of the unit and write NAME here")
        ]
    }

    private static func certificates(_ path: String?) -> [Fault] {
        guard let path else { return [] }
        guard path.hasPrefix("/") else {
            return [
                Fault(
                    key: "ca_file", what: "\(path.printable) is not absolute",
                    next: "begin it with /")
            ]
        }
        guard XMLText.isSound(path), !path.unicodeScalars.contains(where: { $0.value < 0x20 })
        else {
            return [
                Fault(
                    key: "ca_file", what: "\(path.printable) holds a control character",
                    next: "name a file of certificates in PEM form")
            ]
        }
        guard !FileManager.default.isReadableFile(atPath: path) else { return [] }
        return [
            Fault(
                key: "ca_file", what: "\(path) cannot be read",
                next: "name a file of certificates in PEM form", isAbsence: true)
        ]
    }
}
