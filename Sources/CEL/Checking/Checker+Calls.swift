import Patterns
import Text

extension Checker {
    mutating func call(
        _ receiver: Expression?, _ name: String, _ nameRange: Range<Int>, _ arguments: [Expression],
        _ range: Range<Int>
    ) -> Checked {
        if let expanded = macro(receiver, name, nameRange, arguments, range) { return expanded }
        guard let receiver else {
            return function(name, nameRange, arguments, isMember: false, range)
        }
        if let namespace = qualifiedName(of: receiver), environment.functions["\(namespace).\(name)"] != nil {
            let whole = receiver.range.lowerBound..<nameRange.upperBound
            return function("\(namespace).\(name)", whole, arguments, isMember: false, range)
        }
        return function(name, nameRange, [receiver] + arguments, isMember: true, range)
    }

    func function(
        named name: String, isMember: Bool, arity: Int
    ) -> [Overload] {
        (environment.functions[name] ?? []).filter {
            $0.isMember == isMember && $0.parameters.count == arity
        }
    }

    private mutating func function(
        _ name: String, _ nameRange: Range<Int>, _ arguments: [Expression], isMember: Bool, _ range: Range<Int>
    ) -> Checked {
        guard environment.functions[name] != nil else {
            return undeclaredFunction(name, nameRange, arguments, isMember: isMember)
        }
        let operands = arguments.map { check($0) }
        return resolve(name, operands, isMember: isMember, arguments: arguments, nameRange, range)
    }

    /// Chooses the overloads that fit the operands.
    mutating func resolve(
        _ name: String, _ operands: [Checked], isMember: Bool, arguments: [Expression],
        _ nameRange: Range<Int>, _ range: Range<Int>
    ) -> Checked {
        let overloads = function(named: name, isMember: isMember, arity: operands.count)
        let types = operands.map(\.type)
        let isDynamic = types.contains { readable($0) == .dyn }
        var candidates: [Overload] = []
        var result: CELType?
        for overload in overloads where isDynamic || !overload.isDynamicOnly {
            let instance = inference.instantiate(overload)
            guard inference.areAssignable(types, to: instance.parameters) else { continue }
            candidates.append(overload)
            let type = inference.resolve(instance.result)
            result = result.map { $0 == type ? type : .dyn } ?? type
        }
        guard let result else {
            return mismatch(name, types, isMember: isMember, arguments, nameRange, range)
        }
        if name == "matches", candidates.count == 1, let prepared = prepared(arguments[1], isMember: isMember) {
            candidates = [prepared]
        }
        let call = Node.Call(name: name, candidates: candidates, arguments: operands.map(\.node))
        return checked(.call(call), result, range)
    }

    /// The overload of `matches` for a pattern that is written out, which is read here and now.
    private mutating func prepared(_ pattern: Expression, isMember: Bool) -> Overload? {
        guard case .literal(.string(let source)) = pattern.kind else { return nil }
        do {
            return StandardLibrary.matching(try Pattern(source), isMember: isMember)
        } catch {
            report("bad-pattern", error.message, pattern.range)
            return nil
        }
    }

    private mutating func undeclaredFunction(
        _ name: String, _ nameRange: Range<Int>, _ arguments: [Expression], isMember: Bool
    ) -> Checked {
        for argument in arguments {
            // A namespace is no variable: only the call itself is then at fault.
            if isMember, case .identifier(let word, _) = argument.kind, environment.namespaces.contains(word) {
                return undeclaredFunction("\(word).\(name)", nameRange, [], isMember: false)
            }
            _ = check(argument)
        }
        let names = environment.functions.keys.filter { Operator.symbol(of: $0) == nil } + Macro.names
        let hint = NearestName.question(for: name, among: names)
        return failure("undeclared-function", "there is no function '\(name)'", hint: hint, nameRange)
    }

    private mutating func mismatch(
        _ name: String, _ types: [CELType], isMember: Bool, _ arguments: [Expression],
        _ nameRange: Range<Int>, _ range: Range<Int>
    ) -> Checked {
        let found = types.map { readable($0).description }
        if let symbol = Operator.symbol(of: name) {
            let operation =
                found.count == 2
                ? "\(found[0]) \(symbol) \(found[1])" : symbol + (found.first ?? "")
            return failure(
                "wrong-arguments", "`\(text(range))`: \(operation) does not exist",
                hint: conversionHint(name, types.map(readable), arguments), range, kind: .noSuchOverload)
        }
        let overloads = environment.functions[name] ?? []
        let forms = overloads.filter { !$0.isDynamicOnly }.map { signature(name, $0) }
        return failure(
            "wrong-arguments", "'\(name)' does not take \(signature(name, found, isMember: isMember))",
            hint: "it takes " + forms.joined(separator: " or "), nameRange, kind: .noSuchOverload)
    }

    private func signature(_ name: String, _ overload: Overload) -> String {
        signature(name, overload.parameters.map(\.description), isMember: overload.isMember)
    }

    private func signature(_ name: String, _ types: [String], isMember: Bool) -> String {
        guard isMember, let receiver = types.first else { return "\(name)(\(types.joined(separator: ", ")))" }
        return "\(receiver).\(name)(\(types.dropFirst().joined(separator: ", ")))"
    }
}

extension Checker {
    /// How to make two numbers the same type.
    private func conversionHint(_ name: String, _ types: [CELType], _ arguments: [Expression]) -> String? {
        guard types.count == 2, arguments.count == 2 else { return nil }
        if name == Operator.equal || name == Operator.notEqual, types.contains(.null) {
            return "whether a field is there is asked with has()"
        }
        if name == "_+_", types.contains(.string), let other = types.firstIndex(where: { $0 != .string }) {
            return "write 'string(\(text(arguments[other].range)))'"
        }
        guard types.allSatisfy(\.isNumeric) else { return nil }
        let target: CELType = types.contains(.double) ? .double : .int
        guard let other = types.firstIndex(where: { $0 != target }) else { return nil }
        return conversionHint(from: types[other], to: target, arguments[other].range)
    }

    /// What to write instead of a number or text of another type.
    func conversionHint(from found: CELType, to wanted: CELType, _ range: Range<Int>) -> String? {
        let written = text(range)
        switch (readable(found), wanted) {
        case (.int, .double) where written.allSatisfy(\.isASCIIDigit): return "write '\(written).0'"
        case (.int, .double), (.uint, .double), (.double, .int), (.uint, .int), (.int, .uint):
            return "write '\(wanted)(\(written))'"
        case (.int, .string), (.uint, .string), (.double, .string), (.bool, .string):
            return "write 'string(\(written))'"
        default: return nil
        }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
