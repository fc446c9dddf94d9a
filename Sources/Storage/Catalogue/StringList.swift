import FoundationEssentials

/// A list of strings as the catalogue holds it: a JSON array, for SQLite's JSON functions.
public enum StringList {
    public static func json(_ list: [String]) -> String {
        guard !list.isEmpty, let data = try? JSONEncoder().encode(list) else { return "[]" }
        return String(decoding: data, as: UTF8.self)
    }

    /// What is no list of strings, or not there, is an empty one.
    public static func strings(in json: String?) -> [String] {
        guard let json, json != "[]" else { return [] }
        return (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
    }
}
