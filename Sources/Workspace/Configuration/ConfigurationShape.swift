import Rules

/// The keys of `ecslint.yaml`, declared once: the parser checks names against them, and editors learn them from the schema.
package enum ConfigurationShape {
    private typealias Key = RuleFileShape.Key

    /// The file as a whole.
    package static let configuration = RuleFileShape(
        "the configuration",
        [
            Key("version", .integer, "The version of this format."),
            Key(
                "roots", .texts,
                "Folders that belong to one system: what is checked when no path is named, and where nested templates are looked for."
            ),
            Key("include", .texts, "Patterns of the files to look at in folders; default: .yaml .yml .json .template .tfstate."),
            Key("exclude", .texts, "Patterns of files and folders to leave out. What git ignores is left out as well."),
            Key("terraformLanguage", .bool, "Whether .tf files are checked as they stand, without a plan; default false."),
            Key("region", .text, "The region that the stacks are for."),
            Key("assumeDefaults", .bool, "Whether a parameter's Default counts as its value; default true."),
            Key(
                "parameters", .named(.anything),
                "For each template the values of its parameters, or the path of a parameters file."),
            Key("failOn", .choice(of: FailureThreshold.self), "The lowest severity that ends with 1; default error."),
            Key("select", .texts, "Only these rules: ids, names, or prefixes such as SQS."),
            Key("ignore", .texts, "Without these rules: ids, names, or prefixes such as SQS."),
            Key("rules", .named(.mapping(rule)), "Changes to rules, by id or name."),
            Key("suppress", .list(.mapping(suppression), needsOne: false), "Findings that are not reported."),
            Key("requireReasons", .bool, "Whether a suppression must give a reason; default false."),
            Key("ruleFolders", .texts, "Folders of your own rules."),
            Key("baseline", .text, "The file of known findings; only new ones count."),
            Key("catalog", .texts, "Folders of imported prices."),
            Key("processingSecondsFrom", .texts, "Environment variables that hold a message's longest time."),
            Key(
                "hostMemoryMiB", .integer,
                "Memory that a plan keeps for the host itself, in MiB; default 1024, and nothing on types of 1 GiB."),
            Key(
                "workers", .named(.mapping(worker)),
                "What templates do not say of workers, by service name, logical id or address; * stands for any text."),
        ])

    static let rule = RuleFileShape(
        "a rule",
        [
            Key("severity", .choice(of: Severity.self), "In place of the rule's own."),
            Key("params", .named(.anything), "Values of the rule's parameters."),
        ])

    /// Seconds may have decimals here; they are rounded up where a whole number is needed.
    static let worker = RuleFileShape(
        "a worker",
        RuleFileShape.worker.keys.map { key in
            key.name.hasSuffix("Seconds") ? Key(key.name, .number, key.documentation) : key
        })

    static let suppression = RuleFileShape(
        "a suppression",
        [
            Key("rule", .text, "An id, a name or a family such as SQS."),
            Key("rules", .texts, "Several of them."),
            Key("path", .text, "A pattern of files, from the configuration's folder; default every file."),
            Key("resource", .text, "A logical id or Terraform address; * stands for any text. Default every resource."),
            Key("until", .text, "The last day on which it holds, such as 2027-01-31."),
            Key("reason", .text, "Why."),
        ])
}
