import BriefModel
import Testing

@testable import ArticleExtraction

/// What programs and offices put below a text goes; in its midst the same words are its own.
@Suite struct TextFootTests {
    private let prose =
        "The bridge over the brook was closed for two winters, and whoever wanted to see the doctor had to walk by the mill, as their grandparents did."

    private func lines(_ text: String, scope: ExtractionRequest.Scope = .page) -> [String] {
        PlainTextReader.read(text, scope: scope).blocks.map { InlineText.plain($0) }
    }

    static let feet = [
        "Sent from my iPhone", "Sent from Outlook for Android", "Get Outlook for iOS",
        "Gesendet mit der WEB.DE Mail App", "Von meinem iPad gesendet", "Envoyé de mon iPhone",
        "Enviado do meu iPhone", "Enviado desde mi Samsung", "Inviato da iPhone",
        "Verzonden vanaf mijn iPhone", "Skickat från min iPhone", "Sendt fra min iPhone",
        "Lähetetty iPhonesta", "Wysłane z iPhone'a", "Odesláno z iPhonu", "Отправлено с iPhone",
        "Надіслано з iPhone", "Στάλθηκε από το iPhone μου", "iPhone'umdan gönderildi",
        "发自我的iPhone", "iPhoneから送信", "나의 iPhone에서 보냄", "ส่งจาก iPhone ของฉัน",
        "نُشر من iPhone — أرسلت من الـ iPhone",
        "Sent with Proton Mail secure email.", "Sent from Yahoo Mail", "Dikirim dari iPhone saya",
        "To leave this list: unsubscribe at https://list.example/u/1",
        "Vom Newsletter abmelden: https://list.example/u/1",
        "Se désabonner de cette lettre: https://list.example/u/1",
        "Отписаться от рассылки (https://list.example/u/1)", "配信停止はこちら: https://list.example/u/1",
        "This e-mail and any attachments are confidential and meant only for the person to whom it is addressed. If you are not the intended recipient, please delete it.",
        "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie bitte diese Nachricht.",
        "Ada Marl\nMill Lane 3, Ashwell\nTel. +44 1632 960142", "https://review.example/bridge 1/1",
        "Bu e-posta ve ekleri gizli bilgi içerebilir. Bu mesajı yanlışlıkla aldıysanız lütfen göndereni bilgilendirin ve mesajı silin, teşekkürler.",
        "本邮件及其附件含有保密信息，仅供指定的个人使用。如果您错收了本邮件，请您立即删除本邮件并通知发件者。",
        "هذه الرسالة ومرفقاتها سرية ومخصصة لشخص واحد. إذا استلمت هذه الرسالة عن طريق الخطأ، فيرجى إبلاغ المرسل وحذفها من الجهاز فورًا وبالكامل.",
        "Mit freundlichen Grüßen\nAda Marl\n\nMühlen GmbH | Kaistraße 12 | 20457 Hamburg\nTel.: +49 40 123456-78 | ada@mills.example\nGeschäftsführer: Max Muster | Amtsgericht Hamburg HRB 12345",
        "Az Outlook iOS letöltése", "Tags:\n  mills, brooks", "Schlagwörter: Mühlen, Bäche",
        "* * *",
        "Ada Marl\nHead of Mills | The Ashwell Review Ltd\nT: +44 20 7946 0123 | M: +44 7700 900123\nwww.review.example",
        "Best regards,\n\nAda Marl\nMiller\nTel. +44 1632 960142",
        "Thư này và các tệp đính kèm là bí mật và chỉ dành cho người nhận. Nếu bạn nhận nhầm, vui lòng xóa thư.",
        "Read more at: https://review.example/bridge", "From <https://review.example/bridge>",
        "Mehr dazu: https://review.example/bridge", "En savoir plus sur https://review.example/b",
        "Leggi tutto: https://review.example/b", "Lees meer: https://review.example/b",
        "Více na https://review.example/b", "阅读原文：https://review.example/b",
        "続きを読む：https://review.example/b", "자세히 보기: https://review.example/b",
        "#mills #brooks #kent", "Find this article at:\nhttps://review.example/b", "• • •",
        "Missing some Tweet in this thread? You can try to force a refresh",
        ".", "via my feedly newsfeed", "Shared via Inoreader", "[[Category:Mills]]",
        "Retrieved from \"https://wiki.example/bridge?oldid=4\"",
        "This page was last edited on 4 March 2026, at 10:20.", "Categories: Mills | Brooks",
        "Эта страница в последний раз была отредактирована 4 марта 2026 года в 10:20.",
        "Printed on 3/3/2026, 8:02 AM", "Gedruckt am 03.03.2026, 08:02", "打印日期：2026-03-03 08:02",
    ]

    @Test(arguments: ["\"", "“”", "«»", "„“"])
    func `a passage that a browser shares is its words alone`(marks: String) {
        let (open, close) = (marks.first.map(String.init) ?? "", marks.last.map(String.init) ?? "")
        let link = "https://review.example/b#:~:text=The%20bridge,did."
        #expect(
            lines("The bridge\n\n\(open)\(prose)\n\n\(prose)\(close)\n\n\(link)\n")
                == [prose, prose])
        let spoken = "“It stays,” she said, and that was that for a whole winter and a spring."
        #expect(lines("\(open)\(prose)\n\n\(prose)\(close)\n \(link)\n") == [prose, prose])
        #expect(lines("\(prose)\n\n\(spoken)\n\(link)\n") == [prose, spoken])
    }

    @Test func `an address below the last sentence goes and one that is announced stays`() {
        #expect(lines("\(prose)\n\n\(prose)\nhttps://review.example/b\n") == [prose, prose])
        #expect(
            lines("\(prose)\n\nThe plans lie here:\nhttps://plans.example/b\n").last?
                .contains("https://plans.example/b") ?? false)
    }

    @Test(arguments: feet)
    func `goes at the end of a text and of a mail`(foot: String) {
        for scope in [ExtractionRequest.Scope.page, .mail] {
            #expect(
                lines("The bridge\n\n\(prose)\n\n\(prose)\n\n\(foot)\n", scope: scope).suffix(2)
                    == [prose, prose])
            #expect(
                lines("The bridge\n\n\(prose)\n\n\(prose)\n\n-- \n\(foot)\n", scope: scope).last
                    == prose)
        }
    }

    @Test(arguments: [
        "Sent from my iPhone is what stood below the order that closed the mill.",
        "To unsubscribe from a gym takes three letters and a witness, she said.",
        "The e-mail was confidential, and its recipient a clerk in Kent.",
        "The bids are open to anybody at https://review.example/bids.",
        "Printed on rags in 1526, it is the oldest book of the parish.",
    ])
    func `stays as a sentence of the text`(line: String) {
        #expect(lines("The bridge\n\n\(prose)\n\n\(line)\n\n\(prose)\n").contains(line))
    }

    @Test func `stays where it is a fact of the text`() {
        #expect(
            lines("The bridge\n\n\(prose)\n\n\(prose)\n\nTel. 01632 960142\n").last
                == "Tel. 01632 960142")
    }
}
