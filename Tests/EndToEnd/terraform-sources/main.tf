variable "timeout" {
  default = 30
}

locals {
  containers = [
    {
      name  = "worker"
      image = "worker:1"
      environment = [
        { name = "PROCESSING_SECONDS", value = "60" },
        { name = "QUEUE_URL", value = module.jobs.url },
      ]
    },
  ]
}

# The queue of the worker.
module "jobs" {
  source  = "./modules/queue"
  name    = "jobs"
  timeout = var.timeout
}

resource "aws_ecs_task_definition" "worker" {
  family                = "worker"
  container_definitions = jsonencode(local.containers)
}

resource "aws_ecs_service" "worker" {
  name            = "worker"
  task_definition = aws_ecs_task_definition.worker.arn
  desired_count   = 2

  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_sqs_queue" "plain" {
  name                    = "plain"
  sqs_managed_sse_enabled = false
}
