/// A Terraform plan of any size, as `terraform show -json` writes it: on one line, or set out over many.
enum LargePlan {
    static func write(pretty: Bool, megabytes: Int) {
        emit("{\n  \"format_version\": \"1.2\",\n  \"terraform_version\": \"1.9.0\",\n  \"resource_changes\": [\n", pretty)
        var written = 0
        var number = 0
        while written < megabytes * 1_000_000 {
            written += emit((number > 0 ? ",\n" : "") + queue(number) + ",\n" + taskDefinition(number), pretty)
            number += 1
        }
        emit("\n  ]\n}", pretty)
        print()
    }

    @discardableResult
    private static func emit(_ text: String, _ pretty: Bool) -> Int {
        let text = pretty ? text : compact(text)
        print(text, terminator: "")
        return text.utf8.count
    }

    /// Without the white space outside of strings.
    private static func compact(_ text: String) -> String {
        var result: [UInt8] = []
        var (isQuoted, isEscaped) = (false, false)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            if isQuoted || byte > UInt8(ascii: " ") { result.append(byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func queue(_ number: Int) -> String {
        #"""
            {
              "address": "module.workers[\"\#(number)\"].aws_sqs_queue.main",
              "module_address": "module.workers[\"\#(number)\"]",
              "mode": "managed",
              "type": "aws_sqs_queue",
              "name": "main",
              "provider_name": "registry.terraform.io/hashicorp/aws",
              "change": {
                "actions": ["create"],
                "before": null,
                "after": {
                  "content_based_deduplication": false,
                  "delay_seconds": 0,
                  "fifo_queue": false,
                  "kms_master_key_id": null,
                  "max_message_size": 262144,
                  "message_retention_seconds": 345600,
                  "name": "orders-\#(number)",
                  "receive_wait_time_seconds": 20,
                  "redrive_policy": "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:123456789012:dead-\#(number)\",\"maxReceiveCount\":5}",
                  "tags": {"team": "orders", "stage": "production"},
                  "visibility_timeout_seconds": \#(30 + number % 900)
                },
                "after_unknown": {"arn": true, "id": true, "policy": true, "tags": {}, "tags_all": true, "url": true},
                "before_sensitive": false,
                "after_sensitive": {"tags": {}, "tags_all": {}}
              }
            }
        """#
    }

    private static func taskDefinition(_ number: Int) -> String {
        #"""
            {
              "address": "module.workers[\"\#(number)\"].aws_ecs_task_definition.worker",
              "mode": "managed",
              "type": "aws_ecs_task_definition",
              "name": "worker",
              "provider_name": "registry.terraform.io/hashicorp/aws",
              "change": {
                "actions": ["create"],
                "before": null,
                "after": {
                  "container_definitions": "[{\"cpu\":256,\"essential\":true,\"image\":\"worker:latest\",\"memory\":512,\"name\":\"worker\",\"portMappings\":[]}]",
                  "cpu": "256",
                  "ephemeral_storage": [],
                  "execution_role_arn": null,
                  "family": "worker-\#(number)",
                  "inference_accelerator": [],
                  "ipc_mode": null,
                  "memory": "512",
                  "network_mode": "awsvpc",
                  "pid_mode": null,
                  "placement_constraints": [],
                  "proxy_configuration": [],
                  "requires_compatibilities": ["FARGATE"],
                  "runtime_platform": [],
                  "skip_destroy": false,
                  "tags": null,
                  "task_role_arn": null,
                  "volume": []
                },
                "after_unknown": {
                  "arn": true, "ephemeral_storage": [], "id": true, "placement_constraints": [],
                  "requires_compatibilities": [false], "revision": true, "tags_all": true, "volume": []
                },
                "before_sensitive": false,
                "after_sensitive": {"requires_compatibilities": [false], "tags_all": {}, "volume": []}
              }
            }
        """#
    }
}
