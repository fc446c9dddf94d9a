/// An address of mail, with the name beside it where one is given: "Desk <desk@example.org>" (RFC 5322 §3.4).
public struct MailAddress: Sendable, Hashable {
    public let name: String?
    /// "desk@example.org": ASCII, at most 254 bytes (RFC 5321 §4.5.3.1).
    public let address: String

    /// Nil for what is no address of this plain form: quoted names of mailboxes, groups and comments are none.
    public init?(_ text: String) {
        var address = text[...]
        var name: String?
        if text.last == ">", let open = text.lastIndex(of: "<") {
            address = text[text.index(after: open)...].dropLast()
            var words = text[..<open]
            while words.last == " " { words.removeLast() }
            if words.count > 1, words.first == "\"", words.last == "\"" {
                words = words.dropFirst().dropLast()
            }
            name = words.isEmpty ? nil : String(words)
        }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= 254, parts.allSatisfy(Self.isAtoms),
            name?.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) ?? true
        else { return nil }
        self.name = name
        self.address = String(address)
    }

    /// Atoms with dots between them (RFC 5322 §3.2.3).
    private static func isAtoms(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty
                && atom.utf8.allSatisfy { byte in
                    byte > 0x20 && byte < 0x7F && !"()<>[]:;@\\,.\"".utf8.contains(byte)
                }
        }
    }
}
