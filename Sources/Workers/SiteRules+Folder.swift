import ArticleExtraction
import BriefModel
import Foundation

extension SiteRules {
    /// More rules, or longer ones, are a mistake in the folder's name.
    private static let maxFiles = 20_000
    private static let maxBytes = 1 << 20

    /// Reads the rules of a folder: files named after a host, "example.org.txt", or after a domain for the
    /// hosts below it, ".example.org.txt". Other files (LICENSE.txt, README.md) are left alone.
    ///
    /// - Throws: every fault of every file, with its line.
    public static func load(_ folder: String) throws(SiteRuleError) -> SiteRules {
        var result = SiteRules()
        var problems: [SiteRuleError.Problem] = []
        for name in try names(in: folder) {
            let path = folder + "/" + name
            do throws(SiteRuleError) {
                let rule = SiteRule(file: path, text: try text(of: path))
                result.notes += try SiteRuleScript(rule).notes
                result.rules[name.lowercased()] = rule
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw SiteRuleError(problems: problems) }
        return result
    }

    private static func names(in folder: String) throws(SiteRuleError) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw fault(
                folder, "the folder of site rules cannot be read",
                next: "create it, or check [extraction] site_rules and its permissions")
        }
        let rules = names.filter { name in
            name.hasSuffix(".txt") && name.dropLast(4).drop { $0 == "." }.contains(".")
        }
        guard rules.count <= maxFiles else {
            throw fault(
                folder, "it holds more than \(maxFiles) site rules",
                next: "name the folder of the rules themselves")
        }
        return rules.sorted()
    }

    private static func text(of path: String) throws(SiteRuleError) -> String {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(filePath: path).resolvingSymlinksInPath().path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let size = attributes?[.size] as? Int
        else { throw fault(path, "it is no regular file", next: "take it out of the folder") }
        guard size <= maxBytes else {
            throw fault(
                path, "the rule has more than \(maxBytes) bytes", next: "take it out of the folder")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw fault(path, "the rule cannot be read", next: "check its permissions")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw fault(path, "the rule is not UTF-8 text", next: "save it as UTF-8")
        }
        return text
    }

    private static func fault(_ file: String, _ what: String, next: String) -> SiteRuleError {
        SiteRuleError(problems: [.init(file: file, line: nil, what: what, next: next)])
    }
}
