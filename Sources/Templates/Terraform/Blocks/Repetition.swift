import Evaluation

/// Which copy of a block is meant.
enum Repetition {
    /// The block has neither `count` nor `for_each`.
    case single
    case count(index: Int)
    case each(key: String, value: Value)
    /// The block stands for copies whose number is not known.
    case undecided(isCount: Bool)

    /// The key as addresses spell it: `[0]`, `["a"]`; empty where there is none.
    var suffix: String {
        switch self {
        case .single, .undecided: ""
        case .count(let index): "[\(index)]"
        case .each(let key, _): TerraformValues.instance(key)
        }
    }
}

/// The copies of a block.
enum BlockCopies {
    /// One, without a key.
    case single
    /// Copies that are known one by one, each with when it is there.
    case counted([Condition])
    case keyed([(key: String, value: Value, existence: Condition)])
    /// A number that is not known; the condition is that there is any.
    case undecided(isCount: Bool, Condition)

    var count: Int {
        switch self {
        case .single, .undecided: 1
        case .counted(let conditions): conditions.count
        case .keyed(let copies): copies.count
        }
    }

    /// Every copy with when it is there.
    var all: [(repetition: Repetition, existence: Condition)] {
        switch self {
        case .single: [(.single, .always)]
        case .counted(let conditions): conditions.enumerated().map { (.count(index: $0), $1) }
        case .keyed(let copies): copies.map { (.each(key: $0.key, value: $0.value), $0.existence) }
        case .undecided(let isCount, let existence): [(.undecided(isCount: isCount), existence)]
        }
    }
}
