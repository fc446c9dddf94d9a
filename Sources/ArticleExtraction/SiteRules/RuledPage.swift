import BriefModel
import LibXML

/// What a site rule makes of a page.
struct RuledPage {
    /// The page without what was stripped.
    var page: [UInt8]
    /// The chosen body; nil where no expression for it matched.
    var body: String?
    var title: String?
    var authors: [String] = []
    var published: String?
    var prunes = true
    var findsBodyItself = true
    /// Whether the rule says where the body is.
    var namesBody = false
    var warnings: [String] = []

    /// - Returns: nil where the rule cannot be used or the page holds no markup; the reason stands in `warning`.
    static func apply(_ rule: SiteRule, to utf8: [UInt8], warning: inout String?) -> RuledPage? {
        do {
            let script = try SiteRuleScript(rule)
            let source = replaced(utf8, script)
            guard let document = HTMLDocument(parsing: source) else { return nil }
            return try read(document, script)
        } catch {
            warning = "site rule not used: \(error)"
            return nil
        }
    }

    private static func read(_ document: HTMLDocument, _ script: SiteRuleScript)
        throws(XPathError) -> RuledPage
    {
        let directives = try active(document, script)
        func all(_ name: SiteRuleDirective.Name) -> [SiteRuleDirective] {
            directives.filter { $0.name == name }
        }
        var result = RuledPage(page: [])
        result.prunes = script.flag(.prune)
        result.findsBodyItself = script.flag(.autodetect)
        for clue in all(.nativeAd) where try document.matches(clue.value) {
            result.warnings = ["the page says that it is an advertisement (native_ad_clue)"]
        }
        result.title = try texts(document, all(.title)).first
        result.authors = AuthorNames.clean(try texts(document, all(.author)))
        let dates = try texts(document, all(.date))
        result.published = dates.lazy.compactMap { StatedDate.parse($0) }.first
        for strip in directives {
            if let expression = strip.stripExpression { try document.remove(expression) }
        }
        result.namesBody = !all(.body).isEmpty
        for choice in all(.body) where result.body == nil {
            let pieces = try document.html(choice.value)
            if !pieces.isEmpty { result.body = pieces.joined(separator: "\n") }
        }
        result.page = Array(document.html().utf8)
        return result
    }

    /// The directives whose conditions the page meets.
    private static func active(_ document: HTMLDocument, _ script: SiteRuleScript)
        throws(XPathError) -> [SiteRuleDirective]
    {
        var directives: [SiteRuleDirective] = []
        for directive in script.directives {
            if let condition = directive.condition, try !document.matches(condition) { continue }
            directives.append(directive)
        }
        return directives
    }

    /// The texts that the first expression with any gives.
    private static func texts(
        _ document: HTMLDocument, _ choices: [SiteRuleDirective]
    ) throws(XPathError) -> [String] {
        for choice in choices {
            let texts = try document.strings(choice.value).map { CleanText($0).string }
                .filter { !$0.isEmpty }
            if !texts.isEmpty { return Array(texts.prefix(50)) }
        }
        return []
    }

    /// The page's source with the rule's strings replaced, in the order of the rule.
    private static func replaced(_ utf8: [UInt8], _ script: SiteRuleScript) -> [UInt8] {
        var pairs = script.values(.replace).compactMap { directive in
            directive.argument.map { ($0, directive.value) }
        }
        let replacements = script.values(.replace).filter { $0.argument == nil }
        pairs += zip(script.values(.find), replacements).map { ($0.value, $1.value) }
        var source = utf8
        for (find, replacement) in pairs where !find.isEmpty {
            source = ByteReplacement.replacing(
                Array(find.utf8), with: Array(replacement.utf8), in: source)
        }
        return source
    }
}

extension SiteRuleDirective {
    /// The expression of what is taken out; nil for other directives.
    var stripExpression: String? {
        switch name {
        case .strip: value
        case .stripIDOrClass:
            XPathText.literal(value.trimmed(of: "\"'")).map { word in
                "//*[contains(concat(' ',normalize-space(@class),' '),concat(' ',\(word),' '))"
                    + " or @id=\(word)]"
            }
        case .stripImageSource:
            XPathText.literal(value.trimmed(of: "\"'")).map { "//img[contains(@src,\($0))]" }
        default: nil
        }
    }
}

/// Texts within XPath.
enum XPathText {
    /// The text in quotes; nil where it holds both kinds, which XPath 1.0 cannot write.
    static func literal(_ text: String) -> String? {
        if !text.contains("'") { return "'\(text)'" }
        return text.contains("\"") ? nil : "\"\(text)\""
    }
}

/// Plain search in bytes.
enum ByteReplacement {
    static func replacing(_ find: [UInt8], with replacement: [UInt8], in source: [UInt8]) -> [UInt8]
    {
        guard let first = find.first, source.count >= find.count else { return source }
        var out: [UInt8] = []
        out.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            if source[index] == first, source[index...].starts(with: find) {
                out += replacement
                index += find.count
            } else {
                out.append(source[index])
                index += 1
            }
        }
        return out
    }
}
