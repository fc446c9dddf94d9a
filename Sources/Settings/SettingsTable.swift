import BriefModel
import FoundationEssentials

/// A table of the configuration that is read key by key: what has the wrong type or form is noted and reads as the
/// default, and what was never asked for is an unknown key.
struct SettingsTable {
    /// For example "polling" or "feed[2]"; empty for the whole document.
    let path: String
    private let values: [String: ConfigurationValue]
    private let problems: ProblemList
    private var asked: [String] = []

    init(path: String, values: [String: ConfigurationValue], problems: ProblemList) {
        self.path = path
        self.values = values
        self.problems = problems
    }

    func has(_ key: String) -> Bool { values[key] != nil }

    /// - Parameter column: the character of the value that is wrong, from 1.
    func report(
        _ key: String, _ what: String, why: String? = nil, next: String, column: Int? = nil
    ) {
        problems.add(full(key), what, why: why, next: next, column: column)
    }

    func line(of key: String) -> Int? { problems.line(of: full(key)) }

    mutating func string(_ key: String) -> String? {
        read(key, as: "a string", example: "\"text\"") { value in
            guard case .string(let text) = value else { return nil }
            return text
        }
    }

    mutating func boolean(_ key: String, _ standard: Bool) -> Bool {
        read(key, as: "true or false", example: "\(standard)") { value in
            guard case .boolean(let flag) = value else { return nil }
            return flag
        } ?? standard
    }

    mutating func count(_ key: String, _ standard: Int, in range: ClosedRange<Int>) -> Int {
        read(
            key, as: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            example: "\(standard)"
        ) { value in
            guard case .integer(let count) = value, range.contains(count) else { return nil }
            return count
        } ?? standard
    }

    mutating func duration(_ key: String) -> Duration? {
        read(key, as: "a duration", example: "\"90s\", \"15m\", \"1h\" or \"200ms\"") { value in
            guard case .string(let text) = value else { return nil }
            return DurationText.parse(text)
        }
    }

    mutating func size(_ key: String, _ standard: Int) -> Int {
        read(key, as: "a size", example: "\"16 MiB\"") { value in
            guard case .string(let text) = value, let size = SizeText.parse(text), size > 0 else {
                return nil
            }
            return size
        } ?? standard
    }

    mutating func strings(_ key: String) -> [String] {
        read(key, as: "an array of strings", example: "[\"one\", \"two\"]") { value in
            guard case .array(let items) = value else { return nil }
            let texts = items.compactMap { item in
                if case .string(let text) = item { text } else { nil }
            }
            return texts.count == items.count ? texts : nil
        } ?? []
    }

    /// One string, or several.
    mutating func texts(_ key: String) -> [String] {
        if case .string(let text) = values[key] {
            asked.append(key)
            return [text]
        }
        return strings(key)
    }

    mutating func dictionary(_ key: String) -> [String: String] {
        read(key, as: "a table of strings", example: "{ \"Name\" = \"value\" }") { value in
            guard case .table(let entries) = value else { return nil }
            let texts = entries.compactMapValues { item in
                if case .string(let text) = item { text } else { nil }
            }
            return texts.count == entries.count ? texts : nil
        } ?? [:]
    }

    mutating func table(_ key: String) -> SettingsTable {
        let entries = read(key, as: "a table", example: "[\(full(key))]") { value in
            if case .table(let entries) = value { entries } else { nil }
        }
        return SettingsTable(path: full(key), values: entries ?? [:], problems: problems)
    }

    mutating func tables(_ key: String) -> [SettingsTable] {
        let items = read(key, as: "an array of tables", example: "[[\(full(key))]]") { value in
            guard case .array(let items) = value else {
                return nil as [[String: ConfigurationValue]]?
            }
            let tables = items.compactMap { item in
                if case .table(let entries) = item { entries } else { nil }
            }
            return tables.count == items.count ? tables : nil
        }
        return (items ?? []).enumerated().map { index, entries in
            SettingsTable(path: "\(full(key))[\(index + 1)]", values: entries, problems: problems)
        }
    }

    /// Notes every key that was not asked for.
    func finish() {
        for key in values.keys.sorted() where !asked.contains(key) {
            let next =
                if let name = Suggestion.nearest(to: key, among: asked) {
                    "did you mean \"\(name)\"?"
                } else {
                    "known here: " + asked.sorted().joined(separator: ", ")
                }
            problems.add(full(key), "unknown key", next: next)
        }
    }

    private func full(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

    private mutating func read<Value>(
        _ key: String, as kind: String, example: String,
        _ convert: (ConfigurationValue) -> Value?
    ) -> Value? {
        asked.append(key)
        guard let value = values[key] else { return nil }
        if let result = convert(value) { return result }
        let found =
            if case .string(let text) = value { "\"\(text)\"" } else { value.kind }
        problems.add(full(key), "\(found) is not \(kind)", next: "write for example \(example)")
        return nil
    }
}
