/// Tells scripts that carry what a page says from those that only run: the text of the others is not kept.
enum ScriptText {
    /// So many bytes of a script are looked at.
    static let prefixLength = 120

    /// JSON of any kind, formulas (`math/tex`, MathJax 1 and 2), data of frameworks (`text/hydrate`) and markup that a script shows later
    /// (`text/template`).
    static func isData(type: some Collection<UInt8>) -> Bool {
        var rest = type.map(\.lowered)[...]
        if rest.starts(with: "math/".utf8) { return true }
        if rest.elementsEqual("text/hydrate".utf8) || rest.elementsEqual("text/template".utf8) {
            return true
        }
        while let next = rest.firstIndex(of: 0x6A) {
            rest = rest[next...]
            if rest.starts(with: "json".utf8) { return true }
            rest.removeFirst()
        }
        return false
    }

    /// Whether a script begins with the assignment of a value: `window.__INITIAL_STATE__ = {`,
    /// `var article = [`, `window.__NUXT__=(function(`, `window.x = JSON.parse("`.
    static func isState(_ prefix: [UInt8]) -> Bool {
        var index = 0
        while index < prefix.count, isNamePart(prefix[index]) { index += 1 }
        guard index > 0, index < prefix.count, prefix[index] == 0x3D else { return false }
        index += 1
        while index < prefix.count, prefix[index] <= 0x20 { index += 1 }
        let value = prefix[index...]
        if value.starts(with: "{\"".utf8) || value.starts(with: "[".utf8) { return true }
        if value.first == 0x7B {
            return value.dropFirst().first { $0 > 0x20 } == 0x22
        }
        return value.starts(with: "JSON.parse(".utf8) || value.starts(with: "(function(".utf8)
    }

    /// Names, white space, dots, and brackets with quotes.
    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x2E, 0x5B, 0x5D, 0x22, 0x27,
            0x09, 0x0A, 0x0D, 0x20:
            true
        default: false
        }
    }
}
