import BriefModel
import Curl
import FoundationEssentials
import Outputs
import Settings
import Storage

/// What a hook is sent by mail, and how it is handed over.
struct HookMail {
    let settings: MailSettings
    let keeper: HookKeeper

    /// Nil where the article is gone.
    func message(_ message: HookMessage) -> [UInt8]? {
        let text: MailText
        if let body = message.body {
            text = MailText(
                subject: "\(message.kind): \(message.subject)", lines: [body])
        } else {
            guard let article = article(message) else { return nil }
            text = MailText([article])
        }
        return bytes(text, id: message.id, date: message.created)
    }

    /// Nil where all its articles are gone.
    func digest(_ id: String, _ messages: [HookMessage]) -> [UInt8]? {
        let articles = messages.compactMap(article)
        guard !articles.isEmpty else { return nil }
        return bytes(MailText(articles), id: id, date: keeper.clock())
    }

    private func article(_ message: HookMessage) -> OutputArticle? {
        // One that is gone is told of as such by whoever asks.
        (try? keeper.catalogue.listing(message.subject)).map { OutputArticle($0) }
    }

    private func bytes(_ text: MailText, id: String, date: Date) -> [UInt8] {
        MailMessage(
            from: settings.from, to: settings.to, subject: text.subject, date: date, id: id,
            text: text.text, html: text.html
        ).bytes
    }
}

extension HookDelivery {
    /// Hands a message to the mail server; blocks.
    func mail(_ message: [UInt8], _ settings: MailSettings, limit: Duration) -> HookOutcome {
        var request = MailRequest(
            url: settings.server, from: settings.from.address, to: settings.to.map(\.address),
            message: message)
        request.timeout = limit
        request.caFile = http.caFile
        request.requiresTLS = !settings.isLocal
        if settings.credential != nil {
            guard case .basic(let user, let password) = login.flatMap(HTTPCredential.init(text:))
            else { return .failed("its credential is not \"user:password\"") }
            request.user = user
            request.password = password
        }
        switch MailTransfer.send(request) {
        case .sent: return .delivered
        // 530 to 538: it is the log-in that it does not like, not the message.
        case .refused(let status, let why) where status >= 500 && !(530...538).contains(status):
            return .refused("the mail server answered \(status): \(why)")
        case .refused(let status, let why):
            return .failed("the mail server answered \(status): \(why)")
        case .failed(let why): return .failed(why)
        }
    }
}
