import Foundation
import Hashing

/// Files that hold documents, made for tests.
enum PackedFiles {
    /// A ZIP archive of files as they are.
    static func zip(_ files: [(name: String, content: Data)]) -> Data {
        var output: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let content = Array(file.content)
            let place = output.count
            let head =
                number(20, 2) + number(0x800, 2) + number(0, 6)
                + number(Int(Checksum.crc32(of: content)), 4) + number(content.count, 4)
                + number(content.count, 4) + number(file.name.utf8.count, 2)
            output += number(0x0403_4B50, 4) + head + number(0, 2) + Array(file.name.utf8) + content
            directory += number(0x0201_4B50, 4) + number(20, 2) + head + number(0, 12)
            directory += number(place, 4) + Array(file.name.utf8)
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2)
            + number(files.count, 2) + number(directory.count, 4) + number(output.count, 4)
            + number(0, 2)
        return Data(output + directory + end)
    }

    static func mail(_ seed: Int, type: String = "text/plain; charset=utf-8") -> String {
        """
        From: Ada Marl <ada@quay.example>
        To: reader@quay.example
        Subject: \(Prose.title(seed))
        Date: Fri, 06 Mar 2026 09:30:00 +0100
        Message-ID: <\(seed)@quay.example>
        MIME-Version: 1.0
        Content-Type: \(type)

        \(Prose.paragraphs(seed).joined(separator: "\n\n"))

        """
    }

    static func mailbox(_ seeds: some Sequence<Int>) -> String {
        seeds.map { "From ada@quay.example Fri Mar  6 09:30:00 2026\n" + mail($0) + "\n" }.joined()
    }

    private static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }
}
