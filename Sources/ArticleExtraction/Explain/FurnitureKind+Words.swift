extension Furniture.Kind {
    /// What it is, for a person who asks.
    var words: String {
        switch self {
        case .share: "sharing or printing"
        case .follow: "accounts to follow"
        case .subscribe: "subscriptions or donations"
        case .consent: "consent to cookies"
        case .comments: "comments"
        case .related: "other articles"
        case .adBlock: "an ad-blocker notice"
        case .advertisement: "an advertisement"
        case .credit: "a credit"
        case .chatbot: "a chatbot's own words"
        case .logIn: "logging in"
        case .navigation: "navigation"
        case .copyright: "copyright"
        case .count: "a count"
        case .tags: "tags"
        case .authorNote: "a note on the author"
        case .resources: "sources and links after the end"
        }
    }
}
