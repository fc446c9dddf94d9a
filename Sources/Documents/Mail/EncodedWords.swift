import Charsets

/// Text of header fields: encoded words (RFC 2047), the language tags of RFC 2231 §5, and what programs make of both.
enum EncodedWords {
    private struct Word {
        var charset: String
        var bytes: [UInt8]
    }

    /// A field's text on one line, trimmed; nil where nothing is left.
    static func text(of value: [UInt8]) -> String? {
        let text = StreamSafeText.mended(decoded(value))
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? nil : line
    }

    /// Encoded words side by side are one text: blanks between them go, and a character may be divided between two.
    static func decoded(_ value: [UInt8]) -> String {
        var text = ""
        var pending: Word?
        var raw: [UInt8] = []
        func flushWord() {
            if let word = pending { text += MailText.decoded(word.bytes, charset: word.charset) }
            pending = nil
        }
        var place = 0
        while place < value.count {
            if value[place] == 0x3D, let (word, next) = word(at: place, in: value) {
                let isBlank = raw.allSatisfy { $0 == 0x20 || $0 == 9 || $0 == 0x0A || $0 == 0x0D }
                if pending == nil || !isBlank {
                    flushWord()
                    text += MailText.decoded(raw, charset: nil)
                } else if let before = pending, before.charset != word.charset {
                    flushWord()
                }
                raw = []
                if pending != nil { pending?.bytes += word.bytes } else { pending = word }
                place = next
            } else {
                raw.append(value[place])
                place += 1
            }
        }
        flushWord()
        return text + MailText.decoded(raw, charset: nil)
    }

    /// "=?charset*language?B?text?="; blanks in the text are forgiven.
    private static func word(at start: Int, in value: [UInt8]) -> (Word, next: Int)? {
        guard start + 1 < value.count, value[start + 1] == 0x3F else { return nil }
        guard let charsetEnd = mark(0x3F, from: start + 2, most: 64, in: value),
            charsetEnd + 2 < value.count, value[charsetEnd + 2] == 0x3F
        else { return nil }
        let charset = value[(start + 2)..<charsetEnd].prefix { $0 != 0x2A }
        guard !charset.isEmpty, charset.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        let code = Needle.lowered(value[charsetEnd + 1])
        guard code == 0x62 || code == 0x71 else { return nil }
        var end = charsetEnd + 3
        while true {
            guard let mark = mark(0x3F, from: end, most: 4_096, in: value) else { return nil }
            if mark + 1 < value.count, value[mark + 1] == 0x3D {
                // "…=?=" ends with a padding of base 64.
                end = mark
                break
            }
            guard code == 0x71 else { return nil }
            end = mark + 1
        }
        let text = value[(charsetEnd + 3)..<end]
        return (
            Word(
                charset: String(decoding: charset, as: UTF8.self).lowercased(),
                bytes: code == 0x62
                    ? Base64Code.decoded(text) : QuotedPrintable.decodedWord(text)),
            end + 2
        )
    }

    private static func mark(
        _ byte: UInt8, from start: Int, most: Int, in value: [UInt8]
    ) -> Int? {
        value[min(start, value.count)..<min(value.count, start + most)].firstIndex(of: byte)
    }
}

/// Bytes of a message as text.
enum MailText {
    /// In the character set that is stated, as far as the bytes agree; else UTF-8, else what they look like.
    static func decoded(_ bytes: [UInt8], charset: String?) -> String {
        StreamSafeText.mended(text(of: bytes, charset: charset))
    }

    private static func text(of bytes: [UInt8], charset: String?) -> String {
        if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x1B && $0 != 0x2B }) {
            return String(decoding: bytes, as: UTF8.self)
        }
        if let charset, let text = CharacterDecoder().text(of: bytes, in: charset) { return text }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return String(decoding: CharacterDecoder().decode(bytes).utf8, as: UTF8.self)
    }
}
