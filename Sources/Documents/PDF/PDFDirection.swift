/// Puts what is drawn from left to right into the order in which right-to-left script is read.
enum PDFDirection {
    /// Words of one line, given from left to right. Numbers and Latin words among the others keep their order.
    static func ordered(_ words: [PDFWord]) -> [PDFWord] {
        var result: [PDFWord] = []
        var latin: [PDFWord] = []
        for word in words.reversed() {
            if isLeftToRight(word.text) {
                latin.append(word)
            } else {
                result += latin.reversed()
                latin = []
                var turned = word
                turned.text = reversed(word.text)
                result.append(turned)
            }
        }
        return result + latin.reversed()
    }

    private static func isLeftToRight(_ text: String) -> Bool {
        var hasLetter = false
        for scalar in text.unicodeScalars {
            if PDFCharacters.isRightToLeft(scalar) { return false }
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                hasLetter = true
            }
        }
        return hasLetter
    }

    /// Letters in the order of reading; runs of digits and Latin letters stay, brackets change sides.
    private static func reversed(_ text: String) -> String {
        var result = ""
        var run: [Character] = []
        for character in text.reversed() {
            if isWestern(character) || !run.isEmpty && ".,:/-".contains(character) {
                run.append(character)
                continue
            }
            flush(&run, to: &result)
            result.append(mirrored[character] ?? character)
        }
        flush(&run, to: &result)
        return result
    }

    private static func flush(_ run: inout [Character], to result: inout String) {
        // A sign at the run's end belongs to what is around it.
        var tail: [Character] = []
        while let last = run.last, !isWestern(last) {
            tail.append(last)
            run.removeLast()
        }
        result += String(run.reversed()) + String(tail.reversed())
        run = []
    }

    private static func isWestern(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
            || character.unicodeScalars.allSatisfy { (0x660...0x669).contains($0.value) }
    }

    private static let mirrored: [Character: Character] = [
        "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "«": "»", "»": "«", "<": ">",
        ">": "<",
    ]
}
