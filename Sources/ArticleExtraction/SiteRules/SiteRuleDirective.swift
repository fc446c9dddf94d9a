/// One line of a site rule: "name: value", or "name(argument): value".
struct SiteRuleDirective {
    enum Name: String, CaseIterable {
        case title, body, author, date, strip
        case stripIDOrClass = "strip_id_or_class"
        case stripImageSource = "strip_image_src"
        case prune
        case autodetect = "autodetect_on_failure"
        case find = "find_string"
        case replace = "replace_string"
        case ifPageContains = "if_page_contains"
        case nativeAd = "native_ad_clue"

        /// Whether the value is XPath.
        var isExpression: Bool {
            switch self {
            case .title, .body, .author, .date, .strip, .ifPageContains, .nativeAd: true
            default: false
            }
        }

        /// Whether the value is "yes" or "no".
        var isFlag: Bool { self == .prune || self == .autodetect }
    }

    var name: Name
    /// What stands in brackets after the name: what `replace_string(…)` looks for.
    var argument: String?
    var value: String
    /// Counts from 1.
    var line: Int
    /// An expression that the page must match, else the line does not count.
    var condition: String?

    /// Names of the format that have no meaning here, and why.
    static let ignored: [String: String] = [
        "tidy": "pages are mended anyway",
        "test_url": "it is for tests of the rule", "test_contains": "it is for tests of the rule",
        "single_page_link": "briefd fetches one page an entry",
        "next_page_link": "briefd fetches one page an entry",
        "single_page_link_in_feed": "briefd fetches one page an entry",
        "http_header": "headers are set at the feed, in the configuration",
        "parser": "there is one parser", "convert_double_br_tags": "it is done anyway",
        "insert_detected_image": "pictures are taken where they stand",
        "skip_json_ld": "what the page shows comes first anyway",
        "src_lazy_load_attr": "the usual attributes are known",
        "footnotes": "footnotes are known", "strip_comments": "comments are never text",
        "strip_attr": "attributes are never text", "requires_login": "briefd does not log in",
        "login_uri": "briefd does not log in", "login_username_field": "briefd does not log in",
        "login_password_field": "briefd does not log in",
        "login_extra_fields": "briefd does not log in",
        "not_logged_in_xpath": "briefd does not log in",
        "move_into": "nothing is moved", "wrap_in": "nothing is wrapped",
        "dissolve": "elements without text of their own are no blocks",
        "rename": "nothing is renamed",
        "post_strip_attr": "attributes are never text",
    ]
}
