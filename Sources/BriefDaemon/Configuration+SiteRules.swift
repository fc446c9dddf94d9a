import BriefModel
import Settings
import Workers

extension Configuration {
    /// The site rules of the folder that is configured; none where none is.
    ///
    /// - Throws: every fault of every rule.
    public func loadSiteRules() throws(ConfigurationError) -> SiteRules {
        guard let siteRules else { return SiteRules() }
        do throws(SiteRuleError) {
            return try SiteRules.load(siteRules)
        } catch {
            throw ConfigurationError(
                problems: error.problems.map {
                    ConfigurationProblem(
                        file: $0.file, line: $0.line, what: $0.what, why: $0.why, next: $0.next)
                })
        }
    }
}
