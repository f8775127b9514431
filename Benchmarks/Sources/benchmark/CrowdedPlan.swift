/// Plans of nothing but resources that belong to each other in one way, to see what grows faster than their number: each is
/// one that took the square of it, or more, before there was an index for it.
enum CrowdedPlan: String, CaseIterable {
    /// Workers with one role that may receive from each queue by its name; each is told its own queue.
    case sharedRole = "shared-role"
    /// Topics, each with a queue that subscribes to it.
    case subscriptions
    /// Queues, each with a key that it names by an alias.
    case aliases
    /// Functions, each called by a rule.
    case functions
    /// Functions, and as many alarms on metrics of one namespace.
    case metrics
    /// Twenty services of one task that is told all queues.
    case variables

    private typealias Resource = (type: String, name: String, values: String)

    func write(count: Int) {
        let resources = common(count) + (0..<count).flatMap(group)
        func list(_ text: (Resource) -> String) {
            for (number, resource) in resources.enumerated() {
                print((number == 0 ? "" : ",") + text(resource), terminator: "")
            }
        }
        func head(_ resource: Resource) -> String {
            "\"address\":\"\(resource.type).\(resource.name)\",\"mode\":\"managed\",\"type\":\"\(resource.type)\",\"name\":\"\(resource.name)\""
        }
        print(
            "{\"format_version\":\"1.2\",\"terraform_version\":\"1.9.8\",\"planned_values\":{\"root_module\":{\"resources\":[",
            terminator: "")
        list { "{\(head($0)),\"values\":\($0.values),\"sensitive_values\":{}}" }
        print("]}},\"resource_changes\":[", terminator: "")
        list { "{\(head($0)),\"change\":{\"actions\":[\"create\"],\"before\":null,\"after\":\($0.values),\"after_unknown\":{}}}" }
        print("],\"configuration\":{\"root_module\":{\"resources\":[", terminator: "")
        list { "{\(head($0)),\"expressions\":{},\"schema_version\":0}" }
        print("]}}}")
    }

    // MARK: - Resources

    private func common(_ count: Int) -> [Resource] {
        switch self {
        case .sharedRole: return [role("shared")]
        case .variables:
            let variables = (0..<count).map { "{\\\"name\\\":\\\"Q\($0)\\\",\\\"value\\\":\\\"\(url($0))\\\"}" }
            return [role("shared"), task(0, variables.joined(separator: ","))] + (0..<20).map { service($0, task: 0) }
        case .subscriptions, .aliases, .functions, .metrics: return []
        }
    }

    private func group(_ number: Int) -> [Resource] {
        switch self {
        case .sharedRole:
            let variable = "{\\\"name\\\":\\\"QUEUE_URL\\\",\\\"value\\\":\\\"\(url(number))\\\"}"
            return [queue(number), grant(number), task(number, variable), service(number, task: number)]
        case .subscriptions:
            return [
                queue(number),
                ("aws_sns_topic", "p\(number)", "{\"name\":\"p\(number)\",\"arn\":\"\(arn("sns", "p\(number)"))\"}"),
                (
                    "aws_sns_topic_subscription", "s\(number)",
                    "{\"protocol\":\"sqs\",\"topic_arn\":\"\(arn("sns", "p\(number)"))\",\"endpoint\":\"\(arn("sqs", "q\(number)"))\"}"
                ),
            ]
        case .aliases:
            return [
                queue(number, ",\"kms_master_key_id\":\"alias/k\(number)\""),
                ("aws_kms_key", "k\(number)", "{\"description\":\"\",\"key_id\":\"k\(number)\",\"id\":\"k\(number)\"}"),
                ("aws_kms_alias", "a\(number)", "{\"name\":\"alias/k\(number)\",\"target_key_id\":\"k\(number)\"}"),
            ]
        case .functions:
            return [
                function(number),
                (
                    "aws_cloudwatch_event_rule", "e\(number)",
                    "{\"name\":\"e\(number)\",\"schedule_expression\":\"rate(5 minutes)\"}"
                ),
                (
                    "aws_cloudwatch_event_target", "t\(number)",
                    "{\"rule\":\"e\(number)\",\"arn\":\"\(arn("lambda", "function:f\(number)"))\"}"
                ),
            ]
        case .metrics:
            return [
                function(number),
                (
                    "aws_cloudwatch_metric_alarm", "m\(number)",
                    "{\"alarm_name\":\"m\(number)\",\"namespace\":\"My/App\",\"metric_name\":\"M\(number)\",\"statistic\":\"Maximum\",\"period\":60,\"evaluation_periods\":1,\"threshold\":0,\"comparison_operator\":\"GreaterThanThreshold\"}"
                ),
            ]
        case .variables: return [queue(number)]
        }
    }

    private func arn(_ service: String, _ name: String) -> String { "arn:aws:\(service):eu-west-1:123456789012:\(name)" }

    private func url(_ number: Int) -> String { "https://sqs.eu-west-1.amazonaws.com/123456789012/q\(number)" }

    private func queue(_ number: Int, _ more: String = "") -> Resource {
        (
            "aws_sqs_queue", "q\(number)",
            "{\"name\":\"q\(number)\",\"arn\":\"\(arn("sqs", "q\(number)"))\",\"url\":\"\(url(number))\"\(more)}"
        )
    }

    private func role(_ name: String) -> Resource {
        ("aws_iam_role", name, "{\"name\":\"\(name)\",\"id\":\"\(name)\",\"arn\":\"arn:aws:iam::123456789012:role/\(name)\"}")
    }

    private func grant(_ number: Int) -> Resource {
        let statement =
            "{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"sqs:ReceiveMessage\\\",\\\"Resource\\\":\\\"\(arn("sqs", "q\(number)"))\\\"}"
        return (
            "aws_iam_role_policy", "g\(number)",
            "{\"name\":\"g\(number)\",\"role\":\"shared\",\"policy\":\"{\\\"Statement\\\":[\(statement)]}\"}"
        )
    }

    private func task(_ number: Int, _ variables: String) -> Resource {
        (
            "aws_ecs_task_definition", "t\(number)",
            "{\"family\":\"t\(number)\",\"arn\":\"\(arn("ecs", "task-definition/t\(number):1"))\",\"task_role_arn\":\"arn:aws:iam::123456789012:role/shared\",\"container_definitions\":\"[{\\\"name\\\":\\\"w\\\",\\\"environment\\\":[\(variables)]}]\"}"
        )
    }

    private func service(_ number: Int, task: Int) -> Resource {
        (
            "aws_ecs_service", "s\(number)",
            "{\"name\":\"s\(number)\",\"launch_type\":\"FARGATE\",\"task_definition\":\"\(arn("ecs", "task-definition/t\(task):1"))\"}"
        )
    }

    private func function(_ number: Int) -> Resource {
        (
            "aws_lambda_function", "f\(number)",
            "{\"function_name\":\"f\(number)\",\"arn\":\"\(arn("lambda", "function:f\(number)"))\",\"timeout\":30}"
        )
    }
}
