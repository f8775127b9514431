import Templates

/// The templates of a request, parsed and evaluated: what linting and pricing begin with.
struct TemplateReading {
    let classifier: InputClassifier
    let nested: NestedDocuments
    let workload: Workload
    private let givenParameters: GivenParameters

    /// Files are parsed in parallel; the result is the same for any number of threads.
    init(_ request: LintRequest) {
        var classifier = InputClassifier(skipsUnrecognised: request.skipsUnrecognised)
        for source in Parallel.map(request.sources, jobs: request.jobs, ParsedSource.init) { classifier.add(source) }
        classifier.demandTemplate(terraformSourceCount: request.terraformSourceCount)
        let nested = NestedDocuments(find: request.nested, lines: classifier.lines)
        workload = Workload.load(classifier.templates, options: request.options) { reference, parent in
            nested.document(for: reference, usedBy: parent)
        }
        givenParameters = GivenParameters(request.options, workload)
        self.classifier = classifier
        self.nested = nested
    }

    var diagnostics: [Diagnostic] {
        classifier.diagnostics + nested.diagnostics + limits + givenParameters.diagnostics
    }

    /// What the templates ask for beyond the bounds of an evaluation: answers about them are not complete.
    private var limits: [Diagnostic] {
        workload.stacks.flatMap(\.exceededLimits).map { limit in
            Diagnostic(
                code: "limit", message: limit.message, help: limit.help, file: limit.origin.document.path,
                span: limit.origin.span)
        }
    }
}
