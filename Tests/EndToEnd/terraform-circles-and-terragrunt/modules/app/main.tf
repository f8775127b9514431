locals {
  sources = [aws_sqs_queue.orders.arn]
}

resource "aws_sqs_queue" "orders" {
  name                       = "orders-${var.environment}-${var.colour}"
  visibility_timeout_seconds = 120
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5 # of Terraform's own circle this is one half
  })
}

resource "aws_sqs_queue" "failed" {
  name                      = "failed-${var.environment}"
  message_retention_seconds = 1209600
  redrive_allow_policy      = jsonencode({ redrivePermission = "byQueue", sourceQueueArns = local.sources })
}

resource "aws_sqs_queue" "numbered" {
  for_each = toset([for number in range(2000) : "queue-${number}"])
  name     = each.key
}
