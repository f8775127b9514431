import Evaluation
import Text
import Rules
import Templates
import YAMLBridge

/// Finds the suppressions that stand in templates.
struct SuppressionReader {
    /// What every form of a suppression holds: texts without it are not looked at any closer.
    private static let mark: StaticString = "ecslint"
    static let commentMark = "ecslint:"
    /// Words that people try in place of `ignore`.
    private static let misspellings: Set<String> = ["disable", "suppress", "skip", "noqa", "ignores", "ignored", "off"]

    private(set) var suppressions: [Suppression] = []
    /// What is wrong with those that cannot be read.
    private(set) var findings: [Finding] = []

    init(_ documents: [Document], stacks: [Stack]) {
        let marked = documents.filter { $0.bytes.contains(Self.mark) }
        let paths = Set(marked.map(\.path))
        for document in marked {
            readComments(of: document)
            readMetadata(of: document)
            readNotes(of: document)
        }
        var seen: Set<Suppression> = []
        for stack in stacks where paths.contains(stack.document.path) {
            for resource in stack.resources { readTags(of: resource, in: stack) }
        }
        suppressions = suppressions.filter { seen.insert($0).inserted }
    }

    /// Reads `SQS001 until 2027-01-31 reason`; what cannot be read becomes a finding.
    mutating func read(
        _ text: some StringProtocol, as kind: Suppression.Kind, at location: Location, scope: SuppressionScope
    ) {
        do throws(SuppressionDirective.Fault) {
            let directive = try SuppressionDirective(parsing: text, isTag: kind == .tag)
            suppressions.append(Suppression(kind: kind, directive: directive, location: location, scope: scope))
        } catch {
            report(error, text: String(text), at: location)
        }
    }

    mutating func add(_ suppression: Suppression) { suppressions.append(suppression) }

    /// - Parameter span: what is wrong, when that is narrower than the whole of it.
    mutating func report(
        _ fault: SuppressionDirective.Fault, text: String, at location: Location, span: SourceSpan? = nil
    ) {
        let (message, help) =
            switch fault {
            case .noRule:
                ("the suppression names no rule", "Name it: `ecslint: ignore SQS001 reason`.")
            case .badDay(let word):
                ("'\(word)' is not a day of the calendar, so the suppression has no effect", "Write `until 2027-01-31`.")
            case .unknownKey(let key):
                (
                    "a suppression has no key '\(key)', so it has no effect",
                    NearestName.question(for: key, among: Self.entryKeys)
                        ?? "Known keys: \(Self.entryKeys.joined(separator: ", "))."
                )
            }
        findings.append(
            SuppressionRule.malformed.finding(message, help: help, at: location, span: span, identity: text))
    }
}

// MARK: - Comments

extension SuppressionReader {
    private mutating func readComments(of document: Document) {
        let comments = document.comments(beginningWith: Self.commentMark)
        guard !comments.isEmpty else { return }
        let regions = Self.textRegions(of: document).merging(Self.resourceRegions(of: document)) { $1 }
        for comment in comments {
            let location = Location(file: document.path, span: comment.span)
            guard let statement = Self.statement(comment.text) else { continue }
            guard statement.verb == "ignore" else {
                reportVerb(String(statement.verb), of: comment, at: location)
                continue
            }
            let line = comment.isAlone ? Self.nextLine(after: comment, in: document) : comment.span.start.line
            let region = regions[line] ?? Self.region(ofLine: line)
            read(statement.rest, as: .comment, at: location, scope: .region(file: document.path, region))
        }
    }

    /// The first word behind `ecslint:` and what follows; `nil` for a text that does not begin so.
    static func statement(_ text: String) -> (verb: Substring, rest: Substring)? {
        let text = text.drop { $0.isWhitespace }
        guard text.hasPrefix(commentMark) else { return nil }
        let words = text.dropFirst(commentMark.count).drop { $0.isWhitespace }
        let verb = words.prefix { !$0.isWhitespace }
        return (verb, words.dropFirst(verb.count))
    }

    /// A comment that means something else is left in peace.
    private mutating func reportVerb(_ verb: String, of comment: Comment, at location: Location) {
        // Other linters have `disable-next-line` and the like.
        let lower = verb.lowercased().prefix { $0 != "-" }
        let isWish = verb.contains("-") && lower == "ignore" || Self.misspellings.contains(String(lower))
        guard isWish || NearestName.closest(to: verb.lowercased(), among: ["ignore"]) != nil else { return }
        findings.append(
            SuppressionRule.malformed.finding(
                "'\(verb)' is nothing that a comment can say to ecslint", help: "Write `# ecslint: ignore SQS001 reason`.",
                at: location, identity: comment.text))
    }

    /// The line that a comment on a line of its own is about: the next one with something else on it.
    private static func nextLine(after comment: Comment, in document: Document) -> Int {
        let last = document.position(ofByte: document.bytes.count).line
        var line = comment.span.start.line + 1
        while line < last {
            let text = document.lineText(line).drop { $0.isWhitespace }
            let isComment = text.hasPrefix("#") || document.isTerraformLanguage && text.hasPrefix("//")
            if !text.isEmpty, !isComment { break }
            line += 1
        }
        return line
    }

    /// From a resource's first line to its end, by the first line.
    private static func resourceRegions(of document: Document) -> [Int: SourceSpan] {
        let regions =
            document.isTerraformLanguage
            ? document.root.map(blockRegions) ?? [] : (document.root?["Resources"]?.entries ?? []).map(region)
        return Dictionary(regions.map { ($0.start.line, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Texts and expressions of several lines, in which no comment can stand, by the line of their key.
    private static func textRegions(of document: Document) -> [Int: SourceSpan] {
        var regions: [Int: SourceSpan] = [:]
        var pending = [document.root].compactMap { $0 }
        while let node = pending.popLast() {
            pending += node.elements
            for entry in node.entries {
                let value = entry.value
                if value.kind == .scalar, value.span.end.line > entry.key.span.start.line {
                    regions[entry.key.span.start.line] = region(of: entry)
                }
                pending.append(value)
            }
        }
        return regions
    }

    /// The blocks of Terraform's language that are a resource, a module or a data source: a finding may stand in each.
    private static func blockRegions(of root: Node) -> [SourceSpan] {
        root.entries.filter { ["resource", "module", "data"].contains($0.key.text) }.map(region)
    }

    static func region(of entry: Node.Entry) -> SourceSpan {
        let start = entry.key.span.start
        let end = max(entry.value.span.end, SourcePosition(line: start.line, column: .max))
        return SourceSpan(start: start, end: end)
    }

    private static func region(ofLine line: Int) -> SourceSpan {
        SourceSpan(start: SourcePosition(line: line, column: 1), end: SourcePosition(line: line + 1, column: 1))
    }
}

// MARK: - Tags

extension SuppressionReader {
    private static let tagName = "ecslint:ignore"

    /// The tag `ecslint:ignore` of a resource: a list of pairs in CloudFormation, a map in Terraform.
    private mutating func readTags(of resource: Resource, in stack: Stack) {
        let candidates = ["Properties.Tags", "tags", "tags_all"].map { resource.body.member(atPath: $0) }
        guard let tag = candidates.lazy.compactMap(Self.tag).first, let text = tag.knownText else { return }
        let location = Location(tag.origin)
        read(
            text, as: .tag, at: location, scope: .resource(file: stack.document.path, name: resource.name))
    }

    private static func tag(in tags: Value) -> Value? {
        switch tags.content {
        case .map(let members, _): members.last { $0.key == tagName }?.value
        case .list(let elements, _):
            elements.first { $0.member("Key").knownText == tagName }?.member("Value")
        default: nil
        }
    }
}
