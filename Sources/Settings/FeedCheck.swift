import BriefModel
import FoundationEssentials

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
        address(feed.url) + headers(feed.headers) + credential(feed.credential)
            + certificates(feed.caFile)
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
                key: "headers", what: "\"\(name)\" is no header",
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
                    key: "ca_file", what: "\(path) is not absolute", next: "begin it with /")
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
