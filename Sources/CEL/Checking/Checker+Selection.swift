import Text

extension Checker {
    mutating func identifier(_ name: String, isRooted: Bool, _ range: Range<Int>) -> Checked {
        if !isRooted, let local = scope.variable(named: name) {
            return checked(.local(local.slot), local.type, range)
        }
        if let variable = variable(name, isRooted: isRooted) { return global(variable.name, variable.type, range) }
        if let type = CELType.denotable[name] { return checked(.constant(.type(type)), .type, range) }
        let names = Array(environment.variables.keys) + scope.names
        let hint = NearestName.question(for: name, among: names)
        return failure("undeclared-name", "there is no variable '\(name)'", hint: hint, range)
    }

    /// The variable that a name stands for, with what the container leaves out.
    private func variable(_ name: String, isRooted: Bool) -> (name: String, type: CELType)? {
        guard !isRooted, !environment.dialect.container.isEmpty else {
            return environment.variables[name].map { (name, $0) }
        }
        for candidate in environment.dialect.candidates(for: name) {
            if let type = environment.variables[candidate] { return (candidate, type) }
        }
        return nil
    }

    private mutating func global(_ name: String, _ type: CELType, _ range: Range<Int>) -> Checked {
        if let value = environment.constants[name] { return checked(.constant(value), type, range) }
        if let index = globals.firstIndex(where: { $0.name == name }) { return checked(.global(index), type, range) }
        globals.append(Program.Global(name: name, slot: environment.slots[name]))
        return checked(.global(globals.count - 1), type, range)
    }

    mutating func selection(_ expression: Expression) -> Checked {
        guard case .select(let operand, let field, let fieldRange, let isOptional) = expression.kind else {
            return check(expression)
        }
        if !isOptional, let qualified = qualifiedName(of: expression) {
            if let variable = variable(qualified, isRooted: false) {
                return global(variable.name, variable.type, expression.range)
            }
            if let type = CELType.denotable[qualified] {
                return checked(.constant(.type(type)), .type, expression.range)
            }
        }
        let base = check(operand)
        let isGuarded = isOptional || isPresent(expression)
        guard let type = fieldType(field, of: base.type, fieldRange, text: expression, isGuarded: isGuarded) else {
            return checked(.failure(EvaluationError(.undeclared, "no field '\(field)'")), .dyn, expression.range)
        }
        if isOptional {
            return checked(
                .optionalSelect(base.node, field: self.field(field, of: base.type)), .optional(type), expression.range)
        }
        return checked(
            .select(base.node, field: self.field(field, of: base.type)), wrapping(type, unless: base.type),
            expression.range)
    }

    /// `has(operand.field)`.
    mutating func presenceTest(_ argument: Expression, _ range: Range<Int>) -> Checked {
        guard case .select(let operand, let field, let fieldRange, isOptional: false) = argument.kind else {
            return failure(
                "bad-macro", "has() takes a field, such as has(\(text(argument.range)).name)",
                argument.range, kind: .badArgument)
        }
        let base = check(operand)
        if mode != .unchecked, !environment.dialect.hasTakesKeys, case .map = readable(base.type) {
            return failure(
                "presence-of-key", "has() asks for a field of a structure, not for a key of a map",
                hint: "write '\(field)' in \(text(operand.range))", argument.range)
        }
        _ = fieldType(field, of: base.type, fieldRange, text: argument, isGuarded: true)
        return checked(.has(base.node, field: self.field(field, of: base.type)), .bool, range)
    }

    mutating func indexing(
        _ operand: Expression, _ index: Expression, isOptional: Bool, _ range: Range<Int>
    ) -> Checked {
        let base = check(operand)
        let key = check(index)
        let node = Node.Kind.index(base.node, key.node, isOptional: isOptional)
        var container = inference.resolve(base.type)
        if case .optional(let wrapped) = container { container = inference.resolve(wrapped) }
        let element: CELType
        switch container {
        case .list(let type):
            require(key.type, .int, place: "the index of a list", range: index.range)
            element = type
        case .map(let keyType, let type):
            require(key.type, keyType, place: "the key of this map", range: index.range)
            element = type
        case .dyn, .parameter: element = .dyn
        case let other:
            return failure(
                "not-indexable", "'\(text(operand.range))' is \(readable(other)) and has no elements", range)
        }
        return checked(node, isOptional ? .optional(element) : wrapping(element, unless: base.type), range)
    }

    /// The field with its place in the structure, as far as that is known now.
    private func field(_ name: String, of type: CELType) -> Node.Field {
        switch inference.resolve(type) {
        case .optional(let wrapped): field(name, of: wrapped)
        case .structure(let structure):
            // The declaration's own text, which compares fastest with that of the object.
            environment.structures[structure]?[name].map { Node.Field($0.declaration.name, position: $0.position) }
                ?? Node.Field(name, position: nil)
        default: Node.Field(name, position: nil)
        }
    }

    /// The declared type of a field, `nil` after a report that it has none.
    private mutating func fieldType(
        _ field: String, of type: CELType, _ range: Range<Int>, text expression: Expression, isGuarded: Bool
    ) -> CELType? {
        switch inference.resolve(type) {
        case .optional(let wrapped):
            return fieldType(field, of: wrapped, range, text: expression, isGuarded: true)
        case .dyn, .parameter: return .dyn
        case .map(_, let value): return value
        case .structure(let name):
            return declaredType(field, of: name, range, expression, isGuarded: isGuarded)
        case let other:
            guard mode != .unchecked else { return .dyn }
            report("no-fields", "\(readable(other)) has no fields, so also no field '\(field)'", range)
            return nil
        }
    }

    private mutating func declaredType(
        _ field: String, of structure: String, _ range: Range<Int>, _ expression: Expression, isGuarded: Bool
    ) -> CELType? {
        guard let declared = environment.structures[structure] else { return .dyn }
        guard let declaration = declared[field]?.declaration else {
            let closest = NearestName.closest(to: field, among: declared.keys).flatMap { declared[$0]?.declaration }
            let hint = closest.map { meant in
                "Did you mean '\(meant.name)'" + (meant.summary.isEmpty ? "?" : " (\(meant.summary))?")
            }
            report("undeclared-field", "\(structure) has no field '\(field)'", hint: hint, range)
            return nil
        }
        fields.insert(FieldReference(structure: structure, field: field))
        if declaration.isOptional, !isGuarded, mode == .value {
            let written = text(expression.range)
            report(
                "unguarded-field", "'\(written)' may be absent",
                hint: "guard it with 'has(\(written)) && ...', or write '.?\(field)' with orValue()",
                expression.range)
        }
        return declaration.type
    }

    private func isPresent(_ expression: Expression) -> Bool {
        path(of: expression).map(presence.contains) ?? false
    }

    /// What is taken from an optional is an optional again.
    private func wrapping(_ type: CELType, unless base: CELType) -> CELType {
        if case .optional = inference.resolve(base) { return .optional(type) }
        return type
    }

    /// The dotted name that a chain of selections spells, when no local variable starts it.
    func qualifiedName(of expression: Expression) -> String? {
        switch expression.kind {
        case .identifier(let name, let isRooted):
            return isRooted || scope.variable(named: name) == nil ? name : nil
        case .select(let operand, let field, _, isOptional: false):
            return qualifiedName(of: operand).map { "\($0).\(field)" }
        default: return nil
        }
    }
}
