import BriefModel
import Charsets
import FoundationEssentials

/// All that can be configured, with the defaults of config/briefd.toml.
public struct Configuration: Sendable, Equatable {
    /// Read where no file is named, if it exists.
    public static let defaultPath = "/etc/briefd/briefd.toml"

    /// No configuration file may be larger, in bytes.
    static let maxFileBytes = 4 * 1024 * 1024

    public var paths: PathSettings
    public var spool: SpoolSettings
    public var store: StoreSettings
    public var watches: [WatchSettings]
    public var polling: PollingSettings
    public var http: HTTPSettings
    public var feeds: [FeedSubscription]
    public var hooks: [HookSettings]
    public var rules: [RuleSettings]
    /// The folder of site rules, absolute; nil for none.
    public var siteRules: String?
    /// Whether what pages of a site have in common is remembered.
    public var siteMemory: Bool
    /// nil where no program is to recognise text.
    public var recognition: RecognitionSettings?
    public var outputs: [OutputSettings]
    /// nil where no hub is asked.
    public var webSub: WebSubSettings?
    /// nil where there are no pages.
    public var web: WebSettings?

    public init(
        paths: PathSettings = PathSettings(), spool: SpoolSettings = SpoolSettings(),
        store: StoreSettings = StoreSettings(),
        watches: [WatchSettings] = [], polling: PollingSettings = PollingSettings(),
        http: HTTPSettings = HTTPSettings(), feeds: [FeedSubscription] = [],
        hooks: [HookSettings] = [], rules: [RuleSettings] = [], siteRules: String? = nil,
        siteMemory: Bool = true, recognition: RecognitionSettings? = nil,
        outputs: [OutputSettings] = [], webSub: WebSubSettings? = nil, web: WebSettings? = nil
    ) {
        self.paths = paths
        self.spool = spool
        self.store = store
        self.watches = watches
        self.polling = polling
        self.http = http
        self.feeds = feeds
        self.hooks = hooks
        self.rules = rules
        self.siteRules = siteRules
        self.siteMemory = siteMemory
        self.recognition = recognition
        self.outputs = outputs
        self.webSub = webSub
        self.web = web
    }

    /// Reads the file named; without a name `defaultPath` if it exists, else the built-in defaults hold.
    ///
    /// - Throws: every problem of the file at once.
    public static func load(_ path: String?) throws(ConfigurationError) -> Configuration {
        guard let path = path ?? existing(defaultPath) else { return Configuration() }
        let folder = URL(filePath: path).absoluteURL.deletingLastPathComponent().path
        return try read(try source(of: path), file: path, folder: folder)
    }

    /// Reads a file for its rules alone, which may name hooks that it does not hold.
    public static func loadRules(_ path: String) throws(ConfigurationError) -> [RuleSettings] {
        let folder = URL(filePath: path).absoluteURL.deletingLastPathComponent().path
        return try read(try source(of: path), file: path, folder: folder, isWhole: false).rules
    }

    /// Reads a configuration from its text.
    ///
    /// - Parameters:
    ///   - file: the name for messages.
    ///   - folder: absolute; relative paths are relative to it.
    ///   - isWhole: false where its rules may name hooks of another file.
    public static func read(
        _ source: String, file: String, folder: String, isWhole: Bool = true
    ) throws(ConfigurationError) -> Configuration {
        let source = StreamSafeText.mended(source)
        let root = try ConfigurationReader.parse(source, file: file)
        let problems = ProblemList(file: file, source: source)
        let configuration = ConfigurationBuilder(
            folder: folder, problems: problems, isWhole: isWhole
        ).build(root)
        if let error = problems.error { throw error }
        return configuration
    }

    private static func existing(_ path: String) -> String? {
        FileManager.default.fileExists(atPath: path) ? path : nil
    }

    private static func source(of path: String) throws(ConfigurationError) -> String {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            let missing = !FileManager.default.fileExists(atPath: path)
            throw ConfigurationError(
                file: path,
                what: missing ? "there is no such file" : "the file cannot be read",
                why: missing ? nil : "it is a folder, or its permissions forbid it",
                next: "name a configuration file with --config, or leave --config out")
        }
        guard data.count <= maxFileBytes else {
            throw ConfigurationError(
                file: path, what: "the file has \(data.count) bytes",
                why: "a configuration has at most \(maxFileBytes)", next: "check the path")
        }
        guard let text = String(validating: data, as: UTF8.self), !text.contains("\0") else {
            throw ConfigurationError(
                file: path, what: "the file is not UTF-8 text", why: "TOML is UTF-8 only",
                next: "save it as UTF-8")
        }
        return text
    }
}
