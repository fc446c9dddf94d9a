/// The local names, in lower case, that mean something to feed parsing.
enum FeedWord: String {
    case unknown = ""
    // Documents and their parts.
    case rss, rdf, channel, item, feed, entry, image, textinput, source, li, seq, items
    // Fields.
    case title, link, description, guid, pubdate, author, category, enclosure, comments, language
    case managingeditor, webmaster, lastbuilddate, ttl, skiphours, skipdays, hour, day, copyright
    case url, name, email, uri, homepage, id, subtitle, tagline, info, updated, modified, published
    case issued, created, contributor, content, summary, rights, generator, icon, logo, body, div
    case fullitem, encoded, creator, publisher, subject, date, identifier, available, valid
    case group, thumbnail, text, credit, keywords, player, owner, explicit, block, hash
    case updateperiod, updatefrequency, updatebase, origlink, origenclosurelink
    // CDF.
    case abstract, lastmod
    case self_ = "self"
    case schedule, login, usage
    // Attributes.
    case href, rel, type, length, version, term, label, scheme, ispermalink, base, lang, mode, src
    case about, resource, domain, medium, filesize, hreflang, value, isdefault
}
