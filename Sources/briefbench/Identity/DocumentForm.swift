import BriefModel
import Foundation

/// What becomes of a document on its way: other encodings and line ends, other typography, other margins, a page around it,
/// a mail around it. The title stands in its first line, its blocks are parted by empty lines.
struct DocumentForm: Sendable {
    var name: String
    var make: @Sendable (Blocks) -> Document?

    struct Blocks: Sendable {
        /// The first line.
        var title: String
        var rest: [String]
        /// What a page or a mail bears as its title.
        var name: String

        /// - Parameter name: the headline, where the first line has more than that.
        init?(_ text: String, name: String? = nil) {
            var blocks: [String] = []
            for line in text.replacing("\r\n", with: "\n").split(
                separator: "\n", omittingEmptySubsequences: false)
            {
                let isEmpty = line.allSatisfy(\.isWhitespace)
                if isEmpty || blocks.isEmpty {
                    blocks.append(isEmpty ? "" : String(line))
                } else if let last = blocks.last {
                    blocks[blocks.count - 1] = last.isEmpty ? String(line) : last + "\n" + line
                }
            }
            blocks.removeAll(where: \.isEmpty)
            guard blocks.count > 1, let title = blocks.first else { return nil }
            (self.title, rest) = (title, Array(blocks.dropFirst()))
            self.name = name.flatMap { title.contains($0) ? $0 : nil } ?? title
        }

        var all: [String] { [title] + rest }
        var text: String { all.joined(separator: "\n\n") + "\n" }

        /// Each block in other words or lines.
        func map(_ change: (String) -> String) -> Document {
            Document(([title] + rest.map(change)).joined(separator: "\n\n") + "\n")
        }
    }

    static let all = encodings + margins + typography + titles + pages + mails

    private static let encodings: [DocumentForm] = [
        DocumentForm(name: "CR LF") { Document($0.text.replacing("\n", with: "\r\n")) },
        DocumentForm(name: "CR") { Document($0.text.replacing("\n", with: "\r")) },
        DocumentForm(name: "a byte order mark") { Document("\u{FEFF}" + $0.text) },
        DocumentForm(name: "UTF-16, low byte first") { blocks in
            encoded("\u{FEFF}" + blocks.text, .utf16LittleEndian)
        },
        DocumentForm(name: "UTF-16, high byte first") { blocks in
            encoded("\u{FEFF}" + blocks.text, .utf16BigEndian)
        },
        DocumentForm(name: "undeclared windows-1252") { encoded($0.text, .windowsCP1252) },
        DocumentForm(name: "NFD") { Document($0.text.decomposedStringWithCanonicalMapping) },
    ]

    /// Each line is filled for itself.
    static func wrap(_ block: String, _ width: Int) -> String {
        block.split(separator: "\n").map { CopiedForm.wrap(String($0), width) }
            .joined(separator: "\n")
    }

    private static func encoded(_ text: String, _ encoding: String.Encoding) -> Document? {
        text.data(using: encoding).map { Document(bytes: [UInt8]($0)) }
    }

    private static let margins: [DocumentForm] = [
        DocumentForm(name: "wrapped at 60") { $0.map { wrap($0, 60) } },
        DocumentForm(name: "wrapped at 72") { $0.map { wrap($0, 72) } },
        DocumentForm(name: "wrapped at 80") { $0.map { wrap($0, 80) } },
        DocumentForm(name: "wrapped, indented paragraphs") { blocks in
            let lines = blocks.rest.flatMap { $0.split(separator: "\n") }
                .map { "    " + CopiedForm.wrap(String($0), 72) }
            return Document(blocks.title + "\n\n" + lines.joined(separator: "\n") + "\n")
        },
        DocumentForm(name: "wrapped and double-spaced") { blocks in
            let lines = blocks.rest.map {
                wrap($0, 72).replacing("\n", with: "\n\n")
            }
            return Document(([blocks.title] + lines).joined(separator: "\n\n\n\n") + "\n")
        },
        DocumentForm(name: "no empty lines") { Document($0.all.joined(separator: "\n") + "\n") },
        DocumentForm(name: "blanks at line ends") {
            Document($0.text.replacing("\n", with: " \t \n"))
        },
        DocumentForm(name: "each line indented") { blocks in
            Document(CopiedForm.indent(blocks.all.joined(separator: "\n\n"), "    "))
        },
    ]

    private static let typography: [DocumentForm] = [
        DocumentForm(name: "straight quotation marks") { blocks in
            var text = blocks.text
            for (one, other) in ["’": "'", "‘": "'", "“": "\"", "”": "\"", "«": "\"", "»": "\""] {
                text = text.replacing(one, with: other)
            }
            return Document(text)
        },
        DocumentForm(name: "curved quotation marks") { blocks in
            var isOpen = false
            return Document(
                String(
                    blocks.text.map { character -> Character in
                        if character == "'" { return "’" }
                        guard character == "\"" else { return character }
                        isOpen.toggle()
                        return isOpen ? "“" : "”"
                    }))
        },
        DocumentForm(name: "every third blank does not break") { blocks in
            blocks.map { block in
                var count = 0
                return String(
                    block.map { character -> Character in
                        guard character == " " else { return character }
                        count += 1
                        return count % 3 == 0 ? "\u{A0}" : " "
                    })
            }
        },
        DocumentForm(name: "soft hyphens") { blocks in
            blocks.map { within($0, "\u{AD}") }
        },
        DocumentForm(name: "ligatures") { blocks in
            blocks.map { $0.replacing("fi", with: "\u{FB01}").replacing("fl", with: "\u{FB02}") }
        },
        DocumentForm(name: "zero-width blanks") { blocks in
            blocks.map { $0.replacing(" ", with: " \u{200B}") }
        },
        DocumentForm(name: "zero-width joiners and marks within words") { blocks in
            blocks.map { within(within($0, "\u{200D}"), "\u{FEFF}") }
        },
        DocumentForm(name: "other dashes and dots") { blocks in
            Document(
                blocks.text.replacing("…", with: "...").replacing("—", with: "–")
                    .replacing("−", with: "-"))
        },
    ]

    /// A sign in the midst of long words.
    private static func within(_ text: String, _ sign: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            guard word.count > 8, word.allSatisfy(\.isLetter) else { return String(word) }
            return word.prefix(4) + sign + word.dropFirst(4)
        }.joined(separator: " ")
    }

    private static let titles: [DocumentForm] = [
        DocumentForm(name: "another headline") { blocks in
            Document((["What is known so far"] + blocks.rest).joined(separator: "\n\n") + "\n")
        },
        DocumentForm(name: "headline in capitals") { blocks in
            Document(
                ([blocks.title.uppercased()] + blocks.rest).joined(separator: "\n\n") + "\n")
        },
    ]

    private static let mails: [DocumentForm] = [
        DocumentForm(name: "quoted") { blocks in
            Document(CopiedForm.indent(blocks.all.joined(separator: "\n\n"), "> "))
        },
        DocumentForm(name: "quoted and wrapped") { blocks in
            let all = blocks.all.map { wrap($0, 70) }.joined(separator: "\n\n")
            return Document(CopiedForm.indent(all, "> "))
        },
        DocumentForm(name: "Sent from my phone") { Document($0.text + "\nSent from my phone\n") },
        DocumentForm(name: "signature") { blocks in
            Document(blocks.text + "\n-- \nAnn Miller\nHarbour Notes, +44 20 7946 0000\n")
        },
        DocumentForm(name: "forwarded") { blocks in
            Document(
                """
                ---------- Forwarded message ---------
                From: Ann Miller <ann@example.org>
                Date: Mon, 2 Mar 2026 at 09:14
                Subject: Fwd: \(blocks.name)
                To: Ben Ward <ben@example.org>


                \(blocks.text)
                """)
        },
        DocumentForm(name: "forwarded, wrapped") { blocks in
            Document(
                """
                -----Original Message-----
                From: Ann Miller [mailto:ann@example.org]
                Sent: Monday, March 2, 2026 9:14 AM
                To: Ben Ward
                Subject: \(blocks.name)

                \(blocks.all.map { wrap($0, 72) }.joined(separator: "\n\n"))
                """)
        },
        DocumentForm(name: "copied with what stood around it") { blocks in
            let head = "Home\nNews\nSport\nWeather\n\n"
            let foot =
                "\nShare this article\nRelated stories\nA ferry for the spring\n© Harbour Notes\n"
            return Document(head + blocks.text + foot)
        },
    ]
}
