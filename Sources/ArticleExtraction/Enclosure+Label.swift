import BriefModel

extension Enclosure {
    private enum Kind: String {
        case picture = "Picture"
        case sound = "Audio"
        case film = "Video"
        case chapters = "Chapters"
        case transcript = "Transcript"
        case file = "File"
    }

    var isPicture: Bool { kind == .picture }

    /// A picture that only stands for something else: feeds do not say what type a thumbnail has.
    var isPreview: Bool { kind == .picture && type == "image/*" && title == nil }

    /// What it is, for people: "Audio: episode-12.mp3, audio/mpeg, 12.3 MB".
    var label: String {
        let language = transcriptLanguage.map { " (\($0))" } ?? ""
        var parts = [isTranscript ? name + language : title ?? name]
        if let type, !type.hasSuffix("/*") { parts.append(type) }
        if let size { parts.append(size) }
        return kind.rawValue + ": " + parts.joined(separator: ", ")
    }

    private var kind: Kind {
        let type = (type ?? "").lowercased()
        if type.contains("chapters") { return .chapters }
        if isTranscript { return .transcript }
        if type.hasPrefix("image/") { return .picture }
        if type.hasPrefix("audio/") { return .sound }
        if type.hasPrefix("video/") || type.contains("shockwave") { return .film }
        guard type.isEmpty || type.hasSuffix("octet-stream") else { return .file }
        return Self.kinds[suffix] ?? .file
    }

    private static let kinds: [String: Kind] = [
        "jpg": .picture, "jpeg": .picture, "png": .picture, "gif": .picture, "webp": .picture,
        "avif": .picture, "svg": .picture, "mp3": .sound, "m4a": .sound, "ogg": .sound,
        "oga": .sound, "opus": .sound, "flac": .sound, "wav": .sound, "aac": .sound, "mp4": .film,
        "m4v": .film, "webm": .film, "mov": .film, "ogv": .film, "mkv": .film, "avi": .film,
    ]

    /// The last part of the address's path; the host where there is none.
    private var name: String {
        let bare = url.withoutScheme
        let path = bare.prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/").last.map(String.init) ?? url
    }

    private var suffix: String {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }

    /// Nil where the feed states none, or nonsense: many write 0 or 1.
    private var size: String? {
        guard let bytes = length.flatMap({ Int($0) }), bytes >= 1_000 else { return nil }
        let (value, unit) =
            bytes < 1_000_000 ? (Double(bytes) / 1_000, "kB") : (Double(bytes) / 1_000_000, "MB")
        let tenths = Int((value * 10).rounded())
        return value >= 100 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}
