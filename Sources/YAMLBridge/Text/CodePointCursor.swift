/// Turns libyaml's marks, which count code points, to bytes.
///
/// Marks come nearly in order, so that walking from the last one costs one pass over the text in all.
struct CodePointCursor {
    private let view: ByteView
    let isASCII: Bool
    private var codePoint = 0
    private var byte = 0

    init(view: ByteView, isASCII: Bool) {
        self.view = view
        self.isASCII = isASCII
    }

    @inline(__always)
    mutating func byte(ofCodePoint wanted: Int) -> Int {
        isASCII ? min(wanted, view.count) : walk(to: wanted)
    }

    private mutating func walk(to wanted: Int) -> Int {
        while codePoint > wanted, byte > 0 {
            byte -= 1
            while byte > 0, view[byte].isUTF8Continuation { byte -= 1 }
            codePoint -= 1
        }
        while wanted - codePoint >= 8, let word = view.word(at: byte) {
            codePoint += 8 - word.continuationCount
            byte += 8
        }
        while view[byte].isUTF8Continuation { byte += 1 }
        while codePoint < wanted, byte < view.count {
            byte += 1
            while view[byte].isUTF8Continuation { byte += 1 }
            codePoint += 1
        }
        return byte
    }
}
