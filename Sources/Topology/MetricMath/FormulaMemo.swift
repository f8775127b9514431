/// Formulas that were read before: every field that follows from an alarm's formula asks for it, and most alarms of an input
/// have the same one.
final class FormulaMemo {
    private struct Key: Hashable {
        let lines: [String: MetricFormula.Line]
        let result: String
    }

    private var known: [Key: Result<MetricFormula, MetricMathError>] = [:]

    /// The formula of a set of lines; see ``MetricFormula/init(lines:result:)``.
    func formula(of lines: [String: MetricFormula.Line], result: String) throws(MetricMathError) -> MetricFormula {
        let key = Key(lines: lines, result: result)
        if let formula = known[key] { return try formula.get() }
        let formula: Result<MetricFormula, MetricMathError>
        do throws(MetricMathError) {
            formula = .success(try MetricFormula(lines: lines, result: result))
        } catch {
            formula = .failure(error)
        }
        known[key] = formula
        return try formula.get()
    }
}
