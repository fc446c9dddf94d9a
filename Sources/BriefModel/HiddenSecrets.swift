extension String {
    /// The text with `***` in place of what only the two ends of a request should know: the value of a parameter whose
    /// name says that it is a secret (`?token=…`, `&api_key=…`), and user and password before a host. Everything that
    /// names an address passes through here on its way to a log, a list, an event, an export or a file of the store.
    /// Linear in the length.
    public var hidingSecrets: String {
        guard utf8.contains(where: { "=@%".utf8.contains($0) }) else { return self }
        return SecretScanner(text: Array(utf8)).hidden() ?? self
    }

    /// Whether `***` stands where an address had a secret: such an address is good for nothing but to be shown.
    public var lacksSecrets: Bool {
        ["=***", "3D***", "3d***", "//***@", "***%40", "***%2540"].contains(where: contains)
    }
}

/// What the name of a parameter must be, end with, or hold as a word, for its value to be a secret.
enum SecretName {
    /// Of names without `-`, `_`, `.` and in lower case.
    private static let whole: Set<String> = [
        "key", "sig", "sid", "pass", "pw", "pwd", "jwt", "hmac", "session", "otp", "totp", "pin",
        "passcode", "hdnea", "hdnts", "hdntl",
    ]

    /// Of the parts between `-`, `_`, `.`, brackets and the capitals of camelCase.
    private static let words: Set<String> = [
        "token", "secret", "password", "passwd", "passphrase", "auth", "authorization",
        "signature", "credential", "credentials", "bearer", "apikey", "jwt", "sig", "key", "hmac",
        "pwd", "sid", "sessid", "sas", "oauth",
    ]

    /// Of names that are written as one word. `monkey` ends with "key" too, so keys are told by what they are of.
    private static let endings: [String] =
        [
            "token", "secret", "password", "passwd", "passphrase", "passwort", "signature",
            "credential", "credentials", "jwt", "sessionid", "sessid", "authcode", "accesscode",
        ]
        + [
            "api", "access", "auth", "private", "secret", "feed", "rss", "user", "signing", "share",
            "shared", "subscription", "license", "licence", "consumer", "client", "app", "member",
            "account", "session", "security", "service", "stream", "encryption", "login", "site",
            "partner", "subscriber",
        ].map { $0 + "key" }

    static func isSecret(_ name: [UInt8]) -> Bool {
        guard !name.isEmpty else { return false }
        var parts: [String] = [""]
        var wasLower = false
        for byte in name {
            let isUpper = (0x41...0x5A).contains(byte)
            let isLetter = isUpper || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
            if !isLetter || isUpper && wasLower { parts.append("") }
            if isLetter {
                parts[parts.count - 1].unicodeScalars.append(
                    Unicode.Scalar(isUpper ? byte | 0x20 : byte))
            }
            wasLower = isLetter && !isUpper
        }
        parts.removeAll(where: \.isEmpty)
        let name = parts.joined()
        if whole.contains(name) || endings.contains(where: name.hasSuffix) { return true }
        // The id of a key is no key; that of a session is one.
        return parts.last != "id" && parts.contains(where: words.contains)
    }
}

/// Copies a text and leaves secrets out.
private struct SecretScanner {
    let text: [UInt8]
    private static let mask = Array("***".utf8)
    /// A name is short: what is longer is none, and reading on would not be linear.
    private static let longestName = 64
    /// An address within the address of an address is escaped twice.
    private static let deepest = 3

    /// A byte as it is meant: itself, or what stands escaped in its place (RFC 3986 §2.1), once or more often.
    private struct Unit {
        var byte: UInt8
        /// Bytes of the text.
        var length: Int

        var isEscaped: Bool { length > 1 }
    }

    /// nil where there is nothing to hide.
    func hidden() -> String? {
        var output: [UInt8] = []
        var index = 0
        var copied = 0
        while index < text.count {
            guard "?&;#%/".utf8.contains(text[index]),
                let found = parameter(at: index) ?? userInfo(at: index)
            else {
                index += 1
                continue
            }
            output += text[copied..<found.lowerBound] + Self.mask
            copied = found.upperBound
            index = copied
        }
        return copied == 0 ? nil : String(decoding: output + text[copied...], as: UTF8.self)
    }

    /// Where the value of a secret parameter stands whose separator is at `index`.
    private func parameter(at index: Int) -> Range<Int>? {
        guard let separator = unit(at: index),
            "?&#;".utf8.contains(separator.byte)
        else { return nil }
        var name: [UInt8] = []
        var value = index + separator.length
        while name.count <= Self.longestName, let next = unit(at: value), isName(next.byte) {
            name.append(next.byte)
            value += next.length
        }
        guard let sign = unit(at: value), sign.byte == UInt8(ascii: "="), SecretName.isSecret(name)
        else { return nil }
        value += sign.length
        let isInPath = isOfPath(index)
        var last = value
        while let next = unit(at: last) {
            // What is escaped more often than the address that it stands in is part of the value.
            if next.isEscaped, next.length <= separator.length, "&#".utf8.contains(next.byte) {
                break
            }
            if endsValue(text[last]) || isInPath && text[last] == UInt8(ascii: "?") { break }
            last += next.length
        }
        return last > value ? value..<last : nil
    }

    /// Whether a semicolon begins a parameter of the path (RFC 3986 §3.3), and ends no reference of HTML.
    private func isOfPath(_ index: Int) -> Bool {
        guard text[index] == UInt8(ascii: ";") else { return false }
        let before = text[max(0, index - 4)..<index]
        return !before.elementsEqual("&amp".utf8) && !before.elementsEqual("&#38".utf8)
    }

    /// Where user and password stand before a host, whose `//` is at `index`.
    private func userInfo(at index: Int) -> Range<Int>? {
        guard let first = unit(at: index), first.byte == UInt8(ascii: "/"),
            let second = unit(at: index + first.length), second.byte == UInt8(ascii: "/")
        else { return nil }
        let start = index + first.length + second.length
        let isWhole = isBehindScheme(index)
        guard isWhole || index == 0 || "\"'(<>= \t\n,".utf8.contains(text[index - 1])
        else { return nil }
        var end = start
        var sign: Int?
        var hasPassword = false
        while let next = unit(at: end), !endsValue(text[end]), !"/?".utf8.contains(next.byte) {
            if next.byte == UInt8(ascii: "@") { sign = end }
            if next.byte == UInt8(ascii: ":"), sign == nil { hasPassword = true }
            end += next.length
        }
        // Without a scheme it is an address only where there is a password in it.
        return sign.flatMap { isWhole || hasPassword ? start..<$0 : nil }
    }

    private func isBehindScheme(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        if text[index - 1] == UInt8(ascii: ":") { return true }
        return (3...3 + 2 * Self.deepest).contains { length in
            guard index >= length, let unit = unit(at: index - length) else { return false }
            return unit.length == length && unit.byte == UInt8(ascii: ":")
        }
    }

    private func unit(at index: Int) -> Unit? {
        guard index < text.count else { return nil }
        guard text[index] == UInt8(ascii: "%") else { return Unit(byte: text[index], length: 1) }
        var place = index + 1
        for _ in 0..<Self.deepest {
            guard place + 1 < text.count, let byte = hex(text[place], text[place + 1]) else {
                break
            }
            if byte != UInt8(ascii: "%") { return Unit(byte: byte, length: place + 2 - index) }
            place += 2
        }
        return Unit(byte: text[index], length: 1)
    }

    private func hex(_ high: UInt8, _ low: UInt8) -> UInt8? {
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
            default: nil
            }
        }
        guard let high = digit(high), let low = digit(low) else { return nil }
        return high << 4 | low
    }

    private func isName(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            || "_-.[]~$".utf8.contains(byte)
    }

    private func endsValue(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || "&;#\"<>\\".utf8.contains(byte)
    }
}
