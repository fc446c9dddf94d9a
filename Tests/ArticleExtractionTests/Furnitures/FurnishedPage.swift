/// Pages of our own making that show one body among the furniture of a site.
struct FurnishedPage {
    /// How a site lays out its pages.
    enum Layout: String, CaseIterable {
        /// HTML5's elements for the parts of a page.
        case elements
        /// Boxes with ids, as sites were built for years.
        case boxes
        /// The class names of a well-known blog software.
        case blog
        /// Class names that say nothing, and furniture between the paragraphs.
        case hashed
        /// A table for the columns.
        case table
    }

    let body: FurnishedBody
    let words: FurnitureWords

    func html(_ layout: Layout) -> String {
        let page =
            switch layout {
            case .elements: elements
            case .boxes: boxes
            case .blog: blog
            case .hashed: hashed
            case .table: table
            }
        return """
            <!DOCTYPE html><html lang="\(words.language)"><head><meta charset="utf-8">
            <title>\(body.title) | \(words.site)</title><meta name="author" content="\(words.author)"></head>
            \(page)</html>
            """
    }

    private func list(_ items: [String], _ className: String = "") -> String {
        let name = className.isEmpty ? "" : " class=\"\(className)\""
        let rows = items.enumerated().map { "<li><a href=\"/\($0.offset)\">\($0.element)</a></li>" }
        return "<ul\(name)>\(rows.joined())</ul>"
    }

    private func buttons(_ items: [String]) -> String {
        items.map { "<button>\($0)</button>" }.joined()
    }

    /// The body with other things before the paragraphs at some places.
    private func blocks(with insertions: [Int: String] = [:]) -> String {
        body.blocks.enumerated().map { (insertions[$0.offset] ?? "") + $0.element }
            .joined(separator: "\n")
    }

    private var comments: String {
        words.comments.enumerated().map {
            "<div class=\"comment\"><b>user\($0.offset + 17)</b> <time>12:0\($0.offset)</time><p>\($0.element)</p></div>"
        }.joined()
    }

    private var elements: String {
        """
        <body><header><a href="/">\(words.site)</a><nav>\(list(words.sections))</nav></header>
        <main><article><h1>\(body.title)</h1><p class="byline">\(words.byline), <time datetime="2024-03-12">\(words.date)</time></p>
        \(list(words.share, "share")) \(blocks()) <aside class="author"><p>\(words.authorNote)</p></aside></article>
        <section class="related"><h2>\(words.relatedHeading)</h2>\(list(words.related))</section>
        <section id="comments"><h2>\(words.commentsHeading)</h2>\(comments)</section></main>
        <footer>\(list(words.footer))</footer>
        <div class="cookie-banner"><p>\(words.consent)</p>\(buttons(words.consentButtons))</div></body>
        """
    }

    private var boxes: String {
        """
        <body><div id="cookie-notice"><p>\(words.consent)</p><a href="#">\(words.consentButtons[0])</a></div>
        <div id="wrapper"><div id="head"><div id="logo">\(words.site)</div><div id="menu">\(list(words.sections))</div></div>
        <div id="sidebar"><h3>\(words.relatedHeading)</h3>\(list(words.related))<div class="ad">\(words.advertisement)</div>
        <div class="newsletter"><p>\(words.newsletter)</p><input type="email"><button>\(words.newsletterButton)</button></div></div>
        <div id="content"><h1>\(body.title)</h1><div class="meta">\(words.date) | \(words.byline)</div>\(blocks())
        <div class="social">\(words.share.map { "<a href=\"#\">\($0)</a>" }.joined(separator: " "))</div>
        <div id="comments"><h3>\(words.commentsHeading)</h3>\(comments)</div></div>
        <div id="footer"><p>\(words.footer.joined(separator: " | "))</p><a href="#top">\(words.top)</a></div></div></body>
        """
    }

    private var blog: String {
        """
        <body class="post-template-default single single-post postid-412"><div id="page" class="site">
        <header id="masthead" class="site-header"><p class="site-title"><a href="/">\(words.site)</a></p>
        <nav class="main-navigation">\(list(words.sections, "menu"))</nav></header>
        <div id="primary" class="content-area"><main class="site-main"><article class="post-412 post type-post hentry">
        <header class="entry-header"><h1 class="entry-title">\(body.title)</h1><div class="entry-meta"><span class="posted-on">\
        <time>\(words.date)</time></span> <span class="byline">\(words.byline)</span></div></header>
        <div class="entry-content">\(blocks())<div class="sharedaddy"><h3 class="sd-title">\(words.share[0])</h3>\(list(words.share))</div>
        <div class="jp-relatedposts"><h3>\(words.relatedHeading)</h3>\(list(words.related))</div></div>
        <div class="author-box"><img src="/a.png" alt=""><p>\(words.authorNote)</p></div></article>
        <div id="comments" class="comments-area"><h2 class="comments-title">\(words.commentsHeading)</h2>
        <ol class="comment-list">\(comments)</ol></div></main></div>
        <aside id="secondary" class="widget-area"><section class="widget"><h2>\(words.relatedHeading)</h2>\(list(words.related))</section>
        <section class="widget"><p>\(words.newsletter)</p></section></aside>
        <footer id="colophon" class="site-footer"><p>\(words.footer[0])</p></footer></div></body>
        """
    }

    private var hashed: String {
        let newsletter =
            "<div class=\"css-9xk\" role=\"complementary\"><h3>\(words.newsletterButton)</h3><p>\(words.newsletter)</p></div>"
        let related =
            "<div class=\"css-7pq\"><strong>\(words.relatedHeading)</strong>\(list(Array(words.related.prefix(2))))</div>"
        let advertisement = "<div class=\"css-1ad\"><span>\(words.advertisement)</span></div>"
        return """
            <body><div id="root"><div class="css-a1"><div class="css-b2">\(words.sections.map { "<a href=\"/s\">\($0)</a>" }.joined())</div></div>
            <div class="css-c3"><h1 class="css-d4">\(body.title)</h1><div class="css-e5"><span>\(words.byline)</span><span>\(words.date)</span></div>
            <div class="css-f6">\(words.share.map { "<button>\($0)</button>" }.joined())</div>
            <div class="css-g7">\(blocks(with: [2: newsletter, 4: advertisement, 8: related]))</div>
            <div class="css-h8"><p>\(words.authorNote)</p></div></div>
            <div class="css-i9"><h2>\(words.relatedHeading)</h2>\(words.related.map { "<a href=\"/r\"><h3>\($0)</h3></a>" }.joined())</div>
            <div class="css-j0">\(words.footer.map { "<a href=\"/f\">\($0)</a>" }.joined())</div>
            <div class="css-k1" role="dialog"><p>\(words.consent)</p>\(buttons(words.consentButtons))</div></div></body>
            """
    }

    private var table: String {
        """
        <body bgcolor="#ffffff"><table width="100%"><tr><td colspan="3"><font size="5">\(words.site)</font></td></tr>
        <tr><td colspan="3">\(words.sections.map { "<a href=\"/s\">\($0)</a>" }.joined(separator: " | "))</td></tr>
        <tr><td width="150" valign="top">\(words.related.map { "<a href=\"/r\">\($0)</a><br>" }.joined())</td>
        <td valign="top"><h1>\(body.title)</h1><font size="1">\(words.byline), \(words.date)</font>\(blocks())
        <p><a href="/print">\(words.share[3])</a> | <a href="/mail">\(words.share[2])</a></p></td>
        <td width="120" valign="top"><b>\(words.advertisement)</b><br><img src="/ad.gif"><p>\(words.newsletter)</p></td></tr>
        <tr><td colspan="3" align="center"><font size="1">\(words.footer.joined(separator: " · "))</font><br>
        <a href="#">\(words.top)</a></td></tr></table></body>
        """
    }
}
