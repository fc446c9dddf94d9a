/// The names under which agencies and sites sell pictures: whoever is named beside one took a picture.
enum PictureSources {
    /// Whether a line names one of them.
    static func areNamed(in line: String) -> Bool {
        guard line.utf8.count < 300 else { return false }
        let folded = TextFolding.fold(line)
        guard needles.stand(in: folded.utf8Span.span) else { return false }
        let words = " " + TextFolding.words(ofFolded: folded).joined(separator: " ") + " "
        return names.contains { words.holds(" " + $0 + " ") }
    }

    private static let needles = Needles(names)
    private static let names = [
        "getty images", "getty", "gettyimages", "shutterstock", "istock", "istockphoto", "alamy",
        "unsplash", "pexels", "pixabay", "adobe stock", "adobestock", "stock.adobe", "dreamstime",
        "depositphotos", "123rf", "flickr", "imago images", "imago", "picture alliance",
        "picture-alliance", "dpa picture", "dpa-picture", "epa-efe", "ap photo", "afp photo",
        "reuters photo", "afp via", "ap images", "zuma press", "wikimedia commons", "east news",
        "cyfrasport", "newspix", "pa wire", "pa images", "rex features", "bigstock", "freepik",
        "canva", "midjourney", "keystone sda", "colourbox", "scanpix", "ritzau scanpix",
        "ntb scanpix",
        "lehtikuva", "anp photo", "belga image", "europapress photo", "photo by", "photos by",
        "photograph by", "photographs by", "foto von", "fotos von", "crédit photo", "credit photo",
    ]
}
