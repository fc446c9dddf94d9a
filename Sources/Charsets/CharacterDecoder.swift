/// Turns bytes of any character set into UTF-8.
///
/// Nothing fails. In this order: a byte order mark; the declared character sets, as far as the bytes
/// agree; valid UTF-8; UTF-16 without a mark; the statistics of `CharsetDetector`; windows-1252. What
/// means nothing becomes U+FFFD; NULs are dropped. Bytes that are valid UTF-8 are not copied. The text is
/// stream-safe: see `StreamSafeText`.
public struct CharacterDecoder: Sendable {
    public init() {}

    /// - Parameter declared: labels from the transport and the document, the most trusted first.
    public func decode(_ bytes: [UInt8], declared: [String] = []) -> Decoded {
        var decoded = text(of: bytes, declared: declared)
        StreamSafeText.mend(&decoded.utf8)
        return decoded
    }

    /// The text of bytes in the character set that a label means, without a doubt about it: for a few words, of which
    /// statistics say nothing. Valid UTF-8 is taken for that where the set has one byte a character, for such labels are
    /// often wrong; nil for a label that nobody knows, and where the bytes mean nothing in that set.
    ///
    /// Labels of mail are known beside those of the web: UTF-7 (RFC 2152) and ISO-2022-KR (RFC 1557).
    public func text(of bytes: [UInt8], in label: String) -> String? {
        guard let charset = Charset(label: label) ?? Charset(mailLabel: label) else { return nil }
        if charset == .utf8 || charset.isSingleByte,
            let text = String(validating: bytes, as: UTF8.self)
        {
            return text
        }
        guard let result = Iconv(from: charset)?.decode(bytes[...]), result.replaced == 0 else {
            return nil
        }
        return String(decoding: result.utf8, as: UTF8.self)
    }

    /// Whether a label means a character set that mail has and the web has not.
    public static func isOfMail(_ label: String) -> Bool { Charset(mailLabel: label) != nil }

    private func text(of bytes: [UInt8], declared: [String]) -> Decoded {
        if let marked = decodeMarked(bytes) { return marked }
        let holdsNUL = ByteSearch.contains(0, in: bytes)
        if holdsNUL, let wide = WideText.charset(of: bytes) {
            return convert(bytes[...], from: wide)
        }
        let labels = declared.compactMap(Charset.init(label:))
        let escaped = labels.contains(.iso2022JP) || Self.holdsJapaneseEscape(bytes)
        guard let high = ByteSearch.firstHigh(in: bytes) else {
            if escaped, ByteSearch.contains(0x1B, in: bytes) {
                return convert(bytes[...], from: .iso2022JP)
            }
            if HZText.stands(in: bytes), let charset = Charset(label: "gb18030") {
                return convert(HZText.unescaped(bytes)[...], from: charset)
            }
            return Decoded(utf8: holdsNUL ? bytes.filter { $0 != 0 } : bytes)
        }
        let census = UTF8Census(bytes, from: high)
        let usable = labels.filter { !$0.isUnicode }
        if census.isValid {
            guard let other = usable.first(where: { Self.beats($0, bytes, high) }) else {
                if let once = RereadUTF8.undone(bytes, firstHigh: high) {
                    return Decoded(
                        utf8: once.filter { $0 != 0 },
                        warnings: ["the text had been read as Western and saved again; mended"])
                }
                if let mended = mended(bytes, high: high) { return mended }
                if let single = DoubledUTF8.mended(bytes, firstHigh: high) {
                    return Decoded(
                        utf8: single.filter { $0 != 0 },
                        warnings: ["characters that had been encoded to UTF-8 twice were mended"])
                }
                return Decoded(utf8: holdsNUL ? bytes.filter { $0 != 0 } : bytes)
            }
            return convert(bytes[...], from: other)
        }
        let saysUTF8 = labels.first == .utf8 || usable.isEmpty && labels.contains(.utf8)
        if census.isNearly(declared: saysUTF8) { return repaired(bytes) }
        return decodeLegacy(bytes, high: high, declared: usable)
    }

    /// Bytes that are not UTF-8: the declared set when it reads well, else what the statistics say.
    private func decodeLegacy(
        _ bytes: [UInt8], high: Int, declared: [Charset]
    ) -> Decoded {
        let detector = CharsetDetector(bytes, firstHigh: high)
        // A Western label is the default of many servers and editors: it says little.
        for charset in declared where charset != .windows1252 {
            if detector.reads(charset) { return convert(bytes[...], from: charset) }
        }
        if let found = detector.best(), declared.isEmpty || found.isSure {
            let charset = found.charset
            var decoded = convert(bytes[...], from: charset)
            if charset != .windows1252 || declared.isEmpty {
                decoded.warnings.insert(
                    "character set not declared, or wrongly: taken for \(charset.name)", at: 0)
            }
            return decoded
        }
        if let charset = declared.first { return convert(bytes[...], from: charset) }
        return convert(bytes[...], from: .windows1252)
    }

    /// UTF-8 that was made of another set's bytes by mistake.
    private func mended(_ bytes: [UInt8], high: Int) -> Decoded? {
        guard let original = Mojibake.undone(bytes, firstHigh: high),
            let first = ByteSearch.firstHigh(in: original)
        else { return nil }
        guard let found = CharsetDetector(original, firstHigh: first).best(), found.isSure,
            found.charset != .windows1252
        else { return nil }
        let charset = found.charset
        var decoded = convert(original[...], from: charset)
        decoded.warnings.insert(
            "the text was \(charset.name) that had been saved as if it were Western; mended", at: 0)
        return decoded
    }

    /// Whether a declared set is to be believed although the bytes are valid UTF-8: with a few short
    /// sequences both readings are possible, with many only UTF-8 is.
    private static func beats(_ charset: Charset, _ bytes: [UInt8], _ high: Int) -> Bool {
        guard !charset.isSingleByte, UTF8Census.holdsFewer(than: 10, bytes, from: high) else {
            return false
        }
        return CharsetDetector(bytes, firstHigh: high).reads(charset)
    }

    private func decodeMarked(_ bytes: [UInt8]) -> Decoded? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let rest = Array(bytes[3...])
            let census = UTF8Census(rest, from: 0)
            if census.isValid, !ByteSearch.contains(0, in: rest) { return Decoded(utf8: rest) }
            return repaired(rest)
        }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return convert(bytes[4...], from: .utf32LE) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return convert(bytes[4...], from: .utf32BE) }
        if bytes.starts(with: [0xFF, 0xFE]) { return convert(bytes[2...], from: .utf16LE) }
        if bytes.starts(with: [0xFE, 0xFF]) { return convert(bytes[2...], from: .utf16BE) }
        return nil
    }

    private func repaired(_ bytes: [UInt8]) -> Decoded {
        let text = String(decoding: bytes, as: UTF8.self)
        let utf8 = text.utf8.filter { $0 != 0 }
        let isLossy = !UTF8Census(bytes, from: 0).isValid
        return Decoded(
            utf8: utf8, isLossy: isLossy,
            warnings: isLossy ? ["some bytes are not valid UTF-8 and were replaced"] : [])
    }

    private func convert(_ bytes: ArraySlice<UInt8>, from charset: Charset) -> Decoded {
        guard let conversion = Iconv(from: charset) else {
            var decoded = repaired(Array(bytes))
            decoded.warnings.append(
                "the C library does not know \(charset.name); install its gconv modules")
            return decoded
        }
        let result = conversion.decode(bytes)
        let utf8 =
            ByteSearch.contains(0, in: result.utf8)
            ? result.utf8.filter { $0 != 0 } : result.utf8
        return Decoded(
            utf8: utf8, charset: charset.name, isLossy: result.replaced > 0,
            warnings: result.replaced > 0
                ? ["\(result.replaced) places are not valid \(charset.name) and were replaced"] : []
        )
    }

    /// ESC $ B or ESC $ @ in the first 64 KiB.
    private static func holdsJapaneseEscape(_ bytes: [UInt8]) -> Bool {
        guard ByteSearch.contains(0x1B, in: bytes) else { return false }
        let limit = min(bytes.count, 65_536) - 2
        var index = 0
        while index < limit {
            if bytes[index] == 0x1B, bytes[index + 1] == 0x24,
                bytes[index + 2] == 0x42 || bytes[index + 2] == 0x40
            {
                return true
            }
            index += 1
        }
        return false
    }
}
