import Testing

@testable import ArticleExtraction

@Suite struct PictureAddressTests {
    @Test(arguments: [
        "https://cdn.example/media/img/missing-image.svg",
        "https://cdn.example/img/placeholder.png",
        "https://cdn.example/static/placeholders/wd320-o.png",
        "https://cdn.example/grey-placeholder.png?x=1",
        "https://cdn.example/loading_icon.gif", "https://cdn.example/no-image.jpg",
        "https://cdn.example/index-transparent_h-3_w-4.gif",
        "https://cdn.example/lazy_placeholder.gif",
        "https://cdn.example/Spinner.svg",
    ])
    func `knows what only holds a place`(url: String) {
        #expect(PictureAddress.isPlaceholder(url))
    }

    @Test(arguments: [
        "https://cdn.example/loading-dock.jpg", "https://cdn.example/missing-boat-found.jpg",
        "https://cdn.example/transparent-tv.png", "https://placeholder.example/boat.jpg",
        "https://cdn.example/images/image-of-a-boat.jpg", "https://cdn.example/lazy/boat.jpg",
    ])
    func `takes no picture for a placeholder`(url: String) {
        #expect(!PictureAddress.isPlaceholder(url))
    }

    @Test func `leaves out sizes, and nothing that names a picture`() {
        #expect(
            PictureAddress.withoutSizes("https://cdn.example/a/boat-300x200.jpg?W=3&quality=80#x")
                == PictureAddress.withoutSizes("https://cdn.example/a/boat.jpg"))
        #expect(
            PictureAddress.withoutSizes("https://cdn.example/show?id=1&w=3")
                != PictureAddress.withoutSizes("https://cdn.example/show?id=2&w=3"))
    }
}
