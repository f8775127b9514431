import TestSupport

/// Writes random expressions that the checker accepts.
struct RandomExpression {
    private var generator: SeededGenerator
    private var locals: [String] = []

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func any(depth: Int) -> String {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: number(depth)
        case 1: text(depth)
        case 2: list(depth)
        case 3: map(depth)
        default: condition(depth)
        }
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices.randomElement(using: &generator) ?? ""
    }

    private mutating func number(_ depth: Int) -> String {
        if depth == 0 { return pick(["0", "1", "3", "a", "d", "q.max", "numbers[0]", "m.x"] + locals) }
        let next = depth - 1
        switch Int.random(in: 0..<14, using: &generator) {
        case 0: return "(\(number(next)) \(pick(["+", "-", "*"])) \(number(next)))"
        case 1: return "(\(number(next)) \(pick(["/", "%"])) \(number(next)))"
        case 2: return "(\(condition(next)) ? \(number(next)) : \(number(next)))"
        case 3: return "size(\(list(next)))"
        case 4: return "\(pick(["sum", "max", "min"]))(\(list(next)))"
        case 5: return "math.\(pick(["greatest", "least"]))(\(number(next)), \(number(next)))"
        case 6: return "(has(q.limit) ? q.limit : \(number(next)))"
        case 7: return "q.?limit.orValue(\(number(next)))"
        case 8: return "\(list(next))[\(number(next))]"
        case 9: return "\(list(next))[?\(number(next))].orValue(\(number(next)))"
        case 10: return "\(map(next))['\(pick(["x", "y"]))']"
        case 11: return "size(\(text(next)))"
        case 12: return "size(\(map(next)))"
        default: return number(0)
        }
    }

    private mutating func condition(_ depth: Int) -> String {
        if depth == 0 { return pick(["b", "c", "true", "false", "has(q.limit)"]) }
        let next = depth - 1
        switch Int.random(in: 0..<16, using: &generator) {
        case 0, 1: return "(\(condition(next)) && \(condition(next)))"
        case 2, 3: return "(\(condition(next)) || \(condition(next)))"
        case 4: return "!\(condition(next))"
        case 5, 6: return "(\(number(next)) \(pick(["<", "<=", ">", ">=", "==", "!="])) \(number(next)))"
        case 7: return "(\(condition(next)) ? \(condition(next)) : \(condition(next)))"
        case 8, 9: return fold(pick(["exists", "all", "exists_one"]), next) { $0.condition($1) }
        case 10: return "(\(number(next)) in \(list(next)))"
        case 11: return "(\(list(next)) \(pick(["==", "!="])) \(list(next)))"
        case 12: return "(\(map(next)) == \(map(next)))"
        case 13: return "('\(pick(["x", "y"]))' in \(map(next)))"
        case 14: return "\(text(next)).\(pick(["contains", "startsWith"]))(\(text(next)))"
        default: return "(\(text(next)) == \(text(next)))"
        }
    }

    private mutating func text(_ depth: Int) -> String {
        if depth == 0 { return pick(["''", "'x'", "s", "q.name"]) }
        let next = depth - 1
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: return "(\(text(next)) + \(text(next)))"
        case 1: return "string(\(number(next)))"
        case 2: return "[\(text(next)), \(text(next))].join('-')"
        case 3: return "(\(condition(next)) ? \(text(next)) : \(text(next)))"
        default: return text(0)
        }
    }

    private mutating func list(_ depth: Int) -> String {
        if depth == 0 { return pick(["numbers", "[1]", "[a, d]"]) }
        let next = depth - 1
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return "[\(number(next)), \(number(next))]"
        case 1: return "(\(list(next)) + \(list(next)))"
        case 2: return fold("map", next) { $0.number($1) }
        case 3: return fold("filter", next) { $0.condition($1) }
        case 4: return fold("map", next) { $0.condition($1) + ", " + $0.number($1) }
        case 5: return "(\(condition(next)) ? \(list(next)) : \(list(next)))"
        case 6: return "[?q.?limit, \(number(next))]"
        default: return list(0)
        }
    }

    private mutating func map(_ depth: Int) -> String {
        if depth == 0 { return "m" }
        let next = depth - 1
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return "{'x': \(number(next)), ?'y': q.?limit}"
        case 1: return "{'y': \(number(next))}"
        case 2:
            let range = map(next)
            let variable = "v\(locals.count)"
            locals.append(variable)
            defer { locals.removeLast() }
            return "\(range).transformMap(k, \(variable), \(condition(next)), \(number(next)))"
        default: return map(0)
        }
    }

    private mutating func fold(
        _ name: String, _ depth: Int, _ body: (inout RandomExpression, Int) -> String
    ) -> String {
        let range = list(depth)
        let variable = "v\(locals.count)"
        locals.append(variable)
        defer { locals.removeLast() }
        return "\(range).\(name)(\(variable), \(body(&self, depth)))"
    }
}
