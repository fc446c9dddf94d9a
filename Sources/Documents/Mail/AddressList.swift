/// The people of a From or Reply-To field (RFC 5322 §3.4): comments, quoted names, groups, and what programs get wrong.
struct AddressList {
    struct Person: Equatable {
        /// Decoded, on one line; nil where there is an address only.
        var name: String?
        /// "ada@example.org"; empty where there is none.
        var address: String
    }

    private(set) var people: [Person] = []

    /// More of them are no longer authors.
    private static let most = 50

    init(_ value: [UInt8]) {
        var person = Draft()
        var place = 0
        while place < value.count, people.count < Self.most {
            switch value[place] {
            case 0x22:
                person.phrase += HeaderToken.quoted(value, &place)
                person.isQuoted = true
                continue
            case 0x28:
                let comment = HeaderToken.comment(value, &place)
                if !comment.isEmpty { person.comment = comment }
                continue
            case 0x3C:
                let end = value[place...].firstIndex(of: 0x3E) ?? value.endIndex
                person.address = Array(value[(place + 1)..<end])
                place = end
            case 0x2C, 0x3B:
                // "Marl, Ada <ada@…>" without quotes is one person.
                if value[place] == 0x2C, person.isName, Self.isName(value[(place + 1)...]) {
                    person.phrase.append(0x2C)
                } else {
                    finish(&person)
                }
            case 0x3A where !person.phrase.contains(0x40):
                // The name of a group.
                person = Draft()
            default: person.phrase.append(value[place])
            }
            place += 1
        }
        finish(&person)
    }

    private struct Draft {
        var phrase: [UInt8] = []
        var comment: [UInt8] = []
        var address: [UInt8]?
        var isQuoted = false

        /// Whether it may be the first half of a name.
        var isName: Bool {
            address == nil && !isQuoted && !phrase.contains(0x40)
                && phrase.contains { $0 > 0x20 }
        }
    }

    private mutating func finish(_ draft: inout Draft) {
        defer { draft = Draft() }
        var address = draft.address ?? []
        var name = draft.phrase
        if draft.address == nil {
            (address, name) = name.contains(0x40) ? (name, draft.comment) : ([], name)
        } else if !name.contains(where: { $0 > 0x20 }) {
            name = draft.comment
        }
        let text = EncodedWords.text(of: name).map { $0.trimmingQuotes() }
        let plain = EncodedWords.text(of: address) ?? ""
        guard text?.isEmpty == false || !plain.isEmpty else { return }
        let isAddress = text?.contains("@") == true
        people.append(
            Person(name: text?.isEmpty == false && !isAddress ? text : nil, address: plain))
    }

    /// Whether "Ada <ada@…>" follows: a name before the next address, without an address of its own.
    private static func isName(_ rest: ArraySlice<UInt8>) -> Bool {
        let piece = rest.prefix { $0 != 0x3C && $0 != 0x2C && $0 != 0x3B }
        let next = piece.endIndex < rest.endIndex ? rest[piece.endIndex] : 0
        return next == 0x3C && !piece.contains(0x40) && piece.contains { $0 > 0x20 }
    }
}

extension String {
    /// Without the quotes and blanks around it.
    func trimmingQuotes() -> String {
        var text = self[...]
        while let first = text.first, first == " " || first == "\"" || first == "'" {
            text.removeFirst()
        }
        while let last = text.last, last == " " || last == "\"" || last == "'" { text.removeLast() }
        return String(text)
    }
}
