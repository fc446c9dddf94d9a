import Glibc

/// The C library's conversions, loaded beforehand: a process that can open no file any more still knows every
/// character set.
public enum LoadedCharsets {
    /// Loads what iconv(3) needs for every character set that a label can mean, and keeps it: some 40 small modules,
    /// in 3 ms. What is not installed stays unknown.
    public static func load() {
        for name in Charset.iconvNames {
            // Never closed: the C library unloads what nobody has open.
            _ = unsafe iconv_open("UTF-8", name)
        }
    }
}
