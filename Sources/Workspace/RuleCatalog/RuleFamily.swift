/// What the rules of a family are about.
package enum RuleFamily {
    private static let titles = [
        "SQS": "queues", "ECS": "tasks and services", "SCL": "scaling", "ASG": "instances",
        "EVT": "events, schedules and notifications", "TPL": "templates", "SUP": "suppressions",
    ]

    /// `SQS: queues`; the letters alone for a family of somebody's own.
    package static func heading(_ family: String) -> String { titles[family].map { "\(family): \($0)" } ?? family }
}
