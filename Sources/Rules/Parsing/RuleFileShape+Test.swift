extension RuleFileShape {
    /// Tests that stand beside a rule file: `NAME.test.yaml`.
    package static let testFile = RuleFileShape(
        "a test file",
        [
            Key("apiVersion", .constant(RuleFileParser.apiVersion), isRequired: true, "The version of this format."),
            Key("kind", .constant(RuleFileParser.testKind), isRequired: true, "What the document holds."),
            Key("rule", .pattern(idPattern), isRequired: true, "The id of the rule that is tested."),
            Key("tests", .list(.mapping(test), needsOne: true), isRequired: true, "What `ecslint rules test` runs."),
        ])

    static let test = RuleFileShape(
        "a test",
        [
            Key("name", .text, isRequired: true, "What the test shows."),
            Key("params", .named(.anything), "Values of the rule's parameters."),
            Key("config", .mapping(configuration), "What ecslint.yaml would say."),
            Key(
                "input", .mapping(input), isRequired: true,
                "What is checked: a template, or objects of the model by the rule's `select.as`."),
            Key(
                "expect", .list(.mapping(expectation), needsOne: false),
                "Every verdict that the rule must give; [] for none. Annotations in the template count as well."),
        ])

    static let input = RuleFileShape(
        "input", isOpen: true,
        [
            Key("format", .choice(of: RuleTest.Format.self), isRequired: true, "model, or the template's format."),
            Key("text", .text, "The template; `# finding: CHECK`, `# undecided: CHECK` and `# clean` speak of the next line."),
            Key("file", .text, "A template beside the rule file."),
        ])

    static let expectation = RuleFileShape(
        "an expectation",
        [
            Key("check", .text, isRequired: true, "The check's id."),
            Key("at", .text, "A line of the template, or Jobs.Properties.VisibilityTimeout."),
            Key("for", .text, "The name of the forEach member."),
            Key("verdict", .choice(of: RuleExpectation.Verdict.self), "Default finding."),
            Key("message~", .text, "A part of the message, or of the reasons."),
            Key("related", .texts, "Further places that the finding must show: Worker, Worker.Properties.DesiredCount."),
        ])

    static let configuration = RuleFileShape(
        "config",
        [
            Key("region", .text, "The region that the template is for."),
            Key("assumeDefaults", .bool, "Whether a parameter's Default counts as its value."),
            Key("parameters", .named(.text), "Values of the template's parameters."),
            Key("processingSecondsFrom", .texts, "Environment variables that hold a message's longest time."),
            Key("hostMemoryMiB", .integer, "Memory that a plan keeps for the host itself."),
            Key("workers", .named(.mapping(worker)), "What the template does not say, by service."),
        ])

    /// What nobody can read from a template, by worker: the same in a test's `config` and in `ecslint.yaml`.
    package static let worker = RuleFileShape(
        "a worker",
        [
            Key("consumes", .texts, "Queues that the service receives from."),
            Key("processingSeconds", .integer, "The longest time for one message."),
            Key("averageProcessingSeconds", .number, "The time for one message on average."),
            Key("messagesPerReceive", .integer, "Messages that one receive fetches."),
            Key("concurrency", .integer, "Messages that one task works on at a time."),
            Key("extendsVisibility", .bool, "The worker extends the visibility timeout while it works."),
            Key("arrivalRate", .number, "Messages a second, on average."),
            Key("peakArrivalRate", .number, "Messages a second, at the peak."),
            Key("latencyGoalSeconds", .number, "How long a message may wait."),
            Key("runSeconds", .integer, "How long a scheduled task runs."),
        ])
}
