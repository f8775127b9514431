import Evaluation
import Text
import YAMLBridge

extension IntrinsicEvaluator {
    // MARK: - Fn::Join

    func join(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let parts = arguments(of: function, 2...2, shape: "a list of delimiter and values", at: origin),
            let delimiter = delimiter(parts[0], of: function, at: origin)
        else { return malformed(function, at: origin) }
        return evaluate(parts[1], at: origin).flatMap { list in
            guard case .list(let elements, let open) = list.content, open.isEmpty else {
                let reasons = list.unknownReasons + [Reason("the list that is joined is not wholly known")]
                return Value.unknown(reasons, at: origin).deferred(.join(delimiter), on: [list])
            }
            let value = Value.settlingElements(elements, origin: origin) { elements in
                let pieces = elements.map(\.textParts).joined(separator: [.literal(delimiter)])
                let steps = elements.flatMap { $0.knownText == nil ? [] : $0.steps }
                return joined(Array(pieces), at: origin, steps: steps)
            }
            return value ?? Value.unknown(list.elementReasons, at: origin).deferred(.join(delimiter), on: [list])
        }
    }

    /// The delimiter of a join or split, which no function may make
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html).
    private func delimiter(_ node: Node, of function: IntrinsicFunction, at origin: Origin) -> String? {
        if node.kind == .scalar, IntrinsicFunction(node) == nil { return scope.text(of: node) }
        reportShape(of: function, "a delimiter that is a plain text", at: origin)
        return nil
    }

    // MARK: - Fn::Select

    func select(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let parts = arguments(of: function, 2...2, shape: "a list of index and values", at: origin) else {
            return malformed(function, at: origin)
        }
        let list = evaluate(parts[1], at: origin)
        return evaluate(parts[0], at: origin).flatMap { index in
            guard let text = index.knownText else {
                return Value.unknown(index.unknownReasons, at: origin).deferred(.select, on: [index, list])
            }
            return list.flatMap { element(at: text, of: $0, function, at: origin) }
        }
    }

    private func element(at index: String, of list: Value, _ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard case .list(let elements, let open) = list.content else {
            let reasons = list.unknownReasons + [Reason("the list that is selected from is not known")]
            let position = Value(.scalar(.init(index)), origin: origin)
            return Value.unknown(reasons, at: origin).deferred(.select, on: [position, list])
        }
        guard let position = Int(index), position >= 0 else {
            report(
                .malformedFunction, "Fn::Select takes a number from 0, not '\(index.prefix(40))'",
                help: "Write the element's index.", at: origin)
            return malformed(function, at: origin)
        }
        let chosen = Value.settlingElements(elements, origin: origin) { elements in
            if elements.indices.contains(position) {
                return Value(elements[position].content, origin: origin, steps: elements[position].steps)
            }
            let isAssumed = list.steps.contains(where: \.isAssumedDefault)
            if open.isEmpty, !isAssumed {
                report(
                    .malformedFunction, "Fn::Select asks for element \(position) of \(elements.count)",
                    help: "Elements count from 0.", at: origin)
            }
            return .unknown(Reason("the list has no known element \(position)"), origin: origin)
        }
        return chosen ?? .unknown(list.elementReasons, at: origin)
    }

    // MARK: - Fn::Split

    func split(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let parts = arguments(of: function, 2...2, shape: "a list of delimiter and text", at: origin),
            let delimiter = delimiter(parts[0], of: function, at: origin)
        else { return malformed(function, at: origin) }
        guard !delimiter.isEmpty else {
            reportShape(of: function, "a delimiter of at least one character", at: origin)
            return malformed(function, at: origin)
        }
        return evaluate(parts[1], at: origin).flatMap { source in
            if let text = source.knownText {
                let pieces = text.pieces(separatedBy: delimiter)
                work.spend(pieces.count, at: origin)
                return Value(
                    .list(pieces.map { Value(.scalar(.init($0)), origin: origin, steps: source.steps) }, open: []),
                    origin: origin, steps: source.steps)
            }
            if delimiter == ",", let list = listAtCommas(source, at: origin) { return list }
            let addresses = AddressPieces(facts: options.facts, type: stack.builder.resourceType, origin: origin)
            if let pieces = addresses.pieces(of: source, separator: delimiter) {
                work.spend(pieces.count, at: origin)
                return Value(
                    .list(pieces.map { joined($0, at: origin) }, open: []), origin: origin, steps: source.steps)
            }
            let reasons = source.unknownReasons + [Reason("the text that is split is not known")]
            return Value.unknown(reasons, at: origin).deferred(.split(delimiter), on: [source])
        }
    }

    /// The list that a text with references in it makes when it is cut at its commas; `nil` when a part may hold commas of
    /// its own. Names, ids, URLs and ARNs of resources hold none.
    func listAtCommas(_ source: Value, at origin: Origin) -> Value? {
        var elements: [[TextPart]] = [[]]
        for part in source.textParts {
            switch part {
            case .value(let value):
                guard case .reference = value.content else { return nil }
                elements[elements.count - 1].append(part)
            case .literal(let text):
                for (number, piece) in text.pieces(separatedBy: ",").enumerated() {
                    if number > 0 { elements.append([]) }
                    elements[elements.count - 1].append(.literal(piece))
                }
            }
        }
        return Value(
            .list(elements.map { joined($0, at: origin) }, open: []), origin: origin, steps: source.steps)
    }

    // MARK: - Fn::GetAZs, Fn::Cidr

    /// The zones of a region: which ones an account has is known at deployment only, that there are some is known.
    func zones(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        let reason = Reason("the zones of a region are known at deployment only")
        return evaluateArgument(function, at: origin).flatMap { region in
            // An empty text means the stack's own region.
            let isKnown = region.isAbsent || region.knownText == "" ? options.region != nil : region.knownText != nil
            return isKnown
                ? Value(.list([], open: [reason]), origin: origin)
                : .unknown(region.unknownReasons + [reason], at: origin)
        }
    }

    /// As many address blocks as are asked for, 1 to 256
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html).
    func addressBlocks(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let parts = arguments(of: function, 2...3, shape: "a list of address block, count and bits", at: origin) else {
            return malformed(function, at: origin)
        }
        let source = evaluate(parts[0], at: origin)
        if parts.count == 3 { _ = evaluate(parts[2], at: origin) }
        return evaluate(parts[1], at: origin).flatMap { count in
            guard let text = count.knownText else { return .unknown(count.unknownReasons, at: origin) }
            guard let number = Int(text), (1...256).contains(number) else {
                reportShape(of: function, "a count of 1 to 256, not '\(text.prefix(40))'", at: origin)
                return malformed(function, at: origin)
            }
            let key = source.identityKey
            let blocks = (0..<number).map { position in
                Value.unknown(
                    Reason("Fn::Cidr is worked out at deployment", source: key.map { "cidr(\($0),\(number))#\(position)" }),
                    origin: origin)
            }
            return Value(.list(blocks, open: []), origin: origin)
        }
    }
}

extension Value {
    /// Why the elements of a list are not known.
    var elementReasons: [Reason] {
        guard case .list(let elements, let open) = content else { return unknownReasons }
        return open + elements.flatMap(\.unknownReasons) + [Reason("the list depends on too many open conditions")]
    }
}
