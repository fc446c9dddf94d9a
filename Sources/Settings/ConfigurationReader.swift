import TOMLKit

/// Reads TOML 1.0. The only file that knows which library does so.
enum ConfigurationReader {
    /// - Throws: an error of syntax with its line and column.
    static func parse(_ source: String, file: String) throws(ConfigurationError)
        -> [String: ConfigurationValue]
    {
        do {
            return entries(try TOMLTable(string: source))
        } catch let error as TOMLParseError {
            throw ConfigurationError(
                file: file, line: error.source.begin.line, column: error.source.begin.column,
                what: "not TOML", why: error.description, next: "mend the line")
        } catch {
            throw ConfigurationError(
                file: file, what: "not TOML", why: "\(error)", next: "mend the file")
        }
    }

    private static func entries(_ table: TOMLTable) -> [String: ConfigurationValue] {
        var result: [String: ConfigurationValue] = [:]
        for (key, value) in table { result[key] = convert(value) }
        return result
    }

    /// The depth is bounded by the parser, which refuses more than 256 levels.
    private static func convert(_ value: any TOMLValueConvertible) -> ConfigurationValue {
        if let string = value.string { return .string(string) }
        if let integer = value.int { return .integer(integer) }
        if let boolean = value.bool { return .boolean(boolean) }
        if let array = value.array { return .array(array.map { convert($0) }) }
        if let table = value.table { return .table(entries(table)) }
        return .other(value.type.description)
    }
}
