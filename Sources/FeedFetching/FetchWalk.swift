import BriefModel
import Curl
import FoundationEssentials

/// The way of one fetch from hop to hop.
struct FetchWalk {
    let start: FeedURL
    var url: FeedURL
    var hops = 0
    var visited: Set<String>
    /// Of the last answer.
    var status: Int?
    var permanentURL: FeedURL?
    var isPermanent = true
    /// Time that the hops to come may take.
    var left: Duration
    /// Of `url` before its host's wish for TLS was heard.
    var plainOrigin: FeedURL.Origin

    init(start: FeedURL, url: FeedURL, left: Duration) {
        self.start = start
        self.left = left
        self.url = url
        plainOrigin = start.origin
        visited = [start.text, url.text]
    }

    mutating func follow(
        _ answer: HTTPResponse, _ settings: HTTPSettings, secured: (FeedURL) -> FeedURL
    ) throws(FeedFetchError) {
        guard let text = answer.redirectURL else {
            throw .redirectWithoutTarget(url: url.text, status: answer.status)
        }
        let plain: FeedURL
        do throws(FeedFetchError) {
            plain = try FeedURL(text)
        } catch .passwordInURL {
            throw .redirectRefused(
                from: url.text, to: "a URL with a user name or password",
                reason: "which is not followed; correct the address")
        } catch {
            throw .redirectRefused(
                from: url.text, to: String(text.prefix(200)),
                reason: "which is not an http or https address; correct the address")
        }
        let target = secured(plain)
        if url.isSecure, !target.isSecure, !settings.allowDowngrade {
            throw .redirectRefused(
                from: url.text, to: target.text,
                reason: "which is not encrypted; set [http] allow_downgrade if that is meant")
        }
        hops += 1
        guard hops <= settings.maxRedirects else {
            throw .tooManyRedirects(url: start.text, limit: settings.maxRedirects)
        }
        guard visited.insert(target.text).inserted else { throw .redirectLoop(url: start.text) }
        isPermanent = isPermanent && (answer.status == 301 || answer.status == 308)
        if isPermanent { permanentURL = target }
        url = target
        plainOrigin = plain.origin
    }
}
