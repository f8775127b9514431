import CEL

extension RuleParameterValue {
    var expressionValue: CEL.Value {
        switch self {
        case .int(let number): .int(number)
        case .double(let number): .double(number)
        case .string(let text): .string(text)
        case .bool(let flag): .bool(flag)
        case .list(let values): .list(values.map(\.expressionValue))
        }
    }
}

extension RuleParameterType {
    var expressionType: CELType {
        switch self {
        case .int: .int
        case .double: .double
        case .string: .string
        case .bool: .bool
        case .list(let element): .list(element.expressionType)
        }
    }
}
