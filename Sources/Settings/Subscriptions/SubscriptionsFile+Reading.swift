import BriefModel
import Charsets
import LibXML

extension SubscriptionsFile {
    /// What a file says, and what in it could not be used.
    public struct Contents: Sendable, Equatable {
        public var feeds: [FeedSubscription]
        /// URLs of those that are not to be asked.
        public var paused: Set<String>
        /// Outlines that name no feed that can be followed.
        public var refused: [Refusal]
        /// Addresses that stand there more than once; tags of all places are taken.
        public var repeated: [String]
        /// Why the file is no well-formed XML; it was read as far as it goes then.
        public var fault: String?
        /// Whether it ends in the midst: what stood after that is not there.
        public var isCut: Bool

        public init(
            feeds: [FeedSubscription] = [], paused: Set<String> = [], refused: [Refusal] = [],
            repeated: [String] = [], fault: String? = nil, isCut: Bool = false
        ) {
            self.feeds = feeds
            self.paused = paused
            self.refused = refused
            self.repeated = repeated
            self.fault = fault
            self.isCut = isCut
        }

        /// All that is not right, one sentence each.
        public var problems: [String] {
            let cut = isCut ? ["the file ends in the midst; what stood there last is missing"] : []
            return refused.map(\.description) + cut
        }
    }

    /// An outline that was not used.
    public struct Refusal: Sendable, Equatable, CustomStringConvertible {
        /// Its address, else what it is called.
        public var outline: String
        public var why: String

        public init(outline: String, why: String) {
            self.outline = outline
            self.why = why
        }

        public var description: String { "\(outline): \(why)" }
    }

    /// Reads OPML 1.0 and 2.0 in any character set, also where it breaks the rules of XML: with raw `&`, HTML's named
    /// characters, control characters, names in any case, or without its end. An outline that cannot be used is named
    /// in `refused`, its mates are read. Time and memory are linear in the input.
    ///
    /// - Throws: why it is no XML, where it has no outline either.
    public static func read(_ bytes: [UInt8]) throws(XMLReadError) -> Contents {
        let text = OutlineText.utf8(of: bytes)
        do throws(XMLReadError) {
            return try readStrictly(text)
        } catch {
            if case .tooLarge = error { throw error }
            var scanner = OutlineScanner(text)
            var reader = OutlineReader()
            while let step = scanner.next() {
                switch step {
                case .open(let attributes, let isClosed):
                    reader.open(attributes)
                    if isClosed { reader.close() }
                case .close: reader.close()
                }
            }
            reader.finish()
            guard reader.sawOutline else { throw error }
            return reader.contents(fault: error.description, isCut: scanner.isCut)
        }
    }

    /// Reads what is well-formed.
    public static func readStrictly(_ utf8: [UInt8]) throws(XMLReadError) -> Contents {
        let tape = try XMLReader.read(utf8)
        var reader = OutlineReader()
        let isOutline = tape.names.map { $0.local.lowercased() == "outline" }
        for (index, node) in tape.nodes.enumerated() where node.kind != .text {
            guard isOutline[Int(node.name)] else { continue }
            switch node.kind {
            case .start: reader.open(attributes(of: index, tape))
            case .end: reader.close()
            default: break
            }
        }
        reader.finish()
        return reader.contents(fault: nil, isCut: false)
    }

    private static func attributes(of start: Int, _ tape: XMLTape) -> [String: String] {
        var attributes: [String: String] = [:]
        for index in start + 1..<start + 1 + Int(tape.nodes[start].second) {
            let node = tape.nodes[index]
            let name = tape.names[Int(node.name)]
            let key = OutlineReader.key(name.local, isOwn: name.namespace == namespace)
            guard attributes[key] == nil else { continue }
            // References may stand for what no text may have.
            attributes[key] = StreamSafeText.mended(
                String(decoding: tape.value(of: node), as: UTF8.self))
        }
        return attributes
    }
}

/// The text of an OPML file.
private enum OutlineText {
    /// In UTF-8 by its mark, its declaration or its bytes, from its first sign on.
    static func utf8(of bytes: [UInt8]) -> [UInt8] {
        let declared = declaration(bytes)
        let isPlain = declared.map { ["utf-8", "utf8", "us-ascii"].contains($0.lowercased()) }
        var text = bytes
        // Sound UTF-8 stays as it is, so that what was written is read back to the letter.
        if isPlain == false || bytes.contains(0)
            || String(validating: bytes, as: UTF8.self) == nil
        {
            text = CharacterDecoder().decode(bytes, declared: declared.map { [$0] } ?? []).utf8
        }
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        let start = text.firstIndex { $0 > 0x20 } ?? text.endIndex
        return start == 0 ? text : Array(text[start...])
    }

    /// The encoding that the XML declaration names (XML 1.0 §4.3.3).
    private static func declaration(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(512), as: UTF8.self)
        guard let start = head.range(of: "<?xml"),
            let end = head[start.upperBound...].range(of: "?>"),
            let name = head[start.upperBound..<end.lowerBound].range(of: "encoding")
        else { return nil }
        let rest = head[name.upperBound..<end.lowerBound].drop { $0 == "=" || $0.isWhitespace }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }
}

extension StringProtocol {
    fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
