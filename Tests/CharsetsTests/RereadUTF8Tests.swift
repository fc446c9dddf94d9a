import Testing

@testable import Charsets

/// Texts that were decoded as windows-1252 though they were UTF-8, and saved again.
@Suite struct RereadUTF8Tests {
    /// As editors read the bytes; those that are none of the set become controls, or are lost.
    private func reread(_ text: String, losing: Bool = false) -> [UInt8] {
        var result = String.UnicodeScalarView()
        let set: [UInt8: Unicode.Scalar] = [
            0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ",
            0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“",
            0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›",
            0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
        ]
        for byte in text.utf8 {
            if let scalar = set[byte] {
                result.append(scalar)
            } else if byte < 0x80 || byte >= 0xA0 || !losing {
                result.append(Unicode.Scalar(byte))
            }
        }
        return Array(String(result).utf8)
    }

    private func read(_ bytes: [UInt8]) -> String {
        String(decoding: CharacterDecoder().decode(bytes).utf8, as: UTF8.self)
    }

    @Test(arguments: [
        "Die Fähre über den Fluß fährt wieder, „öfter als früher“, für 3 €.",
        "La traversée a été rétablie après l’été – « à l’heure », dit-il, déjà deux fois.",
        "Паром снова ходит через реку, и билет стоит столько же, сколько весной.",
        "渡船又开了，票价和春天一样，船夫说每半小时一班。", "フェリーは再び川を渡り、料金は春と同じだ。",
        "العبّارة تعبر النهر من جديد، والتذكرة بسعر الربيع.",
        "Prom znów pływa, żółta łódź też już się znalazła.",
    ])
    func `are what they were`(text: String) {
        #expect(read(reread(text)) == text)
    }

    @Test func `have the quotation mark again whose last byte was lost`() {
        let text = "“No,” she said. “It’s the ferry’s whistle,” and – of course – “it’s late.”"
        #expect(read(reread(text, losing: true)) == text)
    }

    @Test(arguments: [
        "Die Fähre über den Fluß fährt wieder, „öfter als früher“, für 3 €.",
        "SÃO PAULO – A TRAVESSIA NÃO É MAIS A MESMA, E A POPULAÇÃO NÃO GOSTOU.",
        "“Ã€” is what a reader sees for “À”, and “Ã©” for “é”: both were UTF-8. Die Fähre fährt, für öfter.",
        "Café, naïve, façade, coöperate, Zoë, Ångström: “words” with marks…", "Ô Âme, É Ü Ö Ä",
    ])
    func `are left alone where they say what they mean`(text: String) {
        #expect(read(Array(text.utf8)) == text)
    }
}
