/// Suffixes of formats that are known, and of which there is nothing to read. What is neither here nor in the table of
/// `DocumentFormat` is no suffix.
public enum OtherSuffixes {
    public static func contain(_ suffix: String) -> Bool { all.contains(suffix) }

    private static let all: Set<String> = [
        // Documents and mail.
        "doc", "wpd", "xls", "xlsx", "xlsm", "ods", "csv", "tsv", "ppt", "pptx", "pps", "ppsx",
        "odp", "odg", "vsd", "vsdx", "mobi", "azw", "azw3", "fb2", "djvu", "eps", "tex",
        "msg", "pst", "ics", "vcf", "maff", "chm", "xps",
        // Pictures, sound, film.
        "png", "jpg", "jpeg", "jpe", "jfif", "gif", "webp", "svg", "svgz", "bmp", "tif", "tiff",
        "heic", "heif", "avif", "ico", "psd", "cr2", "nef", "mp3", "m4a", "m4b", "aac", "wav",
        "flac", "ogg", "oga", "opus", "wma", "aiff", "mid", "mp4", "m4v", "mkv", "webm", "avi",
        "mov", "wmv", "flv", "mpg", "mpeg", "3gp", "ogv",
        // Archives, programs, data.
        "lz4", "lzma", "7z", "rar", "cab", "iso", "dmg", "pkg", "img",
        "exe", "dll", "msi", "bat", "cmd", "ps1", "deb", "rpm", "apk", "jar", "bin", "dat", "db",
        "sqlite", "sqlite3", "mdb", "js", "mjs", "css", "scss", "wasm", "woff", "woff2", "ttf",
        "otf", "eot", "lnk", "torrent", "crx", "xpi", "swf",
    ]
}
