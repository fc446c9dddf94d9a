import BriefModel
import Charsets
import LibXML

/// The directives of a site rule, read and checked.
public struct SiteRuleScript: Sendable {
    let directives: [SiteRuleDirective]
    /// What the rule says that has no meaning here, with file and line.
    public let notes: [String]

    /// - Throws: every line that is no directive, and every expression that is no XPath.
    public init(_ rule: SiteRule) throws(SiteRuleError) {
        var reader = SiteRuleReader(file: rule.file)
        reader.read(StreamSafeText.mended(rule.text))
        guard reader.problems.isEmpty else { throw SiteRuleError(problems: reader.problems) }
        directives = reader.directives
        notes = reader.notes
    }

    func values(_ name: SiteRuleDirective.Name) -> [SiteRuleDirective] {
        directives.filter { $0.name == name }
    }

    /// The last of a name counts.
    func flag(_ name: SiteRuleDirective.Name) -> Bool {
        values(name).last.map { $0.value.lowercased() == "yes" } ?? true
    }
}

/// Reads a rule line by line.
struct SiteRuleReader {
    let file: String
    private(set) var directives: [SiteRuleDirective] = []
    private(set) var problems: [SiteRuleError.Problem] = []
    private(set) var notes: [String] = []

    private var line = 0
    /// A condition belongs to the directive before it, also where that has no meaning here.
    private var lastIsIgnored = false

    init(file: String) {
        self.file = file
    }

    mutating func read(_ text: String) {
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            line += 1
            let content = String(part.drop { $0 == "\u{FEFF}" }).trimmed(of: " \t")
            if !content.isEmpty, !content.hasPrefix("#") { read(line: content) }
        }
        checkPairs()
    }

    private mutating func read(line content: String) {
        guard let (word, argument, value) = Self.parts(of: content) else {
            report("no directive", next: "write \"name: value\", or # before a remark")
            return
        }
        guard let name = SiteRuleDirective.Name(rawValue: word) else {
            if let why = SiteRuleDirective.ignored[word] {
                notes.append("\(file):\(line): \(word) is not used: \(why)")
                lastIsIgnored = true
            } else {
                report("\"\(word)\" is no directive", next: "check its name in docs/site-rules.md")
            }
            return
        }
        if value.isEmpty, name != .replace {
            report("\(word) has no value", next: "write one, or remove the line")
            return
        }
        if name == .ifPageContains { return addCondition(value) }
        lastIsIgnored = false
        if !check(name, value) { return }
        directives.append(
            SiteRuleDirective(name: name, argument: argument, value: value, line: line))
    }

    private mutating func addCondition(_ expression: String) {
        guard check(.ifPageContains, expression), !lastIsIgnored else { return }
        guard !directives.isEmpty else {
            report(
                "if_page_contains stands before any other directive",
                why: "it is a condition of the one before", next: "move it below that one")
            return
        }
        directives[directives.count - 1].condition = expression
    }

    private mutating func check(_ name: SiteRuleDirective.Name, _ value: String) -> Bool {
        if name.isFlag, !["yes", "no"].contains(value.lowercased()) {
            report("\"\(value)\" is neither yes nor no", next: "write \(name.rawValue): yes or no")
            return false
        }
        guard name.isExpression else { return true }
        do {
            try HTMLDocument.check(value)
            return true
        } catch {
            report(
                "\(name.rawValue) cannot be evaluated", why: "\(error)",
                next: "mend the expression, for example //div[@class='story']")
            return false
        }
    }

    /// Each text that is looked for needs one that stands in for it.
    private mutating func checkPairs() {
        let finds = directives.filter { $0.name == .find }
        let replacements = directives.filter { $0.name == .replace && $0.argument == nil }
        guard finds.count != replacements.count, let first = (finds + replacements).first else {
            return
        }
        line = first.line
        report(
            "\(finds.count) find_string and \(replacements.count) replace_string",
            why: "they go in pairs", next: "write a replace_string below each find_string")
    }

    private mutating func report(_ what: String, why: String? = nil, next: String) {
        problems.append(
            SiteRuleError.Problem(file: file, line: line, what: what, why: why, next: next))
    }

    /// "name: value" and "name(argument): value"; the argument may hold brackets and colons.
    private static func parts(of line: String) -> (name: String, argument: String?, value: String)?
    {
        let name = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        var rest = line[name.endIndex...]
        var argument: String?
        if rest.first == "(" {
            guard let end = rest.firstRange(of: "):") else { return nil }
            argument = String(rest[rest.index(after: rest.startIndex)..<end.lowerBound])
            rest = rest[rest.index(after: end.lowerBound)...]
        }
        rest = rest.drop { $0 == " " }
        guard !name.isEmpty, rest.first == ":" else { return nil }
        return (name.lowercased(), argument, String(rest.dropFirst()).trimmed(of: " \t"))
    }
}
