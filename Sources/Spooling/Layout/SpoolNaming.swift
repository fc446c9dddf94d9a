import BriefModel
import LinuxIO

/// The rules of names in the spool.
enum SpoolNaming {
    /// The name under which a file is put where others are and a record may stand beside it.
    ///
    /// - Parameters:
    ///   - number: 1 for the name itself; "NAME (2).html" and so on where that is taken.
    ///   - withRecord: leaves room for the record's suffix within NAME_MAX, and never looks like a record.
    static func placed(_ name: FileName, number: Int, withRecord: Bool) -> FileName {
        var (stem, suffix) = parted(name)
        if withRecord, SpoolRecord.isRecord(name) { suffix += Array("_".utf8) }
        let mark = number > 1 ? Array(" (\(number))".utf8) : []
        let limit = FileName.maximumLength - (withRecord ? SpoolRecord.suffix.utf8.count : 0)
        let room = max(1, limit - suffix.count - mark.count)
        if stem.count > room { stem = shortened(stem, to: room) }
        return FileName(bytes: stem + mark + suffix)
    }

    /// Stem and suffix, ".html.gz" being one suffix.
    private static func parted(_ name: FileName) -> (stem: [UInt8], suffix: [UInt8]) {
        guard var (stem, suffix) = SpoolKind.split(name) else { return (name.bytes, []) }
        if DocumentFormat.isCompression(suffix: suffix),
            let inner = SpoolKind.split(stem)
        {
            stem = inner.stem
            suffix = inner.suffix + "." + suffix
        }
        return (stem.bytes, Array(name.bytes.dropFirst(stem.bytes.count)))
    }

    /// Cuts between characters of UTF-8.
    private static func shortened(_ bytes: [UInt8], to count: Int) -> [UInt8] {
        var end = count
        while end > 1, bytes[end] & 0xC0 == 0x80, count - end < 4 { end -= 1 }
        return Array(bytes[..<end])
    }
}
