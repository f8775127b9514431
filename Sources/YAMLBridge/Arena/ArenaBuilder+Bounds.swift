/// What is said at each bound.
extension ArenaBuilder {
    func tooDeep(at offset: Int) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .limit, "lists and maps are nested deeper than \(limits.depth) levels here",
            help: "templates need a dozen levels; is this the right file?", at: offset..<view.characterEnd(offset))
    }

    func tooManyAliasedNodes(at range: Range<Int>) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .limit, "aliases repeat more than \(limits.aliasedNodes) nodes up to here",
            help: "aliases that hold aliases multiply: write the repeated part once, or split the file", at: range)
    }

    func tooManyNodes(at range: Range<Int>) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .limit, "the text stands for more than \(limits.expandedNodes) nodes, aliases followed",
            help: "split the file", at: range)
    }

    func tooDense(at range: Range<Int>) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .limit, "up to here are more nodes and tags than the whole text has bytes",
            help: "templates have one every ten bytes; is this the right file?", at: range)
    }

    func tooMuchToNumber(at range: Range<Int>) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .limit, "up to here are more texts or collections than the reader can number",
            help: "split the file", at: range)
    }

    func tooManyTags(_ length: Int, at offset: Int) -> UnplacedDiagnostic {
        let message =
            length > TagTable.longest
            ? "the tag has \(length) bytes, more than the \(TagTable.longest) that are read"
            : "the text has more than \(TagTable.most) different tags, or \(TagTable.mostBytes) bytes of them"
        return UnplacedDiagnostic(
            code: .limit, message, help: "templates have a dozen short ones; is this the right file?",
            at: offset..<view.characterEnd(offset))
    }
}
