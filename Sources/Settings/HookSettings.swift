import BriefModel
import Queries

/// Who is told of what is filed, and how: a [[notify]] of the configuration.
public struct HookSettings: Sendable, Equatable {
    public enum Occasion: String, Sendable, CaseIterable {
        /// A new article.
        case filed
        /// Another text of an article.
        case revised
        /// Something of the service that an operator should know.
        case problem
        /// Another checkpoint of the log of evidence.
        case checkpoint
    }

    public enum Way: Sendable, Equatable {
        /// A program and its arguments, started without a shell; it gets JSON on standard input.
        case command([String])
        /// http or https; it gets a POST with JSON.
        case webhook(String)
        /// A mail server; it gets a message of mail.
        case mail(MailSettings)
    }

    public var mail: MailSettings? {
        if case .mail(let settings) = way { settings } else { nil }
    }

    /// As it is told of and referred to: the configured name, else "hook 2".
    public var name: String
    /// Empty where only rules name it.
    public var occasions: Set<Occasion>
    public var way: Way
    /// Articles only that it holds for.
    public var when: Query?
    /// Together at a time of day, not one by one.
    public var digest: DigestTime?
    /// The systemd credential with the secret that messages are signed with.
    public var secret: String?
    /// For one delivery.
    public var timeout: Duration
    /// Before the second try; each further wait is three times as long.
    public var retryStart: Duration
    public var retryCeiling: Duration
    /// A message that is older is given up.
    public var giveUpAfter: Duration
    /// Messages that wait; further ones wait in the store.
    public var limit: Int

    public init(
        name: String, occasions: Set<Occasion>, way: Way, when: Query? = nil,
        digest: DigestTime? = nil, secret: String? = nil, timeout: Duration = .seconds(30),
        retryStart: Duration = .seconds(5), retryCeiling: Duration = .seconds(21_600),
        giveUpAfter: Duration = .seconds(259_200), limit: Int = 10_000
    ) {
        self.name = name
        self.occasions = occasions
        self.way = way
        self.when = when
        self.digest = digest
        self.secret = secret
        self.timeout = timeout
        self.retryStart = retryStart
        self.retryCeiling = retryCeiling
        self.giveUpAfter = giveUpAfter
        self.limit = limit
    }
}
