/// The local names, in lower case, that mean something to feed parsing.
enum FeedWord: String {
    case unknown = ""
    // Documents and their parts.
    case rss, rdf, channel, item, feed, entry, image, textinput, source, items
    // Fields.
    case title, link, description, guid, pubdate, author, category, enclosure, comments, language
    case managingeditor, webmaster, lastbuilddate, ttl, skiphours, skipdays, hour, day, copyright
    case url, name, email, uri, homepage, id, subtitle, tagline, updated, modified, published
    case issued, created, contributor, content, summary, body, div, fullitem, tags, encoded
    case creator, publisher, subject, date, identifier, available, valid
    case chapters, transcript, duration, season, episode
    case group, thumbnail, text, credit, keywords, player, owner
    case updateperiod, updatefrequency, origlink, newlocation, value
    case newFeedURL = "new-feed-url"
    // CDF.
    case abstract, lastmod
    // Attributes.
    case href, rel, type, length, version, term, label, ispermalink, base, lang, mode, src
    case about, resource, medium, filesize, role
}
