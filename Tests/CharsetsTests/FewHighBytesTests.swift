import Testing

@testable import Charsets

/// Undeclared texts in which hardly a byte tells the character set.
@Suite struct FewHighBytesTests {
    private static let english =
        "The council met in the evening and said that it would paint the old bridge before the "
        + "winter, as it had been promised to all who live on the other side of the river. "
    private static let german =
        "Der Rat hat am Abend gesagt, dass die Arbeiten an der alten Brücke noch im Winter beginnen. "

    @Test(arguments: [
        "It paid £1,200 for the paint and £15 for the brush.", "A ticket is £5.", "It costs €40.",
        "The café is shut.", "“Never,” she said.", "It’s over — for now.", "25° in the shade.",
        "Chapter §4 of the law.", "© 2026 The council.", "The façade, the naïve rôle, a résumé.",
        "Señor Núñez said no.", "A 5 µm layer, 3×4 and ½ of it.", "Herr Müller came from Köln.",
        "He owes ££ and ¥300.", "Voilà, crème brûlée.", "The crew of the Ærø sang.", "¡Olé!",
    ])
    func `reads English with an odd byte as Western`(sentence: String) throws {
        for text in [english(sentence), sentence + " " + Self.english + Self.english] {
            let decoded = CharacterDecoder().decode(try encoded(text, "windows-1252"))
            #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
        }
    }

    private func english(_ sentence: String) -> String { Self.english + sentence }

    private func encoded(_ text: String, _ label: String) throws -> [UInt8] {
        try CharacterDecoderTests().encode(text, label)
    }

    @Test(arguments: [
        ("windows-1252", "Der Rat hat gesagt, dass er die Straße nicht schließt."),
        ("windows-1252", "Le conseil a dit que la route est fermée pour une semaine."),
        ("windows-1252", "La création a été votée par les élus, et la route créée est là."),
        ("windows-1252", "El alcalde ha dicho que la obra del puente es de los niños. ¿Y el río?"),
        ("windows-1252", "O presidente disse que não vai com a comissão para o mar."),
        ("windows-1252", "Il sindaco ha detto che la città non è pronta per il ponte."),
        ("windows-1252", "De raad heeft gezegd dat het geld voor de brug in België is."),
        ("windows-1252", "Rådet har sagt att det inte blir någon bro för den som går."),
        ("windows-1252", "Rådet har sagt at det ikke blir noen bro for dem som går på øya."),
        ("windows-1252", "Kunta ei ole vielä päättänyt, mutta silta on jo täällä."),
        ("windows-1252", "Das kostet 5 € und ist „neu“ – sagt der Rat."),
        ("iso-8859-15", "Le prix est de 5 € pour une heure, et le cœur y est."),
        ("iso-8859-15", "The price is €40 for all of them."),
        ("windows-1250", "Rada nie jest na to gotowa, ale mówi, że most będzie."),
        ("windows-1250", "Most jest stary i nie ma na to rady, więc tak już jest."),
        ("iso-8859-2", "Rada nie ma na to czasu, więc most jest zamknięty, a źle się dzieje."),
        ("windows-1250", "Rada se na to ptala, ale most je za rok, řekl starosta."),
        ("windows-1250", "Starosta je pro a by to bylo dobře, ale jen že se nedá nic dělat."),
        ("windows-1250", "A hídról azt mondta, hogy nem lesz meg, mert egy ősz kevés."),
        ("windows-1250", "Predsjednik je rekao da se most ne može za to, ali će biti."),
        ("windows-1254", "Belediye bir daha bu olarak ve ile ama yaptı, çünkü var."),
        ("windows-1251", "Мост is the word."),
        ("windows-1251", "Мэр сказал: мост будет."), ("koi8-r", "Мэр сказал: мост будет."),
        ("windows-1253", "Η γέφυρα είναι κλειστή."),
        ("windows-1257", "Taryba sako, kad tai yra ir bus, bet tiltas už metų."),
    ])
    func `tells the set by the words around few letters`(label: String, text: String) throws {
        let decoded = CharacterDecoder().decode(try encoded(text, label))
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    }

    @Test func `needs no more than the first kilobytes of a large text`() throws {
        let text = String(repeating: Self.english, count: 400) + "It is £5. "
        let decoded = CharacterDecoder().decode(try encoded(text, "windows-1252"))
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    }
}
