extension DocumentFormat {
    /// The table: one case a format.
    var row: Row {
        switch self {
        case .html, .text, .markdown, .feed, .outline, .links: plainRow
        case .org, .restructured, .asciidoc, .captions: notationRow
        case .mail, .mailbox, .mhtml, .webarchive: messageRow
        case .gzip, .xz, .bzip2, .zstd: compressionRow
        case .zip, .tar, .warc, .wacz: archiveRow
        case .epub, .docx, .odt, .rtf, .pdf: officeRow
        }
    }

    private var plainRow: Row {
        switch self {
        case .text:
            Row(
                suffixes: ["txt", "text"], mediaTypes: ["text/plain"], kind: .plain(.text),
                name: "a text",
                reading:
                    "one article, also when it was copied from a browser with everything around it")
        case .markdown:
            Row(
                suffixes: ["md", "markdown"], mediaTypes: ["text/markdown", "text/x-markdown"],
                kind: .plain(.markdown), name: "a text in Markdown",
                reading: "one article; what stands before it between `---` or `+++` are its facts")
        case .feed:
            Row(
                suffixes: ["xml", "rss", "atom", "json"],
                mediaTypes: [
                    "application/rss+xml", "application/atom+xml", "application/feed+json",
                ], kind: .feed, name: "a feed",
                reading:
                    "a feed: one article for each entry, from what the feed itself holds; nothing is fetched."
                    + " Each entry's content is kept, the file itself only with `keep_done`; an entry without"
                    + " title, link and words is listed in `briefctl errors`")
        case .outline:
            Row(
                suffixes: ["opml"], mediaTypes: ["text/x-opml"], kind: .outline,
                name: "a list of feeds",
                reading: "a list of feeds: nothing is filed; subscribe with `briefctl feed import`")
        case .links:
            Row(
                suffixes: ["url", "webloc", "desktop"],
                mediaTypes: ["application/internet-shortcut", "application/x-mswinurl"],
                kind: .links, name: "a list of addresses",
                reading:
                    "addresses, as browsers and desktops save them (`URL=…`, a property list) or one a line:"
                    + " each is fetched once")
        default:
            Row(
                suffixes: ["html", "htm", "xhtml", "xht", "shtml", "php", "asp", "aspx"],
                mediaTypes: ["text/html", "application/xhtml+xml"], kind: .plain(.html),
                name: "a web page",
                reading:
                    "one article: menus, banners, share buttons and comments are left out")
        }
    }

    private var notationRow: Row {
        switch self {
        case .org:
            Row(
                suffixes: ["org"], mediaTypes: ["text/org", "text/x-org"], kind: .single,
                name: "a text in Org",
                reading: "as .md; the facts are its `#+TITLE:`, `#+DATE:` and so on")
        case .restructured:
            Row(
                suffixes: ["rst", "rest"], mediaTypes: ["text/x-rst", "text/prs.fallenstein.rst"],
                kind: .single, name: "a text in reStructuredText",
                reading:
                    "as .md; the facts are its title and the fields below it; directives are read as far as"
                    + " they hold text")
        case .captions:
            Row(
                suffixes: ["vtt", "srt"], mediaTypes: ["text/vtt", "application/x-subrip"],
                kind: .single, name: "a file of captions (WebVTT, SubRip)",
                reading:
                    "one article: what is said, as prose with its speakers, without times; each line of"
                    + " captions that roll once")
        default:
            Row(
                suffixes: ["adoc", "asciidoc"], mediaTypes: ["text/asciidoc", "text/x-asciidoc"],
                kind: .single, name: "a text in AsciiDoc",
                reading:
                    "as .md; the facts are those of its header; nothing is included from other files"
            )
        }
    }

    private var messageRow: Row {
        switch self {
        case .mailbox:
            Row(
                suffixes: ["mbox"], mediaTypes: ["application/mbox"], kind: .several,
                name: "a mailbox", reading: "each message as a file of its own would be")
        case .mhtml:
            Row(
                suffixes: ["mhtml", "mht"],
                mediaTypes: ["multipart/related", "application/x-mimearchive"],
                kind: .single, name: "a saved page (MHTML)",
                reading: "the page, with the address that it was saved from")
        case .webarchive:
            Row(
                suffixes: ["webarchive"], mediaTypes: ["application/x-webarchive"], kind: .single,
                name: "a saved page (Safari)",
                reading: "the page, with the address that it was saved from")
        default:
            Row(
                suffixes: ["eml", "emlx"], mediaTypes: ["message/rfc822", "message/global"],
                kind: .single,
                name: "a mail",
                reading:
                    "one article with subject, sender, list and date as its facts, without what newsletters"
                    + " put around it; attachments that can be read are documents of their own, the others"
                    + " are named; of winmail.dat the text is taken where the mail has none")
        }
    }

    private var compressionRow: Row {
        switch self {
        case .xz:
            Row(
                suffixes: ["xz"], mediaTypes: ["application/x-xz", "application/xz"],
                kind: .several, name: "xz data", reading: "as .gz")
        case .bzip2:
            Row(
                suffixes: ["bz2"], mediaTypes: ["application/x-bzip2", "application/x-bzip"],
                kind: .several, name: "bzip2 data", reading: "as .gz")
        case .zstd:
            Row(
                suffixes: ["zst"], mediaTypes: ["application/zstd", "application/x-zstd"],
                kind: .several, name: "zstd data", reading: "as .gz")
        default:
            Row(
                suffixes: ["gz"], mediaTypes: ["application/gzip", "application/x-gzip"],
                kind: .several, name: "gzip data",
                reading: "behind any of these: the same, decompressed")
        }
    }

    private var archiveRow: Row {
        switch self {
        case .tar:
            Row(
                suffixes: ["tar", "tgz", "txz", "tbz2", "tbz", "tzst"],
                mediaTypes: ["application/x-tar"], kind: .several,
                name: "a tar archive", reading: "as .zip, also compressed (`.tar.gz`)")
        case .warc:
            Row(
                suffixes: ["warc"], mediaTypes: ["application/warc"], kind: .several,
                name: "a web archive (WARC)",
                reading: "each page that was answered with, and its address")
        case .wacz:
            Row(
                suffixes: ["wacz"], mediaTypes: ["application/wacz"], kind: .several,
                name: "a web archive (WACZ)", reading: "as the WARC files in it")
        default:
            Row(
                suffixes: ["zip"], mediaTypes: ["application/zip", "application/x-zip-compressed"],
                kind: .several, name: "a ZIP archive",
                reading:
                    "each file in it that can be read, two archives deep; folders become tags, nothing is"
                    + " unpacked to the disk")
        }
    }

    private var officeRow: Row {
        switch self {
        case .docx:
            Row(
                suffixes: ["docx", "docm", "dotx"],
                mediaTypes: [
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                ], kind: .single, name: "a Word document",
                reading:
                    "one article with headings, lists, tables and notes; title, author and day from its"
                    + " properties; changes are taken as made, macros are not looked at")
        case .odt:
            Row(
                suffixes: ["odt", "ott"],
                mediaTypes: ["application/vnd.oasis.opendocument.text"], kind: .single,
                name: "an OpenDocument text", reading: "as .docx")
        case .rtf:
            Row(
                suffixes: ["rtf"], mediaTypes: ["application/rtf", "text/rtf"], kind: .single,
                name: "an RTF document", reading: "as .docx")
        case .pdf:
            Row(
                suffixes: ["pdf"], mediaTypes: ["application/pdf"], kind: .single,
                name: "a PDF document",
                reading:
                    "one article: its text in the order of reading, columns, notes, tables and all, without running"
                    + " heads and page numbers; its day is what the first page states, never that of its making;"
                    + " pictures of text need `[extraction] ocr`; needs `poppler-utils`")
        default:
            Row(
                suffixes: ["epub"], mediaTypes: ["application/epub+zip"], kind: .several,
                name: "a book (EPUB)",
                reading:
                    "each chapter of 200 words or more, with the book's facts; with `[spool] epub = \"book\"` the"
                    + " whole book is one article")
        }
    }
}
