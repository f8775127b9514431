variable "name" { type = string }
variable "timeout" { type = number }

resource "aws_sqs_queue" "this" {
  name                       = var.name
  visibility_timeout_seconds = var.timeout
  receive_wait_time_seconds  = 20
  redrive_policy             = <<-JSON
    {
      "deadLetterTargetArn": "${aws_sqs_queue.dead.arn}",
      "maxReceiveCount": 1
    }
  JSON
}

resource "aws_sqs_queue" "dead" {
  name                      = "${var.name}-dead"
  message_retention_seconds = 1209600
}

output "url" { value = aws_sqs_queue.this.url }
output "arn" { value = aws_sqs_queue.this.arn }
