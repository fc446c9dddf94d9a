import BriefModel
import Charsets

/// A page that Safari saved as one file: the main resource of a property list, binary or XML.
enum WebArchiveReader {
    /// - Throws: `damaged`, or `nothingReadable` where the main resource is no page.
    static func read(_ bytes: [UInt8]) throws(DocumentsError) -> PackedDocument {
        let resource = bytes.starts(with: "bplist".utf8) ? try binary(bytes) : try xml(bytes)
        let type = resource.type?.lowercased() ?? "text/html"
        guard type.hasPrefix("text/") || type.hasPrefix("application/xhtml") else {
            throw DocumentsError(.nothingReadable, "the saved page is \(type.prefix(60))")
        }
        guard !resource.data.isEmpty else {
            throw DocumentsError(.damaged, "the saved page is empty; save it again")
        }
        return PackedDocument(
            type: type == "text/plain" ? .text : .html, bytes: resource.data,
            charset: resource.charset, url: resource.address.flatMap(LinkTarget.http))
    }

    private struct Resource {
        var data: [UInt8]
        var address: String?
        var type: String?
        var charset: String?
    }

    private static let damaged = DocumentsError(
        .damaged, "the saved page is cut off or damaged; save it again")

    private static func binary(_ bytes: [UInt8]) throws(DocumentsError) -> Resource {
        guard let list = PropertyList.Binary(bytes) else { throw damaged }
        guard let main = list.value(of: "WebMainResource", in: list.top) else {
            throw DocumentsError(
                .nothingReadable, "it is a property list, and no page that Safari saved")
        }
        func text(_ key: String) -> String? {
            list.value(of: key, in: main).flatMap(list.string)
        }
        guard let data = list.value(of: "WebResourceData", in: main).flatMap(list.data) else {
            throw damaged
        }
        return Resource(
            data: data, address: text("WebResourceURL"), type: text("WebResourceMIMEType"),
            charset: text("WebResourceTextEncodingName"))
    }

    /// The keys of the main resource in their one form: programs write these lists, not people.
    private static func xml(_ bytes: [UInt8]) throws(DocumentsError) -> Resource {
        guard let main = Needle("<key>WebMainResource</key>").place(in: bytes[...]) else {
            throw damaged
        }
        let rest = bytes[main...]
        func value(_ key: String, _ element: String) -> ArraySlice<UInt8>? {
            guard let place = Needle("<key>\(key)</key>").place(in: rest) else { return nil }
            let behind = rest[place...].dropFirst(key.utf8.count + 11)
            let open = "<\(element)>"
            guard let start = Needle(open).place(in: behind.prefix(256)),
                let end = Needle("</\(element)>").place(in: behind[start...])
            else { return nil }
            return behind[(start + open.utf8.count)..<end]
        }
        func text(_ key: String) -> String? {
            value(key, "string").map {
                StreamSafeText.mended(String(decoding: $0, as: UTF8.self))
                    .replacing("&lt;", with: "<")
                    .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
            }
        }
        guard let data = value("WebResourceData", "data") else { throw damaged }
        return Resource(
            data: Base64Code.decoded(data), address: text("WebResourceURL"),
            type: text("WebResourceMIMEType"), charset: text("WebResourceTextEncodingName"))
    }
}
