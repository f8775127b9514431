extension RuleFileShape {
    /// The patterns are those of `RuleFileParser.isID` and `isName`; a test holds them together.
    static let idPattern = "^[A-Z]{2,8}[0-9]{3,4}$"
    static let namePattern = "^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$"

    /// A rule: one YAML document of a rule file.
    package static let rule = RuleFileShape(
        "a rule",
        [
            Key("apiVersion", .constant(RuleFileParser.apiVersion), isRequired: true, "The version of this format."),
            Key("kind", .constant("Rule"), isRequired: true, "What the document holds."),
            Key(
                "id", .pattern(idPattern), isRequired: true,
                "Capital letters and three digits, such as ORG001; never given to another rule."),
            Key("name", .pattern(namePattern), isRequired: true, "Lower-case words joined by '-'; what people type and read."),
            Key("since", .text, "The version that brought it."),
            Key(
                "status", .choice(of: Rule.Status.self),
                "preview and deprecated rules run only when --select names them; default stable."),
            Key("replacedBy", .pattern(idPattern), "The rule that took the place of a deprecated one."),
            Key("overrides", .pattern(idPattern), "The id of the rule that this one stands in for."),
            Key("severity", .choice(of: Severity.self), isRequired: true, "How much a finding matters."),
            Key("category", .text, isRequired: true, "reliability, cost, security, performance ..."),
            Key("tags", .texts, "Words to find the rule by."),
            Key("confidence", .choice(of: Rule.Confidence.self), "How sure a finding is; default medium."),
            Key("securitySeverity", .text, "\"0.0\" to \"10.0\", for rules about security."),
            Key("docs", .mapping(documentation), "What `ecslint explain` says."),
            Key("params", .named(.mapping(parameter)), "Numbers and texts that ecslint.yaml may change; read as params.NAME."),
            Key("select", .mapping(selection), isRequired: true, "Which objects of the model the rule looks at."),
            Key("forEach", .mapping(iteration), "One verdict for each member of a list."),
            Key(
                "variables", .list(.mapping(variable), needsOne: false),
                "Values that checks read as variables.NAME, each worked out when it is first read."),
            Key("checks", .list(.mapping(check), needsOne: true), isRequired: true, "What must hold."),
            Key("tests", .list(.mapping(test), needsOne: false), "What `ecslint rules test` runs."),
        ])

    static let documentation = RuleFileShape(
        "docs",
        [
            Key("what", .text, isRequired: true, "What the rule reports, in a sentence."),
            Key("why", .text, isRequired: true, "What goes wrong while it stays."),
            Key("bad", .text, isRequired: true, "An example that it reports."),
            Key("good", .text, isRequired: true, "The same, corrected."),
            Key("terraform", .mapping(example), "The same two in Terraform's language."),
            Key("exceptions", .text, "What it lets pass on purpose."),
            Key("references", .texts, "Addresses of the documentation that it rests on."),
        ])

    static let example = RuleFileShape(
        "docs.terraform",
        [
            Key("bad", .text, isRequired: true, "An example that it reports."),
            Key("good", .text, isRequired: true, "The same, corrected."),
        ])

    static let parameter = RuleFileShape(
        "a parameter",
        [
            Key(
                "type", .pattern("^(int|double|string|bool|list<(int|double|string|bool)>)$"), isRequired: true,
                "int, double, string, bool or list<...>."),
            Key("default", .anything, isRequired: true, "The value when ecslint.yaml says nothing."),
            Key("min", .number, "The lowest value allowed."),
            Key("max", .number, "The highest value allowed."),
            Key("enum", .list(.anything, needsOne: false), "The only values allowed."),
            Key("doc", .text, isRequired: true, "What it means, with its unit."),
        ])

    static let selection = RuleFileShape(
        "select",
        [
            Key("kind", .text, isRequired: true, "A kind of the model, such as queue; docs/model.md lists them."),
            Key("as", .text, isRequired: true, "The name that expressions use for the object."),
            Key("where", .expression, "Looks only at objects for which this is true."),
            Key("format", .choice(of: RuleFormat.self), "Looks only at templates of this format; raw() needs it."),
        ])

    static let iteration = RuleFileShape(
        "forEach",
        [
            Key("in", .expression, isRequired: true, "The list."),
            Key("as", .text, isRequired: true, "The name that expressions use for the member."),
            Key("where", .expression, "Looks only at members for which this is true."),
        ])

    static let variable = RuleFileShape(
        "a variable",
        [
            Key("name", .text, isRequired: true, "Read as variables.NAME."),
            Key("value", .expression, isRequired: true, "What works it out."),
        ])

    static let check = RuleFileShape(
        "a check",
        [
            Key("id", .text, isRequired: true, "Names the check within the rule."),
            Key("when", .expression, "The check applies only where this is true."),
            Key("assert", .expression, isRequired: true, "True is good."),
            Key("at", .expression, isRequired: true, "The path whose place a finding has."),
            Key("related", .list(.mapping(relatedPlace), needsOne: false), "Further places that a finding shows."),
            Key("message", .message, isRequired: true, "What is wrong, with the numbers of the case."),
            Key("fix", .message, "What to do."),
            Key("severity", .choice(of: Severity.self), "In place of the rule's severity."),
            Key(
                "onUnknown", .choice(of: RuleCheck.UnknownPolicy.self),
                "What to do when the input does not decide the check; default skip, which counts it as undecided."),
        ])

    static let relatedPlace = RuleFileShape(
        "a related place",
        [
            Key("at", .expression, isRequired: true, "The path that leads there."),
            Key("label", .message, isRequired: true, "What stands there."),
        ])
}
