import FoundationEssentials

/// A file of site rules, in the site-config format of Full-Text RSS: how the pages of one site are read.
public struct SiteRule: Sendable, Codable, Equatable {
    /// The file's path, for messages.
    public var file: String
    public var text: String

    public init(file: String, text: String) {
        self.file = file
        self.text = text
    }
}

/// The site rules of a folder, by the names of their files.
public struct SiteRules: Sendable, Equatable {
    /// Keys are file names: "example.org.txt", or ".example.org.txt" for the hosts below example.org.
    public var rules: [String: SiteRule]
    /// What the rules say that has no meaning here, with file and line.
    public var notes: [String]

    public init(rules: [String: SiteRule] = [:], notes: [String] = []) {
        self.rules = rules
        self.notes = notes
    }

    /// The rule for a page: that of its host without "www.", else that of the nearest domain around it.
    public func rule(for address: String?) -> SiteRule? {
        guard !rules.isEmpty, let address,
            let host = URL(string: address)?.host?.lowercased().withoutWWW
        else {
            return nil
        }
        if let rule = rules[host + ".txt"] { return rule }
        var rest = host[...]
        while let dot = rest.firstIndex(of: ".") {
            if let rule = rules[rest[dot...] + ".txt"] { return rule }
            rest = rest[rest.index(after: dot)...]
        }
        return nil
    }
}

/// Site rules that cannot be used: all their problems.
public struct SiteRuleError: Error, Sendable, Equatable, CustomStringConvertible {
    public struct Problem: Sendable, Equatable, CustomStringConvertible {
        public var file: String
        /// Counts from 1; nil where the file or the folder as a whole is at fault.
        public var line: Int?
        public var what: String
        public var why: String?
        public var next: String

        public init(file: String, line: Int?, what: String, why: String? = nil, next: String) {
            self.file = file
            self.line = line
            self.what = what
            self.why = why
            self.next = next
        }

        public var description: String {
            file + (line.map { ":\($0)" } ?? "") + ": " + what + (why.map { ": \($0)" } ?? "")
                + "; " + next
        }
    }

    public var problems: [Problem]

    public init(problems: [Problem]) {
        self.problems = problems
    }

    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
