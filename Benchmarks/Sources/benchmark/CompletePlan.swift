/// A Terraform plan of any size that changes a system: queues with dead-letter queues, tasks, and ten times as many resources
/// that have nothing to do with them. One line, as `terraform show -json` writes it.
enum CompletePlan {
    private struct Resource {
        let type: String
        let name: String
        let values: String
        let unknown: String
        let expressions: String

        var head: String {
            "\"address\":\"\(type).\(name)\",\"mode\":\"managed\",\"type\":\"\(type)\",\"name\":\"\(name)\","
        }
        var planned: String {
            "{\(head)\"provider_name\":\"registry.terraform.io/hashicorp/aws\",\"schema_version\":0,\"values\":\(values),\"sensitive_values\":{\"tags\":{},\"tags_all\":{}}}"
        }
        var change: String {
            "{\(head)\"provider_name\":\"registry.terraform.io/hashicorp/aws\",\"change\":{\"actions\":[\"update\"],\"before\":\(values),\"after\":\(values),\"after_unknown\":\(unknown),\"before_sensitive\":false,\"after_sensitive\":{\"tags\":{},\"tags_all\":{}}}}"
        }
        var configuration: String {
            "{\(head)\"provider_config_key\":\"aws\",\"expressions\":\(expressions),\"schema_version\":0}"
        }
    }

    static func write(megabytes: Int) {
        // A group is written four times over: as value, change, prior value and configuration.
        let groupBytes = group(1).reduce(0) {
            $0 + 2 * $1.planned.utf8.count + $1.change.utf8.count + $1.configuration.utf8.count
        }
        let groups = 1...max(1, megabytes * 1_000_000 / groupBytes)
        print(
            "{\"format_version\":\"1.2\",\"terraform_version\":\"1.9.8\",\"planned_values\":{\"root_module\":{\"resources\":[",
            terminator: "")
        list(groups) { $0.planned }
        print("]}},\"resource_changes\":[", terminator: "")
        list(groups) { $0.change }
        print("],\"prior_state\":{\"format_version\":\"1.0\",\"values\":{\"root_module\":{\"resources\":[", terminator: "")
        list(groups) { $0.planned }
        print("]}}},\"configuration\":{\"root_module\":{\"resources\":[", terminator: "")
        list(groups) { $0.configuration }
        print("]}}}")
    }

    private static func list(_ groups: ClosedRange<Int>, _ text: (Resource) -> String) {
        for number in groups {
            print((number == groups.lowerBound ? "" : ",") + group(number).map(text).joined(separator: ","), terminator: "")
        }
    }

    private static func group(_ number: Int) -> [Resource] {
        [queue("orders\(number)", feeds: "dead\(number)"), queue("dead\(number)", feeds: nil), task("orders\(number)")]
            + (0..<30).map { rule("rule\(number)_\($0)") }
    }

    private static func queue(_ name: String, feeds other: String?) -> Resource {
        let redrive = other.map { ",\"redrive_policy\":{\"references\":[\"aws_sqs_queue.\($0).arn\",\"aws_sqs_queue.\($0)\"]}" }
        return Resource(
            type: "aws_sqs_queue", name: name,
            values: """
                {"name":"\(name)","fifo_queue":false,"content_based_deduplication":false,"delay_seconds":0,"max_message_size":262144,"message_retention_seconds":345600,"receive_wait_time_seconds":20,"visibility_timeout_seconds":30,"kms_master_key_id":null,"sqs_managed_sse_enabled":true,"policy":null,"tags":{"Team":"orders"},"tags_all":{"Team":"orders","Stage":"live"}}
                """,
            unknown:
                #"{"id":true,"arn":true,"url":true,"redrive_policy":true,"redrive_allow_policy":true,"tags":{},"tags_all":{}}"#,
            expressions: """
                {"name":{"constant_value":"\(name)"},"receive_wait_time_seconds":{"constant_value":20},"visibility_timeout_seconds":{"constant_value":30}\(redrive ?? "")}
                """)
    }

    private static func task(_ name: String) -> Resource {
        Resource(
            type: "aws_ecs_task_definition", name: name,
            values: """
                {"family":"\(name)","cpu":"256","memory":"512","network_mode":"awsvpc","requires_compatibilities":["FARGATE"],"container_definitions":"[{\\"name\\":\\"worker\\",\\"image\\":\\"orders:1\\",\\"essential\\":true,\\"environment\\":[{\\"name\\":\\"LOG_LEVEL\\",\\"value\\":\\"info\\"}]}]"}
                """,
            unknown: #"{"arn":true,"id":true,"revision":true}"#,
            expressions: """
                {"family":{"constant_value":"\(name)"},"cpu":{"constant_value":"256"},"memory":{"constant_value":"512"},"network_mode":{"constant_value":"awsvpc"},"requires_compatibilities":{"constant_value":["FARGATE"]},"container_definitions":{}}
                """)
    }

    private static func rule(_ name: String) -> Resource {
        Resource(
            type: "aws_security_group_rule", name: name,
            values:
                #"{"type":"ingress","from_port":443,"to_port":443,"protocol":"tcp","cidr_blocks":["10.0.0.0/8","172.16.0.0/12"],"description":"from the office","self":false,"ipv6_cidr_blocks":null,"prefix_list_ids":null}"#,
            unknown: #"{"id":true,"security_group_id":true,"security_group_rule_id":true,"cidr_blocks":[false,false]}"#,
            expressions: """
                {"type":{"constant_value":"ingress"},"from_port":{"constant_value":443},"to_port":{"constant_value":443},"protocol":{"constant_value":"tcp"},"cidr_blocks":{"constant_value":["10.0.0.0/8","172.16.0.0/12"]},"security_group_id":{"references":["aws_security_group.office.id","aws_security_group.office"]}}
                """)
    }
}
