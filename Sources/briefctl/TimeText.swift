import BriefModel
import FoundationEssentials

/// Times as people read them at night: how long ago, or in how long.
enum TimeText {
    static func relative(_ rfc3339: String?, now: Date = Date()) -> String {
        guard let rfc3339, let date = Date(rfc3339: rfc3339) else { return rfc3339 ?? "-" }
        let seconds = Int(date.timeIntervalSince(now))
        if abs(seconds) < 2 { return "now" }
        return seconds < 0 ? "\(span(-seconds)) ago" : "in \(span(seconds))"
    }

    static func span(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7_200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3_600) h"
        default: "\(seconds / 86_400) d"
        }
    }

    static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1_024: "\(bytes) B"
        case ..<(1 << 20): "\(bytes >> 10) KiB"
        default: "\(bytes >> 20) MiB"
        }
    }
}
