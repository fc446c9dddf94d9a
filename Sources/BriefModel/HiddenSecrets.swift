extension String {
    /// The text with `***` in place of what only the two ends of a request should know: the value of a parameter whose
    /// name says that it is a secret (`?token=…`, `&api_key=…`), and user and password before a host. Everything that
    /// names an address passes through here on its way to a log, a list, an event, an export or a file of the store.
    /// Linear in the length.
    public var hidingSecrets: String {
        guard utf8.contains(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "@") }) else {
            return self
        }
        return SecretScanner(text: Array(utf8)).hidden() ?? self
    }

    /// Whether `***` stands where an address had a secret: such an address is good for nothing but to be shown.
    public var lacksSecrets: Bool {
        contains("=***") || contains("%3D***") || contains("//***@")
    }
}

/// What the name of a parameter must be, or hold as a word, for its value to be a secret.
enum SecretName {
    /// Of names without `-`, `_`, `.` and in lower case.
    private static let whole: Set<String> = [
        "key", "sig", "sid", "pass", "pwd", "jwt", "hmac", "session", "sessionid", "apikey",
        "authkey", "accesskey", "feedkey", "rsskey", "userkey", "privatekey", "secretkey", "otp",
        "accesstoken", "authtoken", "feedtoken", "rsstoken", "privatetoken", "usertoken", "pin",
        "passcode", "signingkey", "sharekey", "sharedkey", "subscriptionkey", "licensekey",
    ]

    /// Of the parts between `-`, `_`, `.`, brackets and the capitals of camelCase.
    private static let words: Set<String> = [
        "token", "secret", "password", "passwd", "passphrase", "auth", "authorization",
        "signature", "credential", "credentials", "bearer", "apikey", "jwt", "sig", "key", "hmac",
        "pwd",
    ]

    static func isSecret(_ name: ArraySlice<UInt8>) -> Bool {
        guard !name.isEmpty, name.count <= 64 else { return false }
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
        return whole.contains(parts.joined())
            || parts.contains { words.contains($0) && !parts.contains("id") }
    }
}

/// Copies a text and leaves secrets out.
private struct SecretScanner {
    let text: [UInt8]
    private static let mask = Array("***".utf8)

    /// nil where there is nothing to hide.
    func hidden() -> String? {
        var output: [UInt8] = []
        var index = 0
        var copied = 0
        while index < text.count {
            guard let found = parameter(at: index) ?? userInfo(at: index) else {
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
        let isNested =
            escape(at: index, 0x33, "F") || escape(at: index, 0x32, "6")
            || escape(at: index, 0x32, "3")
        guard isNested || "?&;#".utf8.contains(text[index]) else { return nil }
        let start = isNested ? index + 3 : index + 1
        var end = start
        // A name is short: what is longer is none, and reading on would not be linear.
        while end < text.count, end - start <= 64, isName(text[end]) { end += 1 }
        guard end < text.count, end > start else { return nil }
        let value: Int
        if text[end] == UInt8(ascii: "=") {
            value = end + 1
        } else if escape(at: end, 0x33, "D") {
            value = end + 3
        } else {
            return nil
        }
        guard SecretName.isSecret(text[start..<end]) else { return nil }
        var last = value
        while last < text.count, !endsValue(text[last]),
            !(isNested && (escape(at: last, 0x32, "6") || escape(at: last, 0x32, "3")))
        {
            last += 1
        }
        return last > value ? value..<last : nil
    }

    /// Where user and password stand before a host, whose `//` is at `index`.
    private func userInfo(at index: Int) -> Range<Int>? {
        guard index + 2 < text.count, text[index] == UInt8(ascii: "/"),
            text[index + 1] == UInt8(ascii: "/"), index > 0, text[index - 1] == UInt8(ascii: ":")
        else { return nil }
        var end = index + 2
        var sign: Int?
        while end < text.count, !endsValue(text[end]), !"/?".utf8.contains(text[end]) {
            if text[end] == UInt8(ascii: "@") { sign = end }
            end += 1
        }
        return sign.map { index + 2..<$0 }
    }

    /// Whether "%26" or its like stands there.
    private func escape(at index: Int, _ first: UInt8, _ second: Unicode.Scalar) -> Bool {
        guard index + 2 < text.count, text[index] == UInt8(ascii: "%") else { return false }
        return text[index + 1] == first
            && (text[index + 2] | 0x20) == UInt8(ascii: second) | 0x20
    }

    private func isName(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            || "_-.[]~$".utf8.contains(byte)
    }

    private func endsValue(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || "&;#\"<>\\".utf8.contains(byte)
    }
}
