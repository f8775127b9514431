import Evaluation
import YAMLBridge

/// `AWS::Include` puts a file's content in its own place
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html).
final class IncludeReader: StackPart {
    unowned let stack: StackEvaluator
    /// Paths of the files that are being read.
    private var underway: [String] = []
    /// The files that were included, by path.
    private(set) var documents: [String: Document] = [:]

    init(_ stack: StackEvaluator) {
        self.stack = stack
    }

    static let missing = Reason("a file of \(CloudFormationTemplate.include) is not in the input")

    /// What `Fn::Transform` gives as a value of its own.
    func value(of function: IntrinsicFunction, at origin: Origin) -> Value {
        let name = includeName(function.argument)
        guard name == CloudFormationTemplate.include else {
            let macro = name.map { "the macro \($0)" } ?? function.name
            return .unknown(Reason("\(macro) is expanded at deployment"), mayBeAbsent: true, origin: origin)
        }
        guard let document = includedDocument(function.argument, at: origin), let root = document.root else {
            return .unknown(Self.missing, mayBeAbsent: true, origin: origin)
        }
        return reading(document, at: origin) { evaluate(root, at: origin.replacingNode(root)) }
            ?? .unknown(Reason("\(document.path) includes itself"), mayBeAbsent: true, origin: origin)
    }

    /// The mapping that an include beside the sections brings; `nil` when it is not in the input.
    func root(of transform: Node, at origin: Origin) -> Node? {
        guard let document = includedDocument(transform, at: origin), document.path != template.document.path,
            let root = document.root, root.kind == .mapping
        else { return nil }
        return root
    }

    /// Adds what an `Fn::Transform` among the entries of a mapping stands for.
    func takeIn(_ transform: Node, at origin: Origin, into expansion: inout ExpandedEntries) {
        for use in transform.kind == .sequence ? transform.elements : [transform] {
            guard includeName(use) == CloudFormationTemplate.include else {
                let name = includeName(use) ?? "of Fn::Transform"
                let reason = Reason("the macro \(name) adds what is not read")
                expansion.open.append(reason)
                expansion.macros.append(reason)
                continue
            }
            guard let document = includedDocument(use, at: origin), let root = document.root, root.kind == .mapping else {
                expansion.open.append(Self.missing)
                continue
            }
            let reading: Void? = reading(document, at: origin) { stack.sectionReader.expand(root, at: origin, into: &expansion) }
            if reading == nil { expansion.open.append(Reason("\(document.path) includes itself")) }
        }
    }

    private func includeName(_ transform: Node) -> String? {
        guard let name = transform["Name"], name.kind == .scalar else { return nil }
        return name.text
    }

    /// Reads an included file, unless it is being read already.
    private func reading<Result>(_ document: Document, at origin: Origin, _ body: () -> Result) -> Result? {
        guard !underway.contains(document.path), document.path != template.document.path else {
            report(.circularReference, "\(document.path) includes itself", help: "Break the circle.", at: origin)
            return nil
        }
        underway.append(document.path)
        defer { underway.removeLast() }
        return body()
    }

    /// The file that an include's `Location` means: the last part of its address, as for nested templates.
    private func includedDocument(_ transform: Node, at origin: Origin) -> Document? {
        guard let location = transform["Parameters"]?["Location"] else {
            report(
                .malformedFunction, "\(CloudFormationTemplate.include) takes Parameters with a Location",
                help: "Write Parameters: {Location: s3://bucket/file.yaml}.", at: origin)
            return nil
        }
        guard let reference = Self.fileReference(evaluate(location, at: origin)) else { return nil }
        if let document = stack.builder.document(for: reference, usedBy: location.document) {
            documents[document.path] = document
            return document
        }
        report(
            .nestedTemplateNotFound, "the file of \(CloudFormationTemplate.include), \(reference), is not in the input",
            help: "Put its folder under roots in ecslint.yaml; until then what it brings is undecided.", at: origin)
        return nil
    }

    /// The part of an address that names a file, without query and fragment; `nil` when it is not known.
    static func fileReference(_ address: Value) -> String? {
        let text: String
        switch address.content {
        case .scalar(let scalar): text = scalar.text
        case .text(let parts):
            guard case .literal(let end)? = parts.last, end.contains("/") || end.contains(".") else { return nil }
            text = end
        default: return nil
        }
        return String(text.prefix { $0 != "?" && $0 != "#" })
    }
}
