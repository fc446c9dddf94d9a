import Testing

@testable import ArticleExtraction

/// Texts copied out of the source of a mail.
@Suite struct TransferLeftoversTests {
    private let lines = [
        "Die Fähre fährt wieder, „nach neun Wochen“, sagte der Schiffer, und sie fährt öfter als",
        "zuvor: jede halbe Stunde, außer sonntags, für 3,90 €.",
    ]
    private var text: String { lines.joined(separator: " ") + "\n" }

    private func escaped(_ text: String) -> String {
        var result = ""
        var column = 0
        for byte in text.utf8 {
            let isPlain = byte < 0x80 && byte != 0x3D
            let piece =
                isPlain
                ? String(decoding: [byte], as: UTF8.self)
                : "=" + String(byte, radix: 16, uppercase: true)
            if column + piece.count > 75, byte != 0x0A {
                result += "=\n"
                column = 0
            }
            result += piece
            column = byte == 0x0A ? 0 : column + piece.count
        }
        return result
    }

    @Test func `have their letters and lines again`() {
        #expect(TransferLeftovers.undone(escaped(text)) == text)
        let carriage = escaped(text).replacing("\n", with: "\r\n")
        #expect(TransferLeftovers.undone(carriage) == text.replacing("\n", with: "\r\n"))
    }

    @Test func `have lost the head of their part`() {
        let head =
            "Content-Type: text/plain;\n charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        #expect(TransferLeftovers.undone(head + escaped(text)) == text)
        #expect(TransferLeftovers.undone("--00ab\n" + head + escaped(text)) == text)
        #expect(TransferLeftovers.undone(head + "A word.\n\nAnother.\n") == "A word.\n\nAnother.\n")
        #expect(TransferLeftovers.undone("Content-wise it is poor.\n\nA word.\n") == nil)
    }

    @Test func `have their lines again where only these were broken`() {
        let long = String(repeating: "Über die Brücke gehen öfter Leute. ", count: 9)
        var broken = ""
        for (index, character) in long.enumerated() {
            if index > 0, index % 70 == 0 { broken += "=\n" }
            broken.append(character)
        }
        #expect(TransferLeftovers.undone(broken) == long)
    }

    @Test(arguments: [
        "a = b\nc = d\ne = f\n", "https://paper.example/?a=BC&b=DE&c=12&d=x",
        "Title\n=====\nText\n",
        "x=AD and y=12 and z=FF, w=C3", "no signs at all", "",
    ])
    func `are told from texts that use the sign`(text: String) {
        #expect(TransferLeftovers.undone(text) == nil)
    }
}
