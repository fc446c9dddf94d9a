import Testing

@testable import ArticleExtraction

/// The words before names, in the languages of bylines.
@Suite struct BylineLabelsTests {
    @Test(arguments: [
        ("Verfasst von Ada Marl", ["Ada Marl"]), ("Gastbeitrag von Ada Marl", ["Ada Marl"]),
        ("Eine Kolumne von Ada Marl", ["Ada Marl"]),
        ("Ein Kommentar von Ada von der Mühle", ["Ada von der Mühle"]),
        ("Von unserer Redakteurin Ada Marl", ["Ada Marl"]), ("Review by Ada Marl", ["Ada Marl"]),
        ("Guest post by Ada Marl", ["Ada Marl"]), ("Articolo di Ada Marl", ["Ada Marl"]),
        ("Testo di Ada Marl - Foto di Ben Holt", ["Ada Marl"]),
        ("Scris de Ion Moraru", ["Ion Moraru"]),
        ("Reportagem de Ada Marl", ["Ada Marl"]), ("Une chronique de Ada Marl", ["Ada Marl"]),
        ("Publié par Ada Marl le 5 octobre 2021", ["Ada Marl"]),
        ("Publicado por Ada Marl el 5 de octubre de 2021", ["Ada Marl"]),
        ("Door onze redacteur Jan van der Molen", ["Jan van der Molen"]),
        ("Text: Ada Marl Foto: Ben Holt", ["Ada Marl"]),
        ("Teksti Ada Marl Kuvat Ben Holt", ["Ada Marl"]),
        (
            "Por María José García de la Presa y Ada Marl",
            ["María José García de la Presa", "Ada Marl"]
        ),
        ("Napisał: Jan Młyński", ["Jan Młyński"]), ("Autor článku: Jan Mlynář", ["Jan Mlynář"]),
        ("Parengė Jonas Malūnas", ["Jonas Malūnas"]), ("Συντάκτης: Μαρία Μύλου", ["Μαρία Μύλου"]),
        ("Авторы: Иван Мельник, Анна Речная", ["Иван Мельник", "Анна Речная"]),
        ("Muhabir: Ayşe Değirmen", ["Ayşe Değirmen"]), ("द्वारा राम शर्मा", ["राम शर्मा"]),
        ("লিখেছেন রহিম উদ্দিন", ["রহিম উদ্দিন"]), ("ผู้เขียน: สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("Người viết: Nguyễn Văn An", ["Nguyễn Văn An"]), ("ライター：山田太郎", ["山田太郎"]),
        ("文・山田太郎", ["山田太郎"]), ("取材・文／山田太郎", ["山田太郎"]),
        ("记者 王小明 李华", ["王小明", "李华"]),
    ])
    func `reads the names behind a label`(line: String, names: [String]) {
        #expect(Byline.parse(line)?.authors == names)
    }

    @Test(arguments: [
        "Review by the numbers", "Story of a mill", "Analyse von Daten", "Analyse de la situation",
        "Crónica de una muerte anunciada", "Per aspera ad astra", "Interview mit dem Müller",
        "Texte de loi", "A review of the mill by night", "责任编辑：李华", "编辑：李华",
    ])
    func `takes no other words for a byline`(line: String) {
        #expect(Byline.parse(line) == nil)
    }

    @Test(arguments: [
        ("홍길동 기자", ["홍길동"]), ("홍길동 기자 hong@a.example", ["홍길동"]),
        ("홍길동·이영희 기자", ["홍길동", "이영희"]), ("서울=홍길동 기자", ["홍길동"]),
        ("기자 홍길동", ["홍길동"]), ("한 기자", []), ("기자 회견이 열렸다.", []),
        ("이번 행사에는 많은 기자 여러분이 왔다.", []),
    ])
    func `reads the credits of Korean papers`(line: String, names: [String]) {
        #expect(KoreanCredit.names(in: line) == names)
    }

    @Test(arguments: [
        ("Ayşe Değirmen / İstanbul", ["Ayşe Değirmen"]), ("责任编辑：李华", []),
        ("নিজস্ব প্রতিবেদক", []), ("5 October 2021 - Ada Marl", ["Ada Marl"]),
        ("特約記者王小明／專題報導", ["王小明"]), ("Ada Marl / Ben Holt", ["Ada Marl", "Ben Holt"]),
    ])
    func `keeps names of persons only`(line: String, names: [String]) {
        #expect(AuthorNames.persons([line]) == names)
    }

    @Test func `reads whom a credit in Chinese names before the place`() {
        #expect(ReporterCredit.names(in: "記者王小明／台北報導") == ["王小明"])
        #expect(ReporterCredit.names(in: "記者問他／她").isEmpty)
    }
}
