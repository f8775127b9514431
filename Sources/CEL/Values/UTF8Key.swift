/// Text that is equal only when its code points are: Swift's own `==` also accepts canonical equivalents.
struct UTF8Key: Hashable {
    let text: String

    static func == (left: UTF8Key, right: UTF8Key) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension String {
    var utf8Key: UTF8Key { UTF8Key(text: self) }
}
