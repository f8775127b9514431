import Evaluation
import Text

extension FunctionTable {
    static let texts: [(name: String, function: Function)] = [
        onText("lower") { mapped($0) { $0.properties.lowercaseMapping } },
        onText("upper") { mapped($0) { $0.properties.uppercaseMapping } },
        onText("title", title),
        onText("trimspace") { trimmed($0) { $0.properties.isWhitespace } },
        onText("strrev") { String($0.reversed()) },
        onText("chomp") { text in
            var scalars = text.unicodeScalars[...]
            while let last = scalars.last, last == "\n" || last == "\r" { scalars.removeLast() }
            return String(scalars)
        },
        function("basename", 1...1, basename),
        onText("dirname", dirname),
        function("abspath", 1...1) { (call) throws(ExpressionFailure) in
            // Others are looked for from the folder that Terraform runs in.
            guard let path = try call.text(at: 0), path.hasPrefix("/") else { return call.unknown() }
            return call.text(PathName.cleaned(path))
        },
        function("pathexpand", 1...1) { (call) throws(ExpressionFailure) in
            guard let path = try call.text(at: 0), !path.hasPrefix("~") else { return call.unknown() }
            return call.text(path)
        },
        onTexts("trim", 2) { texts in
            let cut = Set(texts[1].unicodeScalars)
            return trimmed(texts[0]) { cut.contains($0) }
        },
        onTexts("trimprefix", 2) {
            hasPrefix($0[0], $0[1]) ? String(decoding: $0[0].utf8.dropFirst($0[1].utf8.count), as: UTF8.self) : $0[0]
        },
        onTexts("trimsuffix", 2) {
            hasSuffix($0[0], $0[1]) ? String(decoding: $0[0].utf8.dropLast($0[1].utf8.count), as: UTF8.self) : $0[0]
        },
        function("replace", 3...3, replace),
        function("substr", 3...3, substring),
        function("split", 2...2, split),
        function("join", 2...many, join),
        function("indent", 2...2) { (call) throws(ExpressionFailure) in
            guard let blanks = try call.whole(at: 0), let text = try call.text(at: 1) else { return call.unknown() }
            guard (0...1_000).contains(blanks) else { throw ExpressionFailure("indent takes a small number of blanks") }
            let lines = text.pieces(separatedBy: "\n")
            let size = (lines.count - 1).multipliedReportingOverflow(by: blanks)
            guard !size.overflow, call.mayMake(bytes: size.partialValue + text.utf8.count) else { return call.exhausted }
            return call.text(lines.joined(separator: "\n" + String(repeating: " ", count: blanks)))
        },
        function("startswith", 2...2) { (call) throws(ExpressionFailure) in
            try affix(call) {
                hasPrefix($0, $1)
            } ends: {
                $0.textParts.first
            }
        },
        function("endswith", 2...2) { (call) throws(ExpressionFailure) in
            try affix(call) {
                hasSuffix($0, $1)
            } ends: {
                $0.textParts.last
            }
        },
        function("strcontains", 2...2) { (call) throws(ExpressionFailure) in
            guard let texts = try call.texts() else { return call.unknown() }
            return call.truth(texts[1].isEmpty || texts[0].pieces(separatedBy: texts[1]).count > 1)
        },
        function("format", 1...many) { (call) throws(ExpressionFailure) in
            guard let format = try call.text(at: 0) else { return call.unknown() }
            return try FormatText(format).formatted(Array(call.values.dropFirst()), call)
        },
        function("formatlist", 1...many, formatList),
    ]

    /// A function of one text.
    private static func onText(
        _ name: String, _ body: @escaping @Sendable (String) -> String
    ) -> (name: String, function: Function) {
        onTexts(name, 1) { body($0[0]) }
    }

    /// A function of texts that are all known, or else of nothing.
    private static func onTexts(
        _ name: String, _ count: Int, _ body: @escaping @Sendable ([String]) -> String
    ) -> (name: String, function: Function) {
        function(name, count...count) { (call) throws(ExpressionFailure) in
            guard let texts = try call.texts(), texts.count == count else { return call.unknown() }
            return call.text(body(texts))
        }
    }

    /// Go maps each character to one other character.
    private static func mapped(_ text: String, _ mapping: (Unicode.Scalar) -> String) -> String {
        // Each character of ASCII is mapped once, however often it stands there.
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            let table = (UInt8(0)..<0x80).map { byte in mapping(Unicode.Scalar(byte)).utf8.first ?? byte }
            return String(decoding: text.utf8.map { table[Int($0)] }, as: UTF8.self)
        }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(single(scalar, mapping(scalar))) }
        return String(result)
    }

    /// What a character is mapped to, where that is one character; otherwise the character itself.
    private static func single(_ scalar: Unicode.Scalar, _ mapped: String) -> Unicode.Scalar {
        let scalars = mapped.unicodeScalars
        guard let first = scalars.first, scalars.count == 1 else { return scalar }
        return first
    }

    /// The first letter of each word in capitals.
    private static func title(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isStart = true
        for scalar in text.unicodeScalars {
            if isStart {
                result.append(single(scalar, scalar.properties.titlecaseMapping))
            } else {
                result.append(scalar)
            }
            let properties = scalar.properties
            isStart = !(properties.isAlphabetic || scalar == "_" || properties.numericType != nil || scalar == "'")
        }
        return String(result)
    }

    private static func trimmed(_ text: String, _ isCut: (Unicode.Scalar) -> Bool) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isCut($0) }), let last = scalars.lastIndex(where: { !isCut($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// By bytes, as Go compares.
    static func hasPrefix(_ text: String, _ prefix: String) -> Bool { text.utf8.starts(with: prefix.utf8) }

    static func hasSuffix(_ text: String, _ suffix: String) -> Bool {
        text.utf8.reversed().starts(with: suffix.utf8.reversed())
    }

    /// `startswith` and `endswith`, decided where the known end of a text is long enough.
    private static func affix(
        _ call: FunctionArguments, _ test: (String, String) -> Bool, ends: (Value) -> TextPart?
    ) throws(ExpressionFailure) -> Value {
        guard let affix = try call.text(at: 1) else { return call.unknown() }
        if let text = try call.text(at: 0) { return call.truth(test(text, affix)) }
        guard case .literal(let end)? = ends(call[0]) else { return call.unknown() }
        if test(end, affix) { return call.truth(true) }
        return end.utf8.count >= affix.utf8.count ? call.truth(false) : call.unknown()
    }

    private static func replace(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        guard let texts = try call.texts() else { return call.unknown() }
        let (text, old, new) = (texts[0], texts[1], texts[2])
        // Between slashes stands a regular expression.
        if old.utf8.count > 1, old.hasPrefix("/"), old.hasSuffix("/") {
            return try replacedPattern(in: text, String(old.dropFirst().dropLast()), with: new, call)
        }
        guard !old.isEmpty else {
            // Nothing stands before, behind and between all characters.
            let added = new.utf8.count.multipliedReportingOverflow(by: text.unicodeScalars.count + 1)
            let size = added.partialValue.addingReportingOverflow(text.utf8.count)
            guard !added.overflow, !size.overflow, call.mayMake(bytes: size.partialValue) else { return call.exhausted }
            return call.text(new + text.unicodeScalars.map { String($0) + new }.joined())
        }
        let pieces = text.pieces(separatedBy: old)
        let added = new.utf8.count.multipliedReportingOverflow(by: pieces.count - 1)
        let kept = text.utf8.count - (pieces.count - 1) * old.utf8.count
        let size = added.partialValue.addingReportingOverflow(kept)
        guard !added.overflow, !size.overflow, call.mayMake(bytes: size.partialValue) else { return call.exhausted }
        return call.text(pieces.joined(separator: new))
    }

    /// Offsets count the characters that people see.
    private static func substring(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        guard let text = try call.text(at: 0), let offset = try call.whole(at: 1), let length = try call.whole(at: 2) else {
            return call.unknown()
        }
        let characters = Array(text)
        let start = offset < 0 ? max(0, characters.count + max(offset, -characters.count)) : min(offset, characters.count)
        let rest = characters[start...]
        // From the end, Terraform takes a length of 0 for the whole rest.
        let isRest = length < 0 || length == 0 && offset < 0
        return call.text(String(isRest ? rest : rest.prefix(length)))
    }

    private static func basename(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        if let name = identifierPieces(of: call[0], separator: "/", call)?.last { return name }
        guard let text = try call.text(at: 0) else { return call.unknown() }
        let parts = text.split(separator: "/", omittingEmptySubsequences: true)
        return call.text(parts.last.map(String.init) ?? (text.isEmpty ? "." : "/"))
    }

    /// All but the last name, as Go's `filepath.Dir`: what ends with a slash is a folder already.
    private static func dirname(_ path: String) -> String {
        path.lastIndex(of: "/").map { PathName.cleaned(String(path[...$0])) } ?? "."
    }

    private static func split(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        if let separator = call[0].knownText, let pieces = identifierPieces(of: call[1], separator: separator, call) {
            return call.list(pieces)
        }
        guard let texts = try call.texts() else { return call.unknown() }
        let pieces =
            texts[0].isEmpty ? texts[1].map(String.init) : texts[1].pieces(separatedBy: texts[0])
        guard call.mayMake(values: pieces.count) else { return call.exhausted }
        if texts[0].isEmpty || !texts[1].isEmpty {
            return call.list(pieces.map { .text($0, origin: call.origin, steps: call[1].steps) })
        }
        return call.list([.text("", origin: call.origin)])
    }

    /// Texts with unknown parts are joined with these in their places.
    private static func join(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        guard let separator = try call.text(at: 0) else { return call.unknown() }
        var pieces: [[TextPart]] = []
        for index in 1..<max(1, call.count) {
            guard let elements = try call.elements(at: index) else { return call.unknown() }
            for element in elements {
                if element.isAbsent { throw ExpressionFailure("join takes no null") }
                pieces.append(try element.stringParts)
            }
        }
        return call.work.joined(Array(pieces.joined(separator: [.literal(separator)])), at: call.origin)
    }

    private static func formatList(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
        guard let format = try call.text(at: 0) else { return call.unknown() }
        var length: Int?
        var columns: [[Value]?] = []
        for index in 1..<max(1, call.count) {
            guard case .list = call[index].content else {
                if call[index].isOpaque { return call.unknown() }
                columns.append(nil)
                continue
            }
            guard let elements = try call.elements(at: index) else { return call.unknown() }
            if let length, length != elements.count { throw ExpressionFailure("the lists of formatlist differ in length") }
            length = elements.count
            columns.append(elements)
        }
        var results: [Value] = []
        for row in 0..<(length ?? 1) {
            let arguments = columns.enumerated().map { column, list in
                list.map { $0.indices.contains(row) ? $0[row] : call[column + 1] } ?? call[column + 1]
            }
            results.append(try FormatText(format).formatted(arguments, call))
        }
        return call.list(results)
    }
}
