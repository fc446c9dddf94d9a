import LibXML

/// Resolves prefixes by the namespace declarations in force, and numbers names.
struct QualifiedNames {
    private struct Binding {
        var prefix: String
        var uri: String
        var depth: Int
    }

    private struct Key: Hashable {
        var name: ArraySlice<UInt8>
        var isAttribute: Bool
    }

    private var bindings: [Binding] = []
    private var depth = 0
    /// Declarations in force at once; later ones do not count.
    private static let bindingLimit = 256
    /// Numbers under the bindings in force.
    private var numbers: [Key: UInt32] = [:]
    /// Numbers ever given, so that a change of bindings does not number a name anew.
    private var given: [XMLTape.Name: UInt32] = [:]

    mutating func enter(_ attributes: [AttributeScanner.Attribute], _ bytes: ArraySlice<UInt8>) {
        depth += 1
        for attribute in attributes where attribute.isNamespace(bytes) {
            guard bindings.count < Self.bindingLimit else { return }
            let name = String(decoding: bytes[attribute.name], as: UTF8.self)
            let prefix = name.split(separator: ":", maxSplits: 1).dropFirst().first
            let uri = XMLTape.Name.shortened(bytes[attribute.value].trimmed.string)
            bindings.append(Binding(prefix: prefix.map(String.init) ?? "", uri: uri, depth: depth))
            numbers = [:]
        }
    }

    mutating func leave() {
        while let last = bindings.last, last.depth == depth {
            bindings.removeLast()
            numbers = [:]
        }
        depth -= 1
    }

    mutating func number(
        _ qualified: ArraySlice<UInt8>, isAttribute: Bool, _ writer: inout XMLTapeWriter
    ) -> UInt32? {
        let key = Key(name: qualified, isAttribute: isAttribute)
        if let known = numbers[key] { return known }
        let name = resolve(qualified, isAttribute: isAttribute)
        if let known = given[name] {
            numbers[key] = known
            return known
        }
        guard let number = writer.add(name: name) else { return nil }
        numbers[key] = number
        given[name] = number
        return number
    }

    private func resolve(_ qualified: ArraySlice<UInt8>, isAttribute: Bool) -> XMLTape.Name {
        var prefix: String?
        var local = qualified
        if let colon = qualified.firstIndex(of: .colon), colon > qualified.startIndex,
            colon < qualified.endIndex - 1
        {
            prefix = String(decoding: qualified[..<colon], as: UTF8.self)
            local = qualified[(colon + 1)...]
        }
        let namespace: String? =
            switch prefix {
            case "xml": "http://www.w3.org/XML/1998/namespace"
            case nil where isAttribute: nil
            default: bindings.last { $0.prefix == prefix ?? "" }?.uri
            }
        return XMLTape.Name(
            prefix: prefix, local: String(decoding: local, as: UTF8.self),
            namespace: namespace == "" ? nil : namespace)
    }
}
