/// Lines as logs of CI servers may show them: names in a template must not become commands there.
///
/// GitHub's runner takes a line that begins with `::`, blanks before it or not, and `##[command]` anywhere; Azure's agent takes
/// `##vso[` anywhere, in either case.
/// Sources: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands,
/// `ActionCommand.cs` of actions/runner, and `CommandStringConvertor` of microsoft/azure-pipelines-agent.
package enum InertText {
    private static let hash = UInt8(ascii: "#")
    private static let colon = UInt8(ascii: ":")

    /// The text with one character of each command written out, as in `#\u{23}[`.
    ///
    /// - Parameter holdsCommands: the text is made of commands for GitHub, whose own line starts stay.
    package static func lines(_ text: String, holdsCommands: Bool = false) -> String {
        let places = commands(in: Array(text.utf8), lineStarts: !holdsCommands)
        return written(text, at: places) { "\\u{" + String($0, radix: 16, uppercase: true) + "}" }
    }

    /// The same for the inside of a JSON text, where lines cannot begin with a name.
    package static func json(_ text: String) -> String {
        written(text, at: commands(in: Array(text.utf8), lineStarts: false)) { "\\u" + Int($0).padded(to: 4, radix: 16) }
    }

    /// The same for XML.
    package static func xml(_ text: String) -> String {
        written(text, at: commands(in: Array(text.utf8), lineStarts: true)) { "&#\($0);" }
    }

    /// The places of the bytes that are written out.
    private static func commands(in bytes: [UInt8], lineStarts: Bool) -> [Int] {
        var places: [Int] = []
        var isLineStart = true
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == hash, bytes[..<index].last == hash, opensCommand(bytes[(index + 1)...]) { places.append(index) }
            if lineStarts, isLineStart, byte == colon, bytes[(index + 1)...].first == colon { places.append(index) }
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isLineStart = true
            // Blanks of Unicode are trimmed as well; each is made of bytes that begin no ASCII character.
            case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x80...0xFF: continue
            default: isLineStart = false
            }
        }
        return places
    }

    private static func opensCommand(_ rest: ArraySlice<UInt8>) -> Bool {
        if rest.first == UInt8(ascii: "[") { return true }
        return rest.count >= 4 && zip(rest, "vso[".utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }

    private static func written(_ text: String, at places: [Int], as name: (UInt8) -> String) -> String {
        guard !places.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var start = 0
        for place in places {
            result += bytes[start..<place]
            result += name(bytes[place]).utf8
            start = place + 1
        }
        return String(decoding: result + bytes[start...], as: UTF8.self)
    }
}
