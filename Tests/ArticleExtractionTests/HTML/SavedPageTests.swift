import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

@Suite struct SavedPageTests {
    @Test(arguments: [
        "<!DOCTYPE html>\n<!-- saved from url=(0032)https://paper.example/2024/ferry -->\n<html>",
        "<html><!--\n Page saved with SingleFile \n url: https://paper.example/2024/ferry \n saved date: Wed -->",
        "<html>\n<!-- Mirrored from paper.example/2024/ferry by HTTrack Website Copier/3.x -->",
        "<!-- Saved from https://paper.example/2024/ferry at 2024-03-04T10:15:00Z using monolith -->",
        "<html data-scrapbook-source=\"https://paper.example/2024/ferry\">",
        "<html><meta name=\"savepage-url\" content=\"https://paper.example/2024/ferry\">",
    ])
    func `reads the address that a program wrote down`(head: String) {
        #expect(SavedPage.address(in: Array(head.utf8)) == "https://paper.example/2024/ferry")
    }

    @Test(arguments: [
        "<!-- saved from url=(0014)about:internet -->",
        "<!-- saved from url=(0022)file:///C:/a.htm -->",
        "<!-- saved from the flood -->", "<!--",
        "<p>saved from url=(0032)https://paper.example/</p>",
    ])
    func `takes nothing else for one`(head: String) {
        #expect(SavedPage.address(in: Array(head.utf8)) == nil)
    }

    private func extract(_ html: String, url: String? = nil) throws -> Article {
        try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html, url: url,
                arrival: Date(timeIntervalSince1970: 1_750_000_000)))
    }

    private let prose =
        "<p>The ferry and the <a href='fares'>fares</a> were mended by hand, says the parish of Ashwell.</p>"

    @Test func `reads a page as the clipboard holds it`() throws {
        let prose =
            "<p>The ferry, the quay and the lock were mended by hand, says the parish, and nobody was paid for it.</p>"
        let article = try extract(
            "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000009000\r\nStartFragment:0000000141\r\nEndFragment:0000008964\r\nSourceURL:https://review.example/b\r\n<html><body>\(prose)\(prose)</body></html>"
        )
        #expect(article.url == "https://review.example/b")
        #expect(!article.text.contains("StartHTML"))
    }

    @Test func `resolves links on the address of a saved page, and on its base`() throws {
        let note = "<!-- saved from url=(0032)https://paper.example/2024/ferry -->"
        let article = try extract("\(note)<html><body><h1>Ferry</h1>\(prose)</body></html>")
        #expect(article.url == "https://paper.example/2024/ferry")
        #expect(article.markdown.contains("](https://paper.example/2024/fares)"))
        let base = "<base href='/old/'>"
        let other = try extract(
            "\(note)<html><head>\(base)</head><body><h1>Ferry</h1>\(prose)</body></html>")
        #expect(other.url == "https://paper.example/2024/ferry")
        #expect(other.markdown.contains("](https://paper.example/old/fares)"))
        let alone = try extract(
            "<head><base href='https://cdn.example/x/'></head><h1>Ferry</h1>\(prose)")
        #expect(alone.url == nil)
        #expect(alone.markdown.contains("](https://cdn.example/x/fares)"))
    }

    @Test func `believes the address that it was asked with`() throws {
        let note = "<!-- saved from url=(0032)https://paper.example/2024/ferry -->"
        let article = try extract(
            "\(note)<html><body><h1>Ferry</h1>\(prose)</body></html>", url: "https://o.example/b")
        #expect(article.markdown.contains("](https://o.example/fares)"))
    }
}
