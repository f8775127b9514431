import Evaluation
import Rules
import Templates

/// Problems that are one to whoever reads them: a name that is not there, wherever the file uses it; a file that is not found,
/// for each copy of the stack or module that names it.
struct TemplateProblemGroup {
    /// The one that is shown.
    let first: TemplateProblem
    private(set) var others: [TemplateProblem] = []

    /// Most further places of a name that are shown.
    private static let mostRelated = 8

    private struct Key: Hashable {
        let code: TemplateProblem.Code
        let file: String
        /// What makes it one: its words, or its place.
        let text: String
    }

    private init(_ first: TemplateProblem) {
        self.first = first
    }

    /// In the order of the problems.
    static func groups(of problems: [TemplateProblem]) -> [TemplateProblemGroup] {
        var groups: [TemplateProblemGroup] = []
        var places: [Key: Int] = [:]
        for problem in problems {
            guard let text = identity(of: problem) else {
                groups.append(TemplateProblemGroup(problem))
                continue
            }
            let key = Key(code: problem.code, file: problem.origin.document.path, text: text)
            if let place = places[key] {
                groups[place].others.append(problem)
            } else {
                places[key] = groups.count
                groups.append(TemplateProblemGroup(problem))
            }
        }
        return groups
    }

    private static func identity(of problem: TemplateProblem) -> String? {
        switch problem.code {
        case .unresolvedReference: return problem.message
        case .unknownName:
            let span = Location(problem.origin).span
            return "\(span.start.line):\(span.start.column) \(problem.message)"
        case .nestedTemplateNotFound:
            let span = Location(problem.origin).span
            return "\(span.start.line):\(span.start.column)"
        case .duplicateKey, .malformedFunction, .circularReference, .valueOutsideAllowedValues: return nil
        }
    }

    /// How many copies of a stack or module miss the file: "" for one.
    var copiesInWords: String {
        first.code == .nestedTemplateNotFound && !others.isEmpty ? ", in \(others.count + 1) copies" : ""
    }

    /// The further places that use a name.
    var related: [RelatedLocation] {
        guard first.code == .unresolvedReference else { return [] }
        let own = Location(first.origin)
        var seen: Set<Location> = [own]
        let places = others.map { Location($0.origin) }.filter { seen.insert($0).inserted }
        return places.prefix(Self.mostRelated).map { RelatedLocation(message: "it is used here as well", location: $0) }
    }
}
