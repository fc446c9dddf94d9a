import ControlProtocol

/// GET /metrics (OpenMetrics 1.0).
enum OpenMetrics {
    static func text(of status: StatusReply) -> String {
        var text = ""
        func gauge(_ name: String, _ help: String, _ values: [(labels: String, value: Int)]) {
            text += "# TYPE briefd_\(name) gauge\n# HELP briefd_\(name) \(help)\n"
            for (labels, value) in values { text += "briefd_\(name)\(labels) \(value)\n" }
        }
        gauge("up", "Whether all is well.", [("", status.ok ? 1 : 0)])
        gauge("problems", "Problems that last.", [("", status.problems.count)])
        gauge(
            "feeds", "Feeds by state.",
            [
                ("{state=\"total\"}", status.feeds.total),
                ("{state=\"failing\"}", status.feeds.failing),
                ("{state=\"paused\"}", status.feeds.paused),
            ])
        gauge(
            "spool_files", "Files in the spool by queue.",
            [
                ("{queue=\"incoming\"}", status.spool.incoming),
                ("{queue=\"active\"}", status.spool.active),
                ("{queue=\"deferred\"}", status.spool.deferred),
                ("{queue=\"corrupt\"}", status.spool.corrupt),
                ("{queue=\"hold\"}", status.spool.hold),
            ])
        gauge("articles", "Current articles in the store.", [("", status.articles.total)])
        gauge("sightings", "Arrivals of known articles.", [("", status.articles.sightings)])
        gauge("documents_in_hand", "Documents being read or filed.", [("", status.queue.inHand)])
        gauge("documents_waiting", "Documents that wait for room.", [("", status.queue.waiting)])
        return text + "# EOF\n"
    }
}
