import CYAML

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// libyaml's parser over one text, freed with its last reference.
///
/// The text must outlive it.
final class LibyamlParser {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    private let isReady: Bool
    /// libyaml's own buffer while its scanner reads from a copy of the text instead.
    private var ownBuffer: UnsafeMutablePointer<yaml_char_t>?

    /// - Parameter lendsText: whether to spend a copy of the text on speed.
    init(_ view: ByteView, isASCII: Bool, lendsText: Bool) {
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        event.initialize(to: yaml_event_t())
        isReady = yaml_parser_initialize(parser) == 1
        guard isReady else { return }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(
            parser, view.raw.baseAddress?.assumingMemoryBound(to: UInt8.self), view.count)
        if lendsText, Self.isKnownVersion, view.isBeyondDoubtPrintable { lend(view, isASCII: isASCII) }
    }

    deinit {
        yaml_event_delete(event)
        if let ownBuffer {
            free(parser.pointee.buffer.start)
            parser.pointee.buffer.start = ownBuffer
        }
        if isReady { yaml_parser_delete(parser) }
        event.deallocate()
        parser.deallocate()
    }

    /// The next event, valid until the next call; `nil` when libyaml refuses the text.
    @inline(__always)
    func next() -> UnsafePointer<yaml_event_t>? {
        if ownsMemory { yaml_event_delete(event) }
        guard isReady, yaml_parser_parse(parser, event) == 1 else { return nil }
        return UnsafePointer(event)
    }

    /// Events that end something hold nothing to free.
    @inline(__always)
    private var ownsMemory: Bool {
        let type = event.pointee.type
        return type != YAML_MAPPING_END_EVENT && type != YAML_SEQUENCE_END_EVENT
    }

    /// Why `next` gave nothing.
    var problem: LibyamlProblem {
        let state = parser.pointee
        return LibyamlProblem(
            kind: isReady ? state.error : YAML_MEMORY_ERROR,
            problem: state.problem.map { String(cString: $0) } ?? "",
            context: state.context.map { String(cString: $0) } ?? "",
            problemIndex: state.problem_mark.index, contextIndex: state.context_mark.index,
            byteOffset: state.problem_offset, value: state.problem_value)
    }
}

// MARK: The scanner's buffer

extension LibyamlParser {
    /// Zeros behind the text: the scanner looks a few characters ahead of the one that ends it.
    private static let padding = 64

    /// The release whose reader leaves the scanner's buffer as it does when all the text is in it.
    private static let isKnownVersion: Bool = {
        var (major, minor, patch): (CInt, CInt, CInt) = (0, 0, 0)
        yaml_get_version(&major, &minor, &patch)
        return (major, minor, patch) == (0, 2, 5)
    }()

    /// Gives the scanner the whole text as if the reader had checked and copied it, character by character.
    ///
    /// That is a seventh of libyaml's time. Marks count characters as before.
    private func lend(_ view: ByteView, isASCII: Bool) {
        guard let copy = malloc(view.count + Self.padding) else { return }
        if let start = view.raw.baseAddress { memcpy(copy, start, view.count) }
        memset(copy + view.count, 0, Self.padding)
        let text = copy.assumingMemoryBound(to: yaml_char_t.self)
        ownBuffer = parser.pointee.buffer.start
        parser.pointee.buffer.start = text
        parser.pointee.buffer.pointer = text
        parser.pointee.buffer.last = text + view.count + 1
        parser.pointee.buffer.end = text + view.count + Self.padding
        parser.pointee.unread = (isASCII ? view.count : view.codePointCount) + 1
        parser.pointee.eof = 1
    }
}
