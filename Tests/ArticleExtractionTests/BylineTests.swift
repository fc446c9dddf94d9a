import Testing

@testable import ArticleExtraction

@Suite struct BylineTests {
    @Test(arguments: [
        ("By Ada Example", ["Ada Example"]), ("BY: Ada Example", ["Ada Example"]),
        ("by Ada Example - World Editor", ["Ada Example"]),
        ("By Ada Example and Ben Sample, Science Reporters", ["Ada Example", "Ben Sample"]),
        ("Von Ada Example und Ben Sample", ["Ada Example", "Ben Sample"]),
        ("Par Ada Example, à Lyon", ["Ada Example"]), ("Por Ada Example", ["Ada Example"]),
        ("Door Ada van der Example", ["Ada van der Example"]),
        ("Автор: Анна Примерова", ["Анна Примерова"]), ("作者：张三", ["张三"]),
        ("Written by Dr. Ada Example, PhD", ["Ada Example"]),
        ("By Ada Example | October 5, 2021", ["Ada Example"]),
        ("By Ada Example, Reuters", ["Ada Example"]), ("Posted by Ada Example", ["Ada Example"]),
        ("By Ada Example. Ada Example is the author of two books.", ["Ada Example"]),
        ("By J.R.R. Sample and Dr. Ada Example, MD", ["J.R.R. Sample", "Ada Example"]),
        ("By Ben L. Sample, Jr. and Cy Example Jr.", ["Ben L. Sample, Jr.", "Cy Example Jr."]),
        (
            "By Seán Ó Example and Ana María de la Cruz y Ruiz",
            ["Seán Ó Example", "Ana María de la Cruz y Ruiz"]
        ),
        ("Par Ada Example et Ben Sample", ["Ada Example", "Ben Sample"]),
        ("Door Ada Example en Ben van Sample", ["Ada Example", "Ben van Sample"]),
        ("Av Ada Example och Ben Sample", ["Ada Example", "Ben Sample"]),
        ("Af Ada Example og Ben Sample", ["Ada Example", "Ben Sample"]),
        ("di Ada De Prova e Ben Dell’Esempio", ["Ada De Prova", "Ben Dell’Esempio"]),
        ("Par Ada d’Exemple", ["Ada d’Exemple"]), ("Par Ada d'Exemple", ["Ada d'Exemple"]),
        ("Por Ada Prueba y Ben Muestra", ["Ada Prueba", "Ben Muestra"]),
        ("מאת דוד כהן", ["דוד כהן"]), ("بقلم أحمد سالم", ["أحمد سالم"]),
        ("Von Ada Example, Berlin", ["Ada Example"]), ("文｜王小河", ["王小河"]),
    ])
    func `reads the names`(line: String, names: [String]) {
        #expect(Byline.parse(line)?.authors == names)
    }

    @Test(arguments: [
        "By recognising the treaty, the council hopes to win time.", "By the time it ended",
        "Por la mañana llovió en la costa.", "Von 2010 an stieg der Preis.", "Standby", "By",
        "De la ciudad al campo", "Di solito piove", "Par temps et vent",
        "מאת הנהר עלה ערפל.", "כתב ישן מצאו בטחנה.", "كتب الطحان سطرين.", "نویسنده کتاب پیر است.",
        "लेखक ने पुल देखा।", "كتب الطحان رسالة إلى أهل القرية", "בקיץ ירד גשם.",
    ])
    func `takes no sentence for a byline`(line: String) {
        #expect(Byline.parse(line) == nil)
    }

    @Test func `holds an account's label for less than a signature`() {
        #expect(Byline.parse("Writer: Example House")?.strength == .label)
        #expect(Byline.parse("By Ada Example")?.strength == .signature)
    }
}
