/// The forms of the texts that the interface takes. Whoever reads such a text takes what fits, and nothing else: tests hold the
/// two together.
extension Schema {
    private static let onward = "The `next` of the page before."
    /// To base 36; what passes 64 bits counts as their greatest or least.
    private static let number = "-?[0-9a-z]{1,13}"

    /// Of the list of feeds.
    public static let feedCursor = Schema.text(onward, like: #"[0-4]\.[^.]+\.[\s\S]+"#)
    /// Of lists of articles, those filed last first.
    public static let filedCursor = Schema.text(onward, like: #"\#(number)\.\#(number)"#)
    /// Of the list of articles; each belongs to the order that it was given for.
    public static let articleCursor = Schema.text(
        onward + " Each goes with its order.",
        like: #"(?:p\.)?\#(number)\.\#(number)|r\.\#(number)|\#(following)"#)
    /// Of the list of errors.
    public static let errorCursor = Schema.text(onward, like: "[0-9]{1,18}")

    private static let following = #"0|c\#(number)\.[0-9a-fA-F]{0,64}"#

    /// A moment (RFC 3339) or a day, which begins at midnight UTC.
    public static func moment(_ note: String) -> Schema {
        .either([.time(), .text(format: "date")], note)
    }

    /// A moment, a day, or where a reader that follows goes on.
    public static func momentOrPlace(_ note: String) -> Schema {
        .either([.time(), .text(format: "date"), .text(like: following)], note)
    }

    /// Some of a few words, with commas between them.
    public static func choices(_ words: [String], _ note: String = "") -> Schema {
        let one = "(?:" + words.joined(separator: "|") + ")"
        return .text(note, like: "\(one)(?:,\(one))*")
    }

    /// The address of a feed: no user name or password, a host (RFC 3986 §3.2.2; letters of other alphabets as they are, where
    /// IDNA knows them), and whatever may follow. What else may be wrong with one is told by a 400.
    public static func feedAddress(_ note: String) -> Schema {
        let name =
            #"(?:[A-Za-z0-9._~!$&'()*+,;=-]|[^\u0000-\u009f\ufffe\uffff]|%(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]))+"#
        let host = #"(?:\[[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*\]|\#(name))(?::[0-9]*)?"#
        let rest = #"(?:[\/?#][^\u0000-\u0020\u007f\ufffe\uffff]*)?"#
        return .text(note, like: #"[hH][tT][tT][pP][sS]?:\/\/\#(host)\#(rest)"#).with {
            $0.longest = 8192
        }
    }

    /// A name or a tag, on one line.
    public static func line(_ note: String = "") -> Schema {
        .text(
            note,
            like:
                #"[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]*"#
        )
        .with { $0.longest = 1000 }
    }

    /// A regular expression. Whether it is one is told by a 400.
    public static let expression = Schema.text(
        like: #"[^\u0000-\u001f\u2028\u2029\ufffe\uffff]*"#
    ).with { $0.format = "regex" }

    /// A duration as the configuration has it: a number and a unit, once or several times.
    public static let duration = Schema.text(
        "\"90s\", \"15m\", \"1h30m\"; a hundred years at most.",
        like: "(?:[0-9]{1,9}(?:ms|s|m|h|d|w))+")

    /// Fields of a request's head (RFC 9110 §5.1, §5.5).
    public static func headers(_ note: String) -> Schema {
        let value = Schema.text(like: #"[^\u0000-\u0008\u000a-\u001f\u007f-\u009f\ufffe\uffff]*"#)
        return Schema(.map(value), note).with {
            $0.pattern = "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"
        }
    }

    /// The name of a systemd credential.
    public static func credentialName(_ note: String) -> Schema {
        .text(note, like: #"(?!\.{1,2}$)[!-.0-9;-~]+"#)
    }

    /// The absolute path of a file.
    public static func path(_ note: String) -> Schema {
        .text(note, like: #"\/[^\u0000-\u001f\ufffe\uffff]*"#)
    }
}
