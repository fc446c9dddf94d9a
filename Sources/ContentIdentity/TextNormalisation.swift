import Foundation

/// The form of a text in which typography makes no difference (DESIGN §4).
///
/// In this order: Unicode NFKC; U+2018-201B and U+2032 become ', U+201C-201F, U+2033, « and » become ",
/// U+2010-2015 and U+2212 become -; characters of general category Cf are dropped. (NFKC itself turns
/// U+2033 into two U+2032.) Case is kept. What is cheap is done here; only runs with a character that
/// NFKC may change or compose go through Foundation.
enum TextNormalisation {
    /// Gives each scalar of the normalised text to `take`, white space included.
    static func forEachScalar(of text: String, _ take: (Unicode.Scalar) -> Void) {
        let utf8 = text.utf8Span.span
        forEachPart(
            of: text, plain: { for index in $0 { take(Unicode.Scalar(utf8[index])) } }, other: take)
    }

    /// Gives the normalised text in parts: the places of ASCII that stays as it is, and each scalar between them.
    private static func forEachPart(
        of text: String, plain: (Range<Int>) -> Void, other: (Unicode.Scalar) -> Void
    ) {
        let utf8 = text.utf8Span.span
        var index = 0
        while index < utf8.count {
            let start = endOfPlain(utf8, from: index)
            if start > index { plain(index..<start) }
            index = start
            while index < utf8.count, !isPlain(utf8, at: index) { index += 1 }
            guard index > start else { continue }
            let low = text.utf8.index(text.startIndex, offsetBy: start)
            let high = text.utf8.index(low, offsetBy: index - start)
            forEachScalar(in: text.unicodeScalars[low..<high], other)
        }
    }

    /// Whether ASCII stands at a place that nothing behind it joins, as most of all texts is: it stays as it is, and what
    /// stands on both sides of it is normalised by itself.
    private static func isPlain(_ utf8: Span<UInt8>, at index: Int) -> Bool {
        utf8[index] < 0x80 && (index + 1 == utf8.count || utf8[index + 1] < 0x80)
    }

    private static let block = 64

    /// All bytes are looked at, so that the compiler compares many at a time; where it inlines this, it does not.
    @inline(never)
    private static func isASCII(_ utf8: Span<UInt8>) -> Bool {
        var found: UInt8 = 0
        for index in utf8.indices { found |= utf8[index] }
        return found < 0x80
    }

    private static func endOfPlain(_ utf8: Span<UInt8>, from start: Int) -> Int {
        var index = start
        // Many at a time, the one behind them included.
        while utf8.count - index > block, isASCII(utf8.extracting(index...index + block)) {
            index += block
        }
        while index < utf8.count, isPlain(utf8, at: index) { index += 1 }
        return index
    }

    private static func forEachScalar(
        in text: Substring.UnicodeScalarView, _ take: (Unicode.Scalar) -> Void
    ) {
        var run = String.UnicodeScalarView()
        var held: Unicode.Scalar?
        var marks = 0
        for scalar in text {
            if isStable(scalar.value) {
                if run.isEmpty {
                    if let held { fold(held, take) }
                } else {
                    flush(&run, take)
                }
                held = scalar
                marks = 0
                continue
            }
            if let first = held {
                run.append(first)
                held = nil
            }
            run.append(scalar)
            // Ordering thousands of marks on one letter takes quadratic time, and no text has them.
            marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
            if marks > 256 {
                flush(&run, take)
                marks = 0
            }
        }
        if !run.isEmpty { flush(&run, take) }
        if let held { fold(held, take) }
    }

    /// UTF-8 of the normalised text without white space: what is hashed. nil without a letter or digit.
    static func hashForm(of text: String) -> [UInt8]? {
        let utf8 = text.utf8Span.span
        var form: [UInt8] = []
        form.reserveCapacity(utf8.count)
        var hasWords = false
        forEachPart(of: text) { place in
            form.append(addingCapacity: place.count) { out in
                for index in place where !isSpace(Unicode.Scalar(utf8[index])) {
                    out.append(utf8[index])
                }
            }
            if !hasWords {
                hasWords = place.contains { isLetterOrDigit(Unicode.Scalar(utf8[$0])) }
            }
        } other: { scalar in
            guard !isSpace(scalar) else { return }
            if !hasWords { hasWords = isLetterOrDigit(scalar) }
            if scalar.value < 0x80 {
                form.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if let bytes = UTF8.encode(scalar) {
                form.append(contentsOf: bytes)
            }
        }
        return hasWords ? form : nil
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D: true
        // No white space is among them; most letters are.
        case 0..<0x80, 0xA1..<0x1680, 0x3001..<0xD800: false
        default: scalar.properties.isWhitespace
        }
    }

    static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF, 0x3041...0x3096: return true
        case 0..<0x80: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    /// Normalises a run and passes it on.
    ///
    /// Foundation's own NFKC (swift-corelibs-foundation 6.3) does not compose what its decomposition made,
    /// and composes characters beyond U+FFFF as if their high bits were not there. So decomposition and
    /// composition are two calls, and a composition never crosses from the BMP to another plane.
    private static func flush(
        _ run: inout String.UnicodeScalarView, _ take: (Unicode.Scalar) -> Void
    ) {
        var part = String.UnicodeScalarView()
        var isBasic = true
        for scalar in String(run).decomposedStringWithCompatibilityMapping.unicodeScalars {
            if (scalar.value < 0x1_0000) != isBasic {
                compose(part, take)
                part = String.UnicodeScalarView()
                isBasic.toggle()
            }
            part.append(scalar)
        }
        compose(part, take)
        run = String.UnicodeScalarView()
    }

    private static func compose(
        _ part: String.UnicodeScalarView, _ take: (Unicode.Scalar) -> Void
    ) {
        guard !part.isEmpty else { return }
        for scalar in String(part).precomposedStringWithCanonicalMapping.unicodeScalars {
            fold(scalar, take)
        }
    }

    /// Passes one scalar on, as what it stands for; format characters go.
    private static func fold(_ scalar: Unicode.Scalar, _ take: (Unicode.Scalar) -> Void) {
        switch scalar.value {
        case 0..<0x80: take(scalar)
        case 0xA0, 0x3000: take(" ")
        case 0x2026: for _ in 0..<3 { take(".") }
        case 0xFF01...0xFF5E:
            take(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value &- 0xFEE0)))
        case 0x2018...0x201B, 0x2032: take("'")
        case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: take("\"")
        case 0x2010...0x2015, 0x2212: take("-")
        case 0x4E00...0x9FFF, 0x3041...0x3096, 0xAC00...0xD7A3: take(scalar)
        default:
            if scalar.properties.generalCategory != .format { take(scalar) }
        }
    }

    /// Whether NFKC leaves a scalar alone and never joins it to the one before (UAX #15, NFKC_QC=Yes and
    /// combining class 0), or makes ASCII of it, as `fold` does. Not all such scalars: the blocks that most text is made
    /// of, and the signs of Chinese and Japanese, of which every line has some.
    private static func isStable(_ value: UInt32) -> Bool {
        switch value {
        case 0...0xA0, 0x2026, 0x3000, 0xFF01...0xFF5E: true
        case 0xA1...0xA7, 0xA9, 0xAB...0xAE, 0xB0, 0xB1, 0xB6, 0xB7, 0xBB, 0xBF...0xFF: true
        case 0x100...0x131, 0x134...0x13E, 0x141...0x148, 0x14A...0x17E, 0x180...0x1C3,
            0x1CD...0x1F0, 0x1F4...0x2AF:
            true
        case 0x386, 0x388...0x38A, 0x38C, 0x38E...0x3A1, 0x3A3...0x3CE: true
        case 0x400...0x482, 0x48A...0x52F: true
        case 0x5D0...0x5EA, 0x621...0x64A, 0x660...0x669, 0x66E...0x66F: true
        case 0xE01...0xE30, 0xE40...0xE46: true
        case 0x1E00...0x1E99, 0x1EA0...0x1EF9: true
        case 0x2010, 0x2012...0x2016, 0x2018...0x2023, 0x2030...0x2032, 0x2039...0x203B: true
        case 0x20AC, 0x2190...0x21FF, 0x2212, 0x25A0...0x25FF: true
        case 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE: true
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
        default: false
        }
    }
}
