import BriefModel
import FeedParsing
import LibXML

/// Feed parsing, content of every entry included, against libxml2's SAX pass alone.
struct FeedBench {
    var feeds: [[UInt8]]

    func run() {
        let parser = FeedParser()
        let times = Pair.seconds {
            for feed in feeds { _ = try? parser.parse(FeedRequest(bytes: feed)) }
        } floor: {
            for feed in feeds { _ = SAXFloor.xml(feed) }
        }
        let megabytes = Double(feeds.reduce(0) { $0 + $1.count }) / 1e6
        Table.row(
            "feeds, a megabyte", ours: times.ours * 1000 / megabytes,
            floor: times.floor * 1000 / megabytes, unit: "ms", floorIs: "libxml2 SAX alone")
    }
}
