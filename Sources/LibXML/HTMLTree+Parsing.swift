import CXML2
import Charsets

extension HTMLTree {
    /// Reads a page that has been decoded to UTF-8; what the page says of its own encoding is ignored.
    /// Bytes that are not UTF-8, and NULs, become U+FFFD; other control characters are left out. Of a page
    /// of 2 GiB and more nothing is read.
    ///
    /// - Parameter isUTF8: whether the bytes are known to be UTF-8: then they are not looked through again.
    public init(parsing bytes: [UInt8], isUTF8: Bool = false) {
        let page = HTMLTree.scanned(bytes)
        self.init(page.isClean(isUTF8: isUTF8) ? page : HTMLTree.scanned(HTMLTree.mended(bytes)))
    }

    private init(_ page: ScannedPage) {
        LibXMLSetup.ensure()
        var builder = HTMLTreeBuilder(tokens: page.tokens)
        unsafe page.skeleton.withUnsafeBytes { raw in
            guard raw.count > 0,
                let base = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self),
                let context = unsafe htmlCreateMemoryParserCtxt(base, Int32(raw.count))
            else { return }
            defer { unsafe htmlFreeParserCtxt(context) }
            let options =
                HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            unsafe htmlCtxtUseOptions(context, Int32(options))
            unsafe context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
            unsafe context.pointee.sax.pointee = HTMLTree.callbacks()
            unsafe builder.context = context
            // The builder stays where it is until the parse is over.
            unsafe withUnsafeMutablePointer(to: &builder) {
                unsafe context.pointee.userData = UnsafeMutableRawPointer($0)
                unsafe htmlParseDocument(context)
            }
            unsafe builder.context = nil
        }
        self.init(utf8: page.utf8, nodes: builder.finish(), attributes: page.attributes)
    }

    /// Only what the tree is made of; libxml2's own callbacks would take `userData` for its context.
    private static func callbacks() -> htmlSAXHandler {
        var handler = unsafe htmlSAXHandler()
        unsafe handler.initialized = 1
        unsafe handler.startElement = { data, name, _ in
            guard let name = unsafe name else { return }
            unsafe HTMLTreeBuilder.at(data)?.pointee.start(name)
        }
        unsafe handler.endElement = { data, name in
            guard let name = unsafe name else { return }
            unsafe HTMLTreeBuilder.at(data)?.pointee.end(name)
        }
        let text: charactersSAXFunc = { data, _, _ in
            unsafe HTMLTreeBuilder.at(data)?.pointee.text()
        }
        unsafe handler.characters = text
        unsafe handler.ignorableWhitespace = text
        unsafe handler.cdataBlock = text
        return unsafe handler
    }

    private static func scanned(_ bytes: [UInt8]) -> ScannedPage {
        guard bytes.count < Int(Int32.max) else { return ScannedPage() }
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return ScannedPage() }
            let bytes = unsafe HTMLBytes(base: base, count: buffer.count)
            var scanner = HTMLScanner(bytes, mendsRows: false)
            let page = scanner.scan()
            if StreamSafeText.isSafe(page.utf8.span) { return page }
            // Hardly any page has so many marks on a letter: it is read once more, with each piece mended.
            var mending = HTMLScanner(bytes, mendsRows: true)
            return mending.scan()
        }
    }

    /// libxml2 would leave control characters out of texts too.
    private static func mended(_ bytes: [UInt8]) -> [UInt8] {
        var mended: [UInt8] = []
        mended.reserveCapacity(bytes.count)
        for byte in String(decoding: bytes, as: UTF8.self).utf8 {
            switch byte {
            case 0: mended += [0xEF, 0xBF, 0xBD]
            case 0x0C: mended.append(0x20)
            case _ where !byte.isControl: mended.append(byte)
            default: break
            }
        }
        return mended
    }
}
