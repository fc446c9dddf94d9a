import Foundation

/// `make bench`: measures, in one run and in turn, our work and its floor over the same bytes, and prints
/// their ratio. Absolute times depend on the machine; the ratios are what to look at.
@main
enum Briefbench {
    static func main() throws {
        let corpus = CommandLine.arguments.dropFirst().first
        let samples = try corpus.map(Samples.read(below:)) ?? Samples.made()
        print("\(samples.pages.count) pages, \(samples.feeds.count) feeds: \(samples.origin)")
        Table.head()
        ExtractionBench(pages: samples.pages).run()
        FeedBench(feeds: samples.feeds).run()
        try FilingBench().run()
    }
}
