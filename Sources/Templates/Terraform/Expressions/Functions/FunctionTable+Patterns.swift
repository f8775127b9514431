import Evaluation
import Patterns

/// Regular expressions (https://developer.hashicorp.com/terraform/language/functions/regex), in RE2's syntax.
extension FunctionTable {
    static let patterns: [(name: String, function: Function)] = [
        function("regex", 2...2) { (call) throws(ExpressionFailure) in
            guard let source = try call.text(at: 0), let text = try call.text(at: 1),
                let pattern = try pattern(source, call)
            else { return call.unknown() }
            var search = PatternSearch(pattern, in: text)
            var steps = call.work.remainingSteps
            let outcome = search.firstMatch(from: 0, spending: &steps)
            guard call.work.spend(call.work.remainingSteps - steps, at: call.origin) else { return call.unknown() }
            switch outcome {
            case .match(let match): return result(match, of: pattern, in: search, call)
            case .none: throw ExpressionFailure("the pattern matches no part of the text")
            case .exhausted: return call.unknown()
            }
        },
        function("regexall", 2...2) { (call) throws(ExpressionFailure) in
            guard let source = try call.text(at: 0), let text = try call.text(at: 1),
                let pattern = try pattern(source, call)
            else { return call.unknown() }
            var search = PatternSearch(pattern, in: text)
            var steps = call.work.remainingSteps
            let matches = Pattern.matches(&search, spending: &steps)
            guard call.work.spend(call.work.remainingSteps - steps, at: call.origin), let matches else {
                return call.unknown()
            }
            return call.list(matches.map { result($0, of: pattern, in: search, call) })
        },
    ]

    /// `nil` for a pattern that is too much for this reader.
    static func pattern(_ source: String, _ call: FunctionArguments) throws(ExpressionFailure) -> Pattern? {
        let pattern: Pattern
        do throws(Pattern.Fault) {
            pattern = try Pattern(source, isCapturing: true)
        } catch {
            guard !error.isOfLimits else { return nil }
            throw ExpressionFailure(error.message)
        }
        let names = pattern.groupNames
        if names.contains(nil), names.contains(where: { $0 != nil }), call.function != "replace" {
            throw ExpressionFailure("groups with names and groups without are mixed")
        }
        return call.work.spend(pattern.size, at: call.origin) ? pattern : nil
    }

    /// The text that matched; with groups, what these took, as list or by their names.
    private static func result(
        _ match: PatternMatch, of pattern: Pattern, in search: PatternSearch, _ call: FunctionArguments
    ) -> Value {
        guard !pattern.groupNames.isEmpty else { return call.text(search.text(match.range)) }
        let values = match.groups.map { range in
            range.map { call.text(search.text($0)) } ?? Value(.absent, origin: call.origin)
        }
        let names = pattern.groupNames.compactMap { $0 }
        guard names.count == values.count else { return call.list(values) }
        return call.map(zip(names, values).map { Value.Member(key: $0, value: $1) })
    }

    /// `replace` with a regular expression between slashes.
    static func replacedPattern(
        in text: String, _ source: String, with replacement: String, _ call: FunctionArguments
    ) throws(ExpressionFailure) -> Value {
        guard let pattern = try pattern(source, call)
        else { return call.unknown() }
        var steps = call.work.remainingSteps
        let result = pattern.replacing(
            in: text, with: replacement, limit: call.work.limits.textBytes, spending: &steps)
        guard call.work.spend(call.work.remainingSteps - steps, at: call.origin), let result else { return call.unknown() }
        return call.text(result)
    }
}
