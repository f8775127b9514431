import Evaluation

/// An expression of HCL as its text spells it.
///
/// The forms are those of https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md, "Expressions".
struct Expression: Hashable {
    indirect enum Form: Hashable {
        case null
        case truth(Bool)
        /// Digits as written.
        case number(String)
        /// A text in quotes, a heredoc, or a whole string of a JSON file.
        case template([TemplatePiece])
        case variable(String)
        case attribute(Expression, String)
        case index(Expression, Expression)
        /// `list[*].name` or `list.*.name`: `each` holds what is done to each element, which is its `.splatElement`.
        case splat(Expression, each: Expression)
        case splatElement
        case call(FunctionCall)
        case not(Expression)
        case negative(Expression)
        case binary(BinaryOperator, Expression, Expression)
        case conditional(Expression, Expression, Expression)
        case tuple([Expression])
        case object([ObjectItem])
        case forTuple(ForClause, Expression)
        case forObject(ForClause, key: Expression, value: Expression, isGrouping: Bool)
        case parentheses(Expression)
    }

    struct FunctionCall: Hashable {
        let name: String
        let arguments: [Expression]
        /// Whether the last argument is a list that stands for further arguments: `max(list...)`.
        let expandsLast: Bool
    }

    struct ObjectItem: Hashable {
        let key: Expression
        let value: Expression
    }

    /// `for key, value in collection ... if condition`.
    struct ForClause: Hashable {
        /// `nil` when only the value has a name.
        let keyName: String?
        let valueName: String
        let collection: Expression
        let condition: Expression?
    }

    let form: Form
    /// UTF-8 bytes of the text.
    let range: Range<Int>
    /// How many levels of expressions it has, so that nothing that walks it goes too deep.
    let height: Int

    init(_ form: Form, range: Range<Int>, height: Int = 1) {
        self.form = form
        self.range = range
        self.height = height
    }
}

/// A piece of a template.
indirect enum TemplatePiece: Hashable {
    case literal(String)
    case interpolation(Expression)
    /// `%{ if condition }...%{ else }...%{ endif }`.
    case conditional(Expression, [TemplatePiece], [TemplatePiece])
    /// `%{ for name in collection }...%{ endfor }`.
    case loop(Expression.ForClause, [TemplatePiece])
}

/// Operators with two sides, weakest first.
enum BinaryOperator: String, Hashable, CaseIterable {
    case or = "||", and = "&&", isEqual = "==", isNotEqual = "!=", less = "<", greater = ">", lessOrEqual = "<="
    case greaterOrEqual = ">=", plus = "+", minus = "-", times = "*", divided = "/", remainder = "%"

    /// How tightly it binds.
    var precedence: Int {
        switch self {
        case .or: 1
        case .and: 2
        case .isEqual, .isNotEqual: 3
        case .less, .greater, .lessOrEqual, .greaterOrEqual: 4
        case .plus, .minus: 5
        case .times, .divided, .remainder: 6
        }
    }
}
