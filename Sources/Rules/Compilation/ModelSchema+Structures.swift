import CEL
import Topology

extension ModelSchema {
    /// The kinds as the expression checker knows them.
    var structures: [StructDeclaration] {
        kinds.map { kind in
            StructDeclaration(
                name: kind.name,
                fields: kind.fields.map { field in
                    let summary = [field.type.description, field.unit?.rawValue].compactMap { $0 }.joined(separator: ", ")
                    return CEL.FieldDeclaration(
                        name: field.name, type: field.type.expressionType, isOptional: field.isOptional, summary: summary)
                })
        }
    }
}

extension FieldType {
    var expressionType: CELType {
        switch self {
        case .bool: .bool
        case .integer: .int
        case .double: .double
        case .string: .string
        case .object(let kind): .structure(kind.name)
        case .list(let element): .list(element.expressionType)
        }
    }
}
