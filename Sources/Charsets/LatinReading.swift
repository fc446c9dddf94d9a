/// How well text reads that was decoded as one of the sets for Latin letters: its letters beyond ASCII are those of one
/// language, and they and the signs stand where such stand.
struct LatinReading {
    private var letters: [UInt32: Int] = [:]
    private var fitting = 0.0
    private var faults = 0.0
    /// Characters beyond ASCII that say something: marks that all sets share do not.
    private(set) var characters = 0

    init(_ utf8: [UInt8]) {
        let text = String(decoding: utf8, as: UTF8.self)
        let scalars = text.unicodeScalars
        let bytes = text.utf8Span.span
        var place = 0
        while place < bytes.count {
            // Most of it is ASCII, of which nothing is said.
            guard bytes[place] > 0x7F else {
                place += 1
                continue
            }
            let index = text.utf8.index(text.startIndex, offsetBy: place)
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            add(
                scalar, place == 0 ? " " : scalars[scalars.index(before: index)],
                next == scalars.endIndex ? " " : scalars[next])
            place += UTF8.width(scalar)
        }
    }

    /// 1 where all of it is as that language writes, less for what no language writes.
    func fit(_ language: LatinLanguage, of languages: [LatinLanguage]) -> Double {
        guard characters > 0 else { return 0 }
        var sum = fitting - faults
        for (letter, count) in letters {
            let isKnown =
                language.letters.contains(letter)
                || languages.contains { $0.letters.contains(letter) }
            let points = language.letters.contains(letter) ? 1 : isKnown ? 0.7 : -0.3
            sum += points * Double(count)
        }
        return sum / Double(characters)
    }

    private mutating func add(
        _ scalar: Unicode.Scalar, _ previous: Unicode.Scalar, _ next: Unicode.Scalar
    ) {
        let before = previous.properties.isAlphabetic
        let after = next.properties.isAlphabetic
        switch scalar.value {
        case 0x80...0x9F, 0xFFFD, 0xE000...0xF8FF: fault(2)
        case 0xA0, 0xAD, 0x2122, 0xA9, 0xAE, 0x2026, 0x2022, 0x2013, 0x2014: return
        case 0xB7 where before && after: letters[0xB7, default: 0] += 1
        case 0x2019, 0x2018, 0xB4, 0xB7: return
        case 0x201A...0x201E, 0xAB, 0xBB, 0x2039, 0x203A:
            if before, after { fault(1) }
        case 0xA1, 0xBF:
            if before { fault(1) } else { letters[scalar.value, default: 0] += 1 }
            characters += before ? 0 : 1
        case 0xAA, 0xBA:
            if after { fault(1) }
        case 0xA2, 0xA3, 0xA5, 0x20AC: readCurrency(previous, next)
        case 0xA4: fault(1)
        case 0xB5:
            // The sign of a millionth stands before a unit.
            if before { return fault(1) }
            fitting += after ? 1 : 0
            characters += after ? 1 : 0
        case _ where scalar.properties.isAlphabetic: readLetter(scalar, previous, next)
        default:
            // Signs stand behind numbers and words, or between them.
            if after { fault(1) }
        }
    }

    private mutating func readCurrency(_ previous: Unicode.Scalar, _ next: Unicode.Scalar) {
        let isNumber = { (scalar: Unicode.Scalar) in scalar.properties.numericType != nil }
        if isNumber(next) || isNumber(previous) {
            fitting += 1
            characters += 1
        } else if next.properties.isAlphabetic || previous.properties.isAlphabetic {
            fault(0.5)
        }
    }

    private mutating func readLetter(
        _ scalar: Unicode.Scalar, _ previous: Unicode.Scalar, _ next: Unicode.Scalar
    ) {
        let isInWord = previous.properties.isAlphabetic || next.properties.isAlphabetic
        if isInWord {
            if scalar.properties.isUppercase, previous.properties.isLowercase { return fault(1) }
        } else if (0x30...0x39).contains(next.value) || (0x30...0x39).contains(previous.value) {
            return fault(1)
        } else if !Self.alone.contains(scalar.value) {
            return fault(0.5)
        }
        letters[scalar.value, default: 0] += 1
        characters += 1
    }

    private mutating func fault(_ points: Double) {
        faults += points
        characters += 1
    }

    /// Letters that are words.
    private static let alone = Set("àáäåâèéêíìòóöøúùýžÀÁÅÈÉÍÒÓÖØÚÙÝŽ".unicodeScalars.map(\.value))
}
