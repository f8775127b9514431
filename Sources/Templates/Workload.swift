import YAMLBridge

/// Every stack of a run: roots first met, then the nested stacks that they use.
public struct Workload: Sendable {
    public let stacks: [Stack]
    /// Why a document is no template, by path, for those that are none.
    public let unrecognised: [String]

    public init(stacks: [Stack], unrecognised: [String]) {
        self.stacks = stacks
        self.unrecognised = unrecognised
    }

    /// What kind of template a document is, by its content.
    public static func kind(of document: Document) -> TemplateKind { .unrecognised }

    /// Evaluates the templates among `documents`.
    ///
    /// - Parameters:
    ///   - documents: the files named or found, in order.
    ///   - nested: further documents that nested stacks may use but that are no roots themselves, asked for by the last
    ///     path part of a `TemplateURL` and the path of the template that uses it.
    public static func load(
        _ documents: [Document], options: LoadOptions = LoadOptions(),
        nested: (_ reference: String, _ parent: Document) -> Document? = { _, _ in nil }
    ) -> Workload {
        Workload(stacks: [], unrecognised: [])
    }
}
