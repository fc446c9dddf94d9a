/// What the words of an element's class, id and role say of it. Words of one part of a page can stand for
/// several roles.
struct Roles: OptionSet, Sendable {
    let rawValue: UInt32

    static let navigation = Roles(rawValue: 1 << 0)
    static let header = Roles(rawValue: 1 << 1)
    static let footer = Roles(rawValue: 1 << 2)
    static let sidebar = Roles(rawValue: 1 << 3)
    static let comments = Roles(rawValue: 1 << 4)
    static let share = Roles(rawValue: 1 << 5)
    static let advertisement = Roles(rawValue: 1 << 6)
    static let related = Roles(rawValue: 1 << 7)
    static let newsletter = Roles(rawValue: 1 << 8)
    static let consent = Roles(rawValue: 1 << 9)
    static let author = Roles(rawValue: 1 << 10)
    static let details = Roles(rawValue: 1 << 11)
    static let caption = Roles(rawValue: 1 << 12)
    static let breadcrumb = Roles(rawValue: 1 << 13)
    static let tags = Roles(rawValue: 1 << 14)
    static let popup = Roles(rawValue: 1 << 15)
    static let login = Roles(rawValue: 1 << 16)
    static let paging = Roles(rawValue: 1 << 17)
    static let widget = Roles(rawValue: 1 << 18)
    static let title = Roles(rawValue: 1 << 19)
    static let article = Roles(rawValue: 1 << 20)
    static let content = Roles(rawValue: 1 << 21)
    static let lead = Roles(rawValue: 1 << 22)
    static let tools = Roles(rawValue: 1 << 23)
    static let search = Roles(rawValue: 1 << 24)
    static let hidden = Roles(rawValue: 1 << 25)
    static let teaser = Roles(rawValue: 1 << 26)
    static let product = Roles(rawValue: 1 << 27)
    static let list = Roles(rawValue: 1 << 28)
    static let print = Roles(rawValue: 1 << 29)
    static let thread = Roles(rawValue: 1 << 30)
    /// Not shown: the `hidden` attribute, or a style that says so.
    static let unseen = Roles(rawValue: 1 << 31)

    /// Roles of what is surely not the article, where nothing else in the same words speaks for it.
    static let furniture: Roles = [
        .navigation, .footer, .sidebar, .comments, .share, .advertisement, .related, .newsletter,
        .consent, .breadcrumb, .popup, .login, .paging, .widget, .tools, .search,
    ]
    static let favourable: Roles = [.article, .content, .lead]

    var count: Int { rawValue.nonzeroBitCount }
}

/// The words by which classes, ids and roles name the parts of a page.
enum RoleVocabulary {
    /// Words that count wherever they stand within another word.
    static let anywhere: [(Roles, String)] = [
        (
            .navigation,
            "navbar navigation navi- menu sitenav mainnav topnav subnav skip-link skiplink"
        ),
        (.header, "header masthead topbar banner toolbar"),
        (.footer, "footer colophon copyright legal impressum disclaimer bottom"),
        (
            .sidebar,
            "sidebar side-bar aside complementary rightcol right-col rightcolumn leftcol left-col"
        ),
        (.sidebar, "rightrail right-rail sidecol secondary"),
        (.comments, "comment disqus discuss livefyre kommentar reply replies respond reaktion"),
        (
            .share,
            "share sharing social addthis sharethis addtoany facebook twitter pinterest whatsapp"
        ),
        (.share, "linkedin follow- follow_ sociable jiathis bdshare"),
        (
            .advertisement,
            "advert adsense adslot ad-slot sponsor promo adbox adblock ad-container outbrain"
        ),
        (.advertisement, "taboola werbung publicidad reklama dfp- google-ad"),
        (
            .related,
            "related recommend readmore read-more moreon more-from more-stories mostread most-read"
        ),
        (
            .related,
            "most-popular mostpopular popular trending also-like youmay you-may similar zergnet"
        ),
        (.related, "seealso see-also latest-news recirc next-article nextpost"),
        (.newsletter, "newsletter subscribe subscription signup sign-up optin mailing mailchimp"),
        (.consent, "cookie consent gdpr privacy paywall"),
        (.author, "author byline vcard bio- writer contributor"),
        (
            .details,
            "timestamp dateline published pubdate postmeta post-meta entry-meta article-meta"
        ),
        (.details, "post-info postinfo byline datetime metadata"),
        (.caption, "caption credit photo gallery slideshow lightbox carousel"),
        (.breadcrumb, "breadcrumb bread-crumb crumbs"),
        (.tags, "tags taglist tag-list categor topics keywords"),
        (.popup, "popup pop-up modal overlay dialog tooltip dropdown toast"),
        (.login, "login log-in signin sign-in register account"),
        (.paging, "pagination pager paging pagenav prev-next nextprev post-nav"),
        (.widget, "widget plugin module"),
        (.title, "title headline heading"),
        (.article, "article story hentry blogpost blog-post newsitem h-entry"),
        (
            .content,
            "content entry- body text main post- postbody page-content e-content richtext prose"
        ),
        (
            .lead,
            "lead- lede standfirst intro summary abstract excerpt teaser-text deck dek subtitle"
        ),
        (
            .tools,
            "tools toolbox utility print-link email-link actions action-bar rating vote feedback"
        ),
        (.search, "search"),
        (.hidden, "hidden hide- invisible collapse offscreen sr-only screen-reader visually"),
        (.teaser, "teaser card tile listing grid-item promo-item"),
        (.product, "product price shop cart offer"),
        (.list, "list archive feed results"),
        (.print, "noprint no-print"),
        (
            .thread,
            "forum thread phpbb vbulletin xenforo discourse viewtopic postbit postprofile userinfo"
        ),
        (
            .thread,
            "user-info username postrow message-body message-user topic-post poster signature"
        ),
    ]

    /// Words that count only between hyphens, underscores, white space or humps.
    static let whole: [(Roles, String)] = [
        (.navigation, "nav tabs"), (.advertisement, "ad ads adv advertising"),
        (.header, "head top"),
        (.footer, "foot"), (.author, "bio author by"), (.details, "date time meta info"),
        (.share, "sns follow fb like"), (.sidebar, "side right left rail"), (.tags, "tag"),
        (.lead, "lead intro"), (.content, "post entry copy story"), (.article, "news"),
        (.related, "more next prev previous"), (.paging, "pages"),
        (.hidden, "hide"),
    ]
}
