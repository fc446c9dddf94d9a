// swift-tools-version: 6.2

import PackageDescription

/// Every target is compiled in Swift 6 mode, with strict memory safety, and no warning survives.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

func stage(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// All symbols are bound at the start, and the table of them is read-only from then on.
let bound: [LinkerSetting] = [
    .unsafeFlags(["-Xlinker", "-z", "-Xlinker", "relro", "-Xlinker", "-z", "-Xlinker", "now"])
]

/// For C: the stack is guarded, and copies into buffers of known size are checked.
let guarded: [CSetting] = [
    .unsafeFlags(["-fstack-protector-strong"]),
    .define("_FORTIFY_SOURCE", to: "2", .when(configuration: .release)),
]

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies, swiftSettings: strict, linkerSettings: bound)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(
    name: "UnixSignals", package: "swift-service-lifecycle")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
]

/// C libraries: each has one module here and one Swift wrapper below.
let cModules: [Target] = [
    .systemLibrary(
        name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLzma", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
    // Debian's package has no file for pkg-config.
    .systemLibrary(name: "CBzip2", providers: [.apt(["libbz2-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "CLinux", cSettings: guarded),
]

/// The only targets in which the word `unsafe` may stand.
let wrappers: [Target] = [
    stage("Curl", ["CCurl"]),
    stage("Charsets", []),
    stage("LibXML", ["CXML2", "Charsets"]),
    stage("Hashing", ["CCrypto", "CZlib", "CLzma", "CBzip2", "CZstd"]),
    stage("LinuxIO", ["CLinux"]),
]

let stages: [Target] = [
    stage("BriefModel"),
    stage("Queries", ["BriefModel"]),
    stage("ContentIdentity", ["BriefModel", "Hashing"]),
    stage("ArticleExtraction", ["BriefModel", "LibXML", "Charsets"]),
    stage("FeedParsing", ["BriefModel", "LibXML", "Charsets"]),
    stage("Documents", ["BriefModel", "LibXML", "Charsets", "Hashing"]),
    stage("FeedFetching", ["BriefModel", "Curl", "Hashing"]),
    stage("Spooling", ["BriefModel", "LinuxIO"]),
    stage("Storage", ["BriefModel", "Queries", "Hashing", "LinuxIO", grdb]),
    stage("Outputs", ["BriefModel", "Queries", "Hashing", "LibXML", "Storage"]),
    stage(
        "Workers",
        [
            "BriefModel", "Charsets", "FeedParsing", "ArticleExtraction", "ContentIdentity",
            "Documents", "Hashing", "LinuxIO",
        ]),
]

let service: [Target] = [
    stage("Settings", ["BriefModel", "Queries", "Charsets", "LibXML", toml]),
    stage("ControlProtocol", ["BriefModel"]),
    stage(
        "WebPages", ["BriefModel", "ContentIdentity", "ControlProtocol", "Outputs", "Storage"]),
    stage("ControlServer", ["ControlProtocol", "Hashing", "LinuxIO", lifecycle, logging] + nio),
    stage(
        "BriefDaemon",
        [
            "BriefModel", "Queries", "Settings", "FeedFetching", "Workers", "Documents", "Spooling",
            "Storage", "Hashing", "ControlProtocol", "ControlServer", "ContentIdentity", "LinuxIO",
            "Curl",
            "Outputs", "WebPages", lifecycle, unixSignals, logging,
        ]),
]

let programs: [Target] = [
    program(
        "briefd", ["BriefDaemon", "BriefModel", "LinuxIO", "Workers", "Settings", argumentParser]),
    program(
        "briefctl",
        [
            "BriefModel", "Queries", "ControlProtocol", "Workers", "FeedParsing", "Storage",
            "Settings", "Curl", "LinuxIO", "ContentIdentity", "Outputs", argumentParser,
        ]),
    program(
        "briefbench",
        [
            "BriefModel", "LibXML", "ArticleExtraction", "FeedParsing", "ContentIdentity",
            "Storage", "LinuxIO", "Outputs", "Queries",
        ]),
]

let testTargets: [Target] = [
    // A stand-in for a worker that tries what no worker may do; built with the tests, never installed.
    .executableTarget(name: "cageprobe", dependencies: ["CLinux"], path: "Tests/CageProbe"),
    .target(
        name: "SchemaSupport", dependencies: ["BriefModel", "ControlProtocol"],
        path: "Tests/SchemaSupport",
        swiftSettings: strict),
    // What compresses for tests.
    .target(
        name: "Packing", dependencies: ["Hashing", "CLzma", "CBzip2", "CZstd"],
        path: "Tests/Packing", swiftSettings: strict),
    tests("BriefModelTests", ["BriefModel"]),
    tests("QueriesTests", ["Queries", "BriefModel"]),
    tests("CharsetsTests", ["Charsets"]),
    tests("LibXMLTests", ["LibXML"]),
    tests("HashingTests", ["Hashing", "Packing"]),
    tests("LinuxIOTests", ["LinuxIO", "CLinux"]),
    tests("CurlTests", ["Curl", "LinuxIO"]),
    tests("ContentIdentityTests", ["ContentIdentity", "BriefModel"]),
    tests("ArticleExtractionTests", ["ArticleExtraction", "BriefModel"]),
    tests(
        "DocumentsTests", ["Documents", "BriefModel", "Hashing", "Packing", "Workers"],
        resources: [.copy("Fixtures")]),
    tests("FeedParsingTests", ["FeedParsing", "BriefModel"], resources: [.copy("Fixtures")]),
    tests("FeedFetchingTests", ["FeedFetching", "BriefModel", "Curl"]),
    tests("SpoolingTests", ["Spooling", "BriefModel", "LinuxIO"]),
    tests(
        "StorageTests", ["Storage", "Queries", "ContentIdentity", "BriefModel", "LinuxIO", grdb],
        resources: [.copy("Fixtures")]),
    tests(
        "BriefbenchTests", ["briefbench", "BriefModel"], resources: [.copy("Documents")]),
    tests("WebPagesTests", ["WebPages", "ControlProtocol", "BriefModel"]),
    tests("BriefctlTests", ["briefctl", "ControlProtocol", "BriefModel", argumentParser]),
    tests("OutputsTests", ["Outputs", "BriefModel", "FeedParsing", "LibXML"]),
    tests("WorkersTests", ["Workers", "BriefModel", "Hashing", "LinuxIO", "Packing"]),
    tests("SettingsTests", ["Settings", "Queries", "BriefModel"]),
    tests("ControlProtocolTests", ["ControlProtocol"]),
    tests(
        "ControlServerTests",
        [
            "ControlServer", "ControlProtocol", "Curl", "Hashing", "LinuxIO", "SchemaSupport",
            logging,
        ]),
    tests(
        "BriefDaemonTests",
        [
            "BriefDaemon", "BriefModel", "Queries", "Settings", "FeedFetching", "Spooling",
            "Storage", "Workers", "Curl", "Hashing", "LinuxIO", grdb, logging,
        ]),
    tests(
        "GrowthTests",
        [
            "Charsets", "Documents", "Workers", "ArticleExtraction", "FeedParsing", "Settings",
            "BriefDaemon",
        ]),
    tests(
        "IntegrationTests",
        ["BriefModel", "LinuxIO", "ControlProtocol", "Hashing", "SchemaSupport", grdb] + nio),
]

let package = Package(
    name: "briefd",
    products: [
        .executable(name: "briefd", targets: ["briefd"]),
        .executable(name: "briefctl", targets: ["briefctl"]),
    ],
    // Exact: two builds of one commit shall be one program. Raised on purpose, one by one.
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    ],
    targets: cModules + wrappers + stages + service + programs + testTargets
)
