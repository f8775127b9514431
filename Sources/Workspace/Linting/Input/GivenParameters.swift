import Evaluation
import Text
import Templates

/// Parameter values of a run that nothing takes: a slip of the finger in a name would go unnoticed, and the template be
/// checked with its defaults.
struct GivenParameters {
    private let options: LoadOptions
    private let roots: [Stack]
    private let nested: [Stack]

    init(_ options: LoadOptions, _ workload: Workload) {
        self.options = options
        (roots, nested) = (workload.stacks.filter(\.isRoot), workload.stacks.filter { !$0.isRoot })
    }

    /// A warning for each, in the order of the names; none where a template may take parameters that are not read.
    var diagnostics: [Diagnostic] {
        guard !roots.isEmpty, roots.allSatisfy(\.declaresAllParameters) else { return [] }
        let declared = Set(roots.flatMap(\.parameterNames))
        let common = options.parameters.filter { !declared.contains($0.key) }.map { name, value in
            warning(name, "no template of the input declares the parameter '\(name)'", value, among: declared)
        }
        return (common + ofOneTemplate).sorted { $0.message < $1.message }
    }

    /// Values that the configuration gives to one template alone.
    private var ofOneTemplate: [Diagnostic] {
        roots.flatMap { root -> [Diagnostic] in
            let given = options.parametersByPath[root.document.path] ?? [:]
            let names = Set(root.parameterNames)
            return given.filter { options.parameters[$0.key] == nil && !names.contains($0.key) }.map { name, value in
                warning(name, "\(root.document.path) declares no parameter '\(name)'", value, among: names)
            }
        }
    }

    private func warning(
        _ name: String, _ message: String, _ value: LoadOptions.ParameterValue, among declared: Set<String>
    ) -> Diagnostic {
        Diagnostic(
            severity: .warning, code: "parameters", message: "\(message), which \(value.source) gives",
            help: NearestName.question(for: name, among: declared) ?? help(name))
    }

    private func help(_ name: String) -> String {
        nested.contains { $0.parameterNames.contains(name) }
            ? "Only nested stacks declare it, and they take what their parents pass." : "Its value has no effect."
    }
}

extension Stack {
    fileprivate var isRoot: Bool { name.isEmpty }
}
