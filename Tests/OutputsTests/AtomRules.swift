import Foundation
import FoundationXML

/// What RFC 4287, RFC 5005 §3 and the W3C's feed validator ask of a feed, as far as our documents could fail it. Written down
/// anew here: it knows nothing of how they are written.
struct AtomRules {
    private(set) var faults: [String] = []

    private static let namespace = "http://www.w3.org/2005/Atom"
    /// How often an element may stand in a parent: RFC 4287 §4.1.1, §4.1.2, §3.2.
    private static let counts: [String: [String: ClosedRange<Int>]] = [
        "feed": [
            "id": 1...1, "title": 1...1, "updated": 1...1, "author": 1...9, "generator": 0...1,
            "link": 1...20, "entry": 0...9_999,
        ],
        "entry": [
            "id": 1...1, "title": 1...1, "updated": 1...1, "published": 0...1, "author": 0...999,
            "link": 0...999, "category": 0...999, "summary": 0...1, "content": 1...1,
        ],
        "author": ["name": 1...1],
    ]
    /// RFC 4287 §4.2.7.2, RFC 5005 §3, W3C WebSub §4.
    private static let relations: Set<String> = [
        "alternate", "self", "related", "enclosure", "hub", "first", "next", "previous", "last",
    ]

    static func faults(in bytes: [UInt8]) -> [String] {
        var rules = AtomRules()
        rules.checkCharacters(bytes)
        do {
            let document = try XMLDocument(data: Data(bytes), options: [])
            if let root = document.rootElement() { rules.check(feed: root) }
        } catch {
            rules.faults.append("not well-formed: \(error)")
        }
        return rules.faults
    }

    private mutating func expect(_ isRight: Bool, _ fault: @autoclosure () -> String) {
        if !isRight { faults.append(fault()) }
    }

    private mutating func checkCharacters(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            faults.append("not UTF-8")
            return
        }
        expect(
            text.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"), "no XML declaration")
        for scalar in text.unicodeScalars {
            let isAllowed =
                switch scalar.value {
                case 9, 10, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFDCF, 0xFDF0...0xFFFD: true
                case 0x10000...0x10FFFF: scalar.value & 0xFFFE != 0xFFFE
                default: false
                }
            expect(isAllowed, "the character U+\(String(scalar.value, radix: 16))")
        }
    }

    private func elements(_ parent: XMLElement) -> [XMLElement] {
        (parent.children ?? []).compactMap { $0 as? XMLElement }
    }

    private func value(_ element: XMLElement, _ attribute: String) -> String? {
        // attribute(forName:) finds none in an element of a namespace.
        element.attributes?.first { $0.name == attribute }?.stringValue
    }

    private mutating func check(feed: XMLElement) {
        expect(feed.name == "feed" && feed.uri == Self.namespace, "the root is no feed of Atom")
        checkCounts(feed)
        checkFacts(feed)
        let links = elements(feed).filter { $0.name == "link" }
        func addresses(_ relation: String) -> [String] {
            links.filter { value($0, "rel") == relation }.compactMap { value($0, "href") }
        }
        expect(addresses("self").count == 1, "not one link rel=self")
        for relation in ["first", "last", "next", "previous", "alternate"] {
            expect(addresses(relation).count <= 1, "several links rel=\(relation)")
        }
        let isPaged = ["next", "previous"].contains { !addresses($0).isEmpty }
        expect(
            !isPaged || !addresses("first").isEmpty && !addresses("last").isEmpty,
            "a page that names neither the first nor the last one")
        for relation in ["next", "previous"] {
            expect(addresses(relation) != addresses("self"), "\(relation) is the page itself")
        }
        let entries = elements(feed).filter { $0.name == "entry" }
        var ids: Set<String> = []
        var times: [Date] = []
        for entry in entries {
            check(entry: entry)
            for fact in elements(entry) where fact.name == "id" {
                expect(ids.insert(fact.stringValue ?? "").inserted, "an id stands there twice")
            }
            times += elements(entry).filter { $0.name == "updated" }.compactMap {
                Self.date($0.stringValue ?? "")
            }
        }
        let updated = elements(feed).first { $0.name == "updated" }?.stringValue ?? ""
        if let date = Self.date(updated), let latest = times.max() {
            expect(date >= latest, "the feed is older than its entries")
        }
    }

    private mutating func checkCounts(_ parent: XMLElement) {
        let allowed = Self.counts[parent.name ?? ""] ?? [:]
        let found = Dictionary(grouping: elements(parent)) { $0.name ?? "" }.mapValues(\.count)
        for name in found.keys { expect(allowed[name] != nil, "\(name) in \(parent.name ?? "")") }
        for (name, range) in allowed {
            expect(range.contains(found[name] ?? 0), "\(found[name] ?? 0) times \(name)")
        }
    }

    private mutating func check(entry: XMLElement) {
        checkCounts(entry)
        checkFacts(entry)
        if let language = value(entry, "xml:lang") ?? value(entry, "lang") {
            let form =
                /[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-Za-z0-9](-[A-Za-z0-9]{2,8})+)*/
            expect(language.wholeMatch(of: form) != nil, "the language \(language)")
        }
        let links = elements(entry).filter { $0.name == "link" }
        let kinds = links.filter { value($0, "rel") == "alternate" }
            .map { "\(value($0, "type") ?? "") \(value($0, "hreflang") ?? "")" }
        expect(Set(kinds).count == kinds.count, "two alternates of one type")
        let enclosures = links.filter { value($0, "rel") == "enclosure" }
            .map { value($0, "href") }
        expect(Set(enclosures).count == enclosures.count, "an enclosure stands there twice")
        let terms = elements(entry).filter { $0.name == "category" }.map { value($0, "term") ?? "" }
        expect(terms.allSatisfy { !Self.isBlank($0) }, "a category without a term")
        expect(Set(terms).count == terms.count, "a category stands there twice")
    }

    /// Of feeds and entries alike.
    private mutating func checkFacts(_ parent: XMLElement) {
        for element in elements(parent) {
            let text = element.stringValue ?? ""
            switch element.name {
            case "id":
                let form = /urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
                expect(text.wholeMatch(of: form) != nil, "the id \(text)")
            case "title", "summary", "generator":
                expect(!Self.isBlank(text), "a blank \(element.name ?? "")")
                expect(value(element, "type") == nil, "text with a type")
            case "updated", "published":
                expect(Self.date(text) != nil, "the date \(text)")
            case "author":
                checkCounts(element)
                expect(!Self.isBlank(text), "an author without a name")
            case "link": check(link: element)
            case "content":
                expect(value(element, "type") == "html", "content of no type")
                check(html: text)
            default: break
            }
        }
    }

    private static func isBlank(_ text: String) -> Bool {
        text.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty
    }

    /// RFC 3339 §5.6, with days that there are.
    private static func date(_ text: String) -> Date? {
        let form = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})/
        guard text.wholeMatch(of: form) != nil else { return nil }
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.isLenient = false
        formatter.dateFormat = "yyyy-MM-dd'T'HH:mm:ssXXXXX"
        return formatter.date(from: text)
    }

    private mutating func check(link: XMLElement) {
        let relation = value(link, "rel") ?? ""
        let address = value(link, "href") ?? ""
        expect(Self.relations.contains(relation), "the relation \(relation)")
        // RFC 3986 §2: what may stand in an address, and escapes that are whole.
        let form = /([A-Za-z0-9\-._~:\/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+/
        expect(address.wholeMatch(of: form) != nil, "the address \(address)")
        if !["self", "first", "next", "previous", "last"].contains(relation) {
            expect(
                address.wholeMatch(of: /(?i)https?:\/\/[^\/?#]+.*/) != nil,
                "no web address \(address)")
        }
        if let type = value(link, "type") {
            expect(type.wholeMatch(of: /[\w!#$&^.+-]+\/[\w!#$&^.+-]+/) != nil, "the type \(type)")
        }
        if let length = value(link, "length") {
            expect(length.wholeMatch(of: /[1-9][0-9]*/) != nil, "the length \(length)")
        }
    }

    private static let tags: Set<String> = [
        "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre",
        "code", "hr", "br", "a", "img", "em", "strong", "del", "sup", "table", "tr", "th", "td",
    ]
    private static let attributes: [String: Set<String>] = [
        "a": ["href"], "img": ["src", "alt"], "ol": ["start"],
    ]

    /// Ours is well-formed, has only what every reader shows, nothing that runs, and addresses that need no base.
    private mutating func check(html: String) {
        guard let root = try? XMLDocument(xmlString: "<div>\(html)</div>", options: [])
        else {
            faults.append("HTML that is not well-formed: \(html)")
            return
        }
        var waiting = [root.rootElement()].compactMap { $0 }
        while let element = waiting.popLast() {
            let name = element.name ?? ""
            expect(Self.tags.contains(name), "the element \(name)")
            for attribute in element.attributes ?? [] {
                let key = attribute.name ?? ""
                expect(Self.attributes[name]?.contains(key) == true, "\(key) of \(name)")
                if key == "href" || key == "src" {
                    let form = /(https?:\/\/|mailto:)[^\s<>"]+/
                    let text = attribute.stringValue ?? ""
                    expect(text.wholeMatch(of: form) != nil, "the address \(text)")
                }
            }
            waiting += elements(element)
        }
    }
}
