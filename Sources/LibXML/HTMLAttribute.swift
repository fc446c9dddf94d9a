/// An attribute of an element of an `HTMLTree`. Only the names listed here are kept.
public struct HTMLAttribute: Sendable {
    public enum Name: String, Sendable, CaseIterable {
        case alt, alttext, checked, `class`, cite, close, colspan, content, datetime, dir, disabled,
            display, encoding, height, hidden, href, hreflang, id
        case itemprop, itemscope, itemtype, lang, linethickness,
            loading, name, open, poster, property, pubdate,
            rel
        case reversed, role, rowspan, scope, separators, slot, src, srcset, start, style, title,
            type, typeof, value, width
        case ariaControls = "aria-controls"
        case ariaExpanded = "aria-expanded"
        case ariaHidden = "aria-hidden"
        case ariaLabel = "aria-label"
        case charset
        case dataLanguage = "data-lang"
        case dataCodeLanguage = "data-language"
        case dataFileLanguage = "data-tagsearch-lang"
        case dataEnlighterLanguage = "data-enlighter-language"
        case dataLaTeX = "data-latex"
        case dataMathML = "data-mathml"
        case dataSource = "data-src"
        case dataOriginal = "data-original"
        case dataLazySource = "data-lazy-src"
        case dataSourceSet = "data-srcset"
        case dataLazy = "data-lazy"
        case dataLazySourceSet = "data-lazy-srcset"
        case dataHighResolution = "data-hi-res-src"
        case dataHighResolutionShort = "data-hires"
        case dataOriginalFile = "data-orig-file"
        case dataOriginalSource = "data-original-src"
        case dataFullSource = "data-full-src"
        case dataLargeFile = "data-large-file"
        case dataActualSource = "data-actualsrc"
        case dataImageSource = "data-img-src"
        case dataDeferredSource = "data-defer-src"
        case dataLazyLoad = "data-lazyload"
        case dataEcho = "data-echo"
        case dataDefaultSource = "data-default-src"
        case dataCloudflareSource = "data-cfsrc"
        case dataKissyLazyLoad = "data-ks-lazyload"
        case dataEzoicSource = "data-ezsrc"
        case dataPageSpeedSource = "data-pagespeed-lazy-src"
        case dataOptimisedSource = "data-opt-src"
        case dataFastestSource = "data-wpfc-original-src"
        case dataDelayedSource = "data-delayed-url"
        case dataBreeze = "data-breeze"
        case dataFlickity = "data-flickity-lazyload"
        case dataSplide = "data-splide-lazy"
        case dataNamedSource = "data-image-src"
        case lazySource = "lazy-src"
        case nitroLazySource = "nitro-lazy-src"
        case nitroLazySourceSet = "nitro-lazy-srcset"
        case dataURL = "data-url"
        case dataImage = "data-image"
        case dataPermalink = "data-instgrm-permalink"
        case dataVideoID = "data-videoid"
        case videoID = "videoid"
        case playLabel = "playlabel"
        case dataTweetID = "data-tweetid"
        case dataShortcode = "data-shortcode"
        case dataAddress = "data-href"
        case dataEmbedURL = "data-embed-url"
        case dataHTML = "data-html"
        case dataConfigURL = "data-config-url"
        case dataTextPostPermalink = "data-text-post-permalink"
        case dataTelegramPost = "data-telegram-post"
        case dataFormula = "data-formula"
        case data
        case dataTestID = "data-testid"
        case dataComponent = "data-component"
        case httpEquiv = "http-equiv"
        case shadowRootMode = "shadowrootmode"
        case xmlLang = "xml:lang"
    }

    public let name: Name
    /// Where the value stands in the tree's `utf8`.
    public let value: Range<Int32>

    static let byHash = NameTable(Name.allCases.map { (NameHash.of($0.rawValue.utf8), $0) })
}
