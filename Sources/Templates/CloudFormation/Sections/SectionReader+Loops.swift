import Evaluation
import YAMLBridge

/// The entries of a mapping when its loops are run and its includes taken in.
struct ExpandedEntries {
    var entries: [SectionEntry] = []
    /// Why there may be more entries than these.
    var open: [Reason] = []
    /// Macros among the entries that are not read; each is among the reasons of `open` as well.
    var macros: [Reason] = []
}

extension SectionReader {
    /// Longest value of a loop variable, in bytes; names that are made of it have at most 255.
    private static let longestLoopValue = 1_024

    /// Adds the entries of a mapping, with its loops run and its includes taken in.
    func expand(_ mapping: Node, at origin: Origin, into expansion: inout ExpandedEntries) {
        guard work.enter(at: origin) else {
            expansion.open.append(Reason("the template nests deeper than is followed"))
            return
        }
        defer { work.leave() }
        work.spend(mapping.count, at: origin)
        for entry in mapping.entries {
            let name = scope.text(of: entry.key)
            let place = origin.child(.key(name), node: entry.value, key: entry.key)
            if name.hasPrefix("Fn::ForEach") {
                runLoop(entry, at: place, into: &expansion)
            } else if name.hasPrefix("Fn::Transform") {
                stack.includes.takeIn(entry.value, at: place, into: &expansion)
            } else if name == "<<" {
                merge(entry.value, at: origin, into: &expansion)
            } else {
                expansion.entries.append(SectionEntry(name: name, entry: entry, loops: scope.loops))
            }
        }
    }

    /// Adds the entries that a merge key brings, before the mapping's own, which win. CloudFormation itself takes none, the
    /// AWS CLI and SAM resolve them before they send a template.
    private func merge(_ value: Node, at origin: Origin, into expansion: inout ExpandedEntries) {
        let isList = value.kind == .sequence && IntrinsicFunction(value) == nil
        var merged = ExpandedEntries()
        for source in (isList ? value.elements : [value]).reversed() where !source.isNull {
            if source.kind == .mapping, IntrinsicFunction(source) == nil {
                expand(source, at: origin, into: &merged)
            } else {
                merged.open.append(Reason("what << merges is not known"))
            }
        }
        expansion.entries.insert(contentsOf: merged.entries, at: 0)
        expansion.open += merged.open
        expansion.macros += merged.macros
    }

    // MARK: - Attributes of resources

    /// A resource's entry, with its attributes listed where loops, includes or merges bring some of them.
    func listingAttributes(of entry: SectionEntry) -> SectionEntry {
        guard entry.value.kind == .mapping, entry.value.entries.contains(where: { TemplateSections.isExpanding($0.key.text) })
        else {
            return entry
        }
        var expansion = ExpandedEntries()
        scope.within(entry.loops) { expand(entry.value, at: resourceOrigin(entry), into: &expansion) }
        // A macro may change what stands beside it; that it changes the type is not to be expected.
        let listed = expansion.macros.isEmpty ? expansion.entries : expansion.entries.filter { $0.name == "Type" }
        return entry.with(attributes: listed, open: expansion.open)
    }

    // MARK: - Fn::ForEach

    private func runLoop(_ loop: Node.Entry, at origin: Origin, into expansion: inout ExpandedEntries) {
        let parts = loop.value.elements
        guard parts.count == 3, parts[0].kind == .scalar, parts[2].kind == .mapping else {
            report(
                .malformedFunction, "Fn::ForEach takes a list of identifier, collection and entries",
                help: "Write it as the CloudFormation reference shows: [Name, [a, b], {'Key${Name}': ...}].", at: origin)
            expansion.open.append(Reason("\(loop.key.text) is malformed"))
            return
        }
        checkLanguageExtensions("Fn::ForEach", at: origin)
        guard let values = loopValues(parts[1], at: origin.child(.index(1), node: parts[1], key: nil)) else {
            expansion.open.append(Reason("the collection of \(loop.key.text) is not known"))
            return
        }
        let identifier = parts[0].text
        reportRepeatedNames(parts[2], identifier: identifier, count: values.count, at: origin)
        for value in values {
            guard work.spendLoopEntries(max(parts[2].count, 1), at: origin) else {
                expansion.open.append(Reason("\(loop.key.text) gives more entries than are read"))
                return
            }
            scope.binding(identifier, to: value) {
                expand(parts[2], at: origin.child(.index(2), node: parts[2], key: nil), into: &expansion)
            }
        }
    }

    /// The texts that a loop runs over; `nil` when they are not all known.
    private func loopValues(_ collection: Node, at origin: Origin) -> [String]? {
        guard case .list(let elements, let open) = evaluate(collection, at: origin).content, open.isEmpty else { return nil }
        var texts: [String] = []
        for element in elements {
            guard let text = element.knownText, text.utf8.count <= Self.longestLoopValue else { return nil }
            texts.append(text)
        }
        return texts
    }

    /// Keys without the loop's variable come out the same each time, which CloudFormation refuses.
    private func reportRepeatedNames(_ body: Node, identifier: String, count: Int, at origin: Origin) {
        guard count > 1 else { return }
        for entry in body.entries {
            let key = entry.key.text
            guard !key.contains("${\(identifier)}"), !key.contains("&{\(identifier)}"), !TemplateSections.isExpanding(key) else {
                continue
            }
            report(
                .malformedFunction, "Fn::ForEach gives '\(key)' \(count) times",
                help: "Put ${\(identifier)} into the key.", at: origin.child(.key(key), node: entry.value, key: entry.key))
        }
    }
}
