import Foundation

/// `make bench`: measures, in one run and in turn, our work and its floor over the same bytes, and prints
/// their ratio. Absolute times depend on the machine; the ratios are what to look at.
///
/// `make train` and `make score` use it too: "passages", "lines", "deletions", "extract" and "sites" read paths from standard input
/// and print what training/ learns from or scores.
@main
enum Briefbench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "passages": try PassageExport.run()
        case "lines": try LineExport.run()
        case "deletions": try DeletionExport.run()
        case "extract": try ExtractionRun.run(weights: arguments.dropFirst().first)
        case "sites":
            try SitesBench(helps: arguments.dropFirst().first).run()
        case "identity":
            try IdentityBench(folder: arguments.dropFirst().first ?? ".").run()
        case "documents":
            try DocumentsBench(folder: arguments.dropFirst().first ?? ".").run()
        case "full":
            let count = arguments.dropFirst().first.flatMap { Int($0) }
            try FullStoreBench(count: count ?? 200_000).run()
        case "proof":
            let count = arguments.dropFirst().first.flatMap { Int($0) }
            try ProofBench(count: count ?? 10_000).run()
        case "beside":
            let count = arguments.dropFirst().first.flatMap { Int($0) }
            try BesideBench(count: count ?? 5_000).run()
        case "ways":
            let count = arguments.dropFirst().first.flatMap { Int($0) }
            try WaysBench(count: count ?? 200_000).run()
        case "spool":
            let count = arguments.dropFirst().first.flatMap { Int($0) }
            Table.head()
            try SpoolBench(count: count ?? 3_000).run()
        case "revisits":
            let report = try RevisitBench.run()
            print("\(report.tried) pages asked for again; taken for changes: \(report.mistaken)")
            print("edits that were missed: \(report.missed)")
        default: try measure(arguments.first)
        }
    }

    private static func measure(_ corpus: String?) throws {
        let samples = try corpus.map(Samples.read(below:)) ?? Samples.made()
        print("\(samples.pages.count) pages, \(samples.feeds.count) feeds: \(samples.origin)")
        Table.head()
        ExtractionBench(pages: samples.pages).run()
        FeedBench(feeds: samples.feeds).run()
        try FilingBench().run()
        try SpoolBench(count: 3_000).run()
    }
}
