extension SettingsTable {
    /// One of a few words; nil where the key is not there, or its value is none of them, which is reported.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice?
    where Choice.RawValue == String {
        guard let text = string(key) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        var words = Choice.allCases.map { "\"\($0.rawValue)\"" }
        let last = words.removeLast()
        report(
            key, "\"\(text)\" is none of its values",
            next: "write \(words.joined(separator: ", ")) or \(last)")
        return nil
    }
}
