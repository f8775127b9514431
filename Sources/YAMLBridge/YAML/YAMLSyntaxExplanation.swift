import CYAML

/// libyaml's scanner and parser errors in words that say what to do.
struct YAMLSyntaxExplanation {
    let view: ByteView
    let problem: LibyamlProblem
    /// Where libyaml gave up.
    let offset: Int
    /// Where the thing began that it was reading.
    let context: Int?

    var diagnostic: UnplacedDiagnostic {
        switch problem.problem {
        case "could not find expected ':'": missingColon
        case "found character that cannot start any token": badStart
        case "mapping values are not allowed in this context": secondColon
        case "block sequence entries are not allowed in this context": error("a list item ('- ') cannot begin here", listHelp)
        case "mapping keys are not allowed in this context": error("a key cannot begin here", indentHelp)
        case "did not find expected key": wrongIndentation("map", "key")
        case "did not find expected '-' indicator": wrongIndentation("list", "'- '")
        case "did not find expected ',' or '}'": unclosed("map", "'}'", "',' or '}'")
        case "did not find expected ',' or ']'": unclosed("list", "']'", "',' or ']'")
        case "did not find expected node content":
            error("expected a value, found \(found)", "quote the value if it is meant as text")
        case "did not find expected <document start>": afterDocument
        case "found unexpected end of stream": unclosedQuote("the text ends inside a quoted value")
        case "found unexpected document indicator": unclosedQuote("a line of '---' or '...' inside a quoted value")
        case "found unknown escape character": badEscape
        case "did not find expected hexdecimal number":
            error(
                "expected hexadecimal digits in an escape (\\x: 2, \\u: 4, \\U: 8)",
                "for a backslash write \\\\, or use single quotes")
        case "found invalid Unicode character escape code":
            error("an escape of a code that is not a character", "write the character itself instead of a surrogate pair")
        default: tokenProblem
        }
    }

    // MARK: Single problems

    private var missingColon: UnplacedDiagnostic {
        let start = context ?? offset
        let end = trimmedLineEnd(start)
        return UnplacedDiagnostic(
            code: .syntax, "expected ':' behind `\(view.text(start..<end, limit: 60))`",
            help: "a key needs ': ' and a value; a line that continues the value above has to be indented deeper",
            at: start..<max(start, end))
    }

    private var badStart: UnplacedDiagnostic {
        if view[offset] == .tab {
            return error("a tab where indentation or a value is expected", "YAML indents with spaces only: replace the tab")
        }
        return error("a plain value cannot start with \(found)", "put the value in quotes")
    }

    private var secondColon: UnplacedDiagnostic {
        let start = view.lineStart(offset)
        let hasColon = (start..<offset).contains { view[$0] == UInt8(ascii: ":") && view[$0 + 1].isBlank }
        guard hasColon else {
            return error(
                "a ':' cannot stand here: this line is indented deeper than the map it belongs to, or continues the value above",
                indentHelp)
        }
        return error("a second ': ' on one line", "put the value in quotes if the ':' belongs to it")
    }

    private func wrongIndentation(_ collection: String, _ item: String) -> UnplacedDiagnostic {
        let column = offset - view.lineStart(offset) + 1
        let what =
            offset < view.count
            ? "expected the next \(item) of the \(collection), found \(found) in column \(column)"
            : "the text ends inside a \(collection)"
        return error(what, indentHelp, "the \(collection) begins here")
    }

    private func unclosed(_ collection: String, _ closing: String, _ expected: String) -> UnplacedDiagnostic {
        let help = "close the \(collection) with \(closing), or separate with ','"
        return error("expected \(expected), found \(found)", help, "the \(collection) was opened here")
    }

    private func unclosedQuote(_ what: String) -> UnplacedDiagnostic {
        let quote = context.map { view[$0] } == UInt8(ascii: "'") ? "'" : "\""
        return error(what, "close it with \(quote)", "the quote was opened here")
    }

    private var afterDocument: UnplacedDiagnostic {
        error(
            "the document is complete before this place, and \(found) cannot follow",
            "check the indentation; a new document begins with a line '---'")
    }

    private var badEscape: UnplacedDiagnostic {
        let range = offset..<view.characterEnd(offset + 1)
        return UnplacedDiagnostic(
            code: .syntax, "double quotes know no escape `\(view.text(range))`",
            help: "for a backslash write \\\\, or use single quotes, in which nothing is escaped", at: range)
    }

    /// Problems in anchors, aliases, tags, directives and block headers, which libyaml tells by their context.
    private var tokenProblem: UnplacedDiagnostic {
        switch problem.context {
        case "while scanning an alias":
            return atContext(
                "'*' starts an alias, and this is not the name of an anchor",
                "put the value in quotes if the asterisk belongs to it")
        case "while scanning an anchor":
            return atContext(
                "'&' starts an anchor, and no name follows", "put the value in quotes if the '&' belongs to it")
        case "while scanning a tag", "while parsing a tag":
            return atContext("'!' starts a tag, and this is none", "put the value in quotes if the '!' belongs to it")
        case "while parsing a node":
            return atContext("this tag's handle is not defined", "CloudFormation's tags have one '!', as in !Sub")
        case "while scanning a block scalar", "while scanning a plain scalar":
            if problem.problem.contains("tab") {
                return error("a tab in the indentation", "YAML indents with spaces only: replace the tab")
            }
            return error(
                "'|' or '>' may be followed by '+' or '-' and a digit from 1 to 9, found \(found)",
                "begin the text on the next line")
        case "while scanning a directive", "while scanning a %YAML directive", "while scanning a %TAG directive":
            return atContext("a line that starts with '%' is a directive, and this is none", "put the value in quotes")
        default:
            return error(problem.problem.isEmpty ? "this is not YAML" : problem.problem, nil)
        }
    }

    // MARK: Words

    private var indentHelp: String { "entries of one map or list start in the same column: check the indentation" }

    private var listHelp: String { "begin the list on the line below its key: check the indentation" }

    private var found: String {
        guard offset < view.count else { return "the end of the text" }
        if view[offset].isLineBreak { return "the end of the line" }
        return view[offset] == .tab ? "a tab" : "`\(view.text(offset..<view.characterEnd(offset)))`"
    }

    private func error(_ message: String, _ help: String?, _ relation: String? = nil) -> UnplacedDiagnostic {
        var related: [UnplacedDiagnostic.Related] = []
        if let relation, let context {
            related.append(.init(message: relation, range: context..<view.characterEnd(context)))
        }
        let end = max(offset, view.characterEnd(offset))
        return UnplacedDiagnostic(code: .syntax, message, help: help, at: offset..<end, related: related)
    }

    private func atContext(_ message: String, _ help: String) -> UnplacedDiagnostic {
        let start = context ?? offset
        return UnplacedDiagnostic(code: .syntax, message, help: help, at: start..<max(start, trimmedLineEnd(start)))
    }

    private func trimmedLineEnd(_ start: Int) -> Int {
        var end = view.lineEnd(start)
        while end > start, view[end - 1].isBlank { end -= 1 }
        return end
    }
}
