import CYAML

/// libyaml's parser over one text, freed with its last reference.
///
/// The text must outlive it.
final class LibyamlParser {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    private let isReady: Bool

    init(_ view: ByteView) {
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        event.initialize(to: yaml_event_t())
        isReady = yaml_parser_initialize(parser) == 1
        guard isReady else { return }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(
            parser, view.raw.baseAddress?.assumingMemoryBound(to: UInt8.self), view.count)
    }

    deinit {
        yaml_event_delete(event)
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

    /// Events that end something, half of all, hold nothing to free.
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
