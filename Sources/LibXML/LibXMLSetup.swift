import CXML2

/// libxml2's process-wide state, made ready once and before its first use.
///
/// Nothing outside the document is ever loaded: the entity loader refuses every address, local files
/// included, whatever options a parser is given. Errors go to each parser's own handler or nowhere.
enum LibXMLSetup {
    /// Makes libxml2 ready; cheap to call again, and safe from any thread.
    static func ensure() {
        _ = done
    }

    private static let done: Void = {
        xmlInitParser()
        unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
        briefd_silence_errors()
    }()
}
