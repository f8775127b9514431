# The worker of the orders queue.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
  }
}

provider "aws" {
  region = var.region
}

variable "region" { default = "eu-west-1" }
variable "image_tag" {}
variable "timeout" { type = number }

locals {
  name = "orders"
  containers = [
    {
      name  = "worker"
      image = "registry.example/orders:${var.image_tag}"
      environment = [
        { name = "QUEUE_URL", value = module.orders.url },
        { name = "PROCESSING_SECONDS", value = "90" },
      ]
    },
  ]
}

module "orders" {
  source  = "./modules/queue"
  name    = local.name
  timeout = var.timeout
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "task" {
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "receive" {
  role = aws_iam_role.task.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sqs:ReceiveMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"]
      Resource = module.orders.arn
    }]
  })
}

resource "aws_ecs_task_definition" "worker" {
  family                   = local.name
  cpu                      = 256
  memory                   = 512
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  task_role_arn            = aws_iam_role.task.arn
  container_definitions    = jsonencode(local.containers)
}

resource "aws_ecs_service" "worker" { # ecslint: ignore SCL002 it runs at night only
  name            = local.name
  cluster         = "main"
  task_definition = aws_ecs_task_definition.worker.arn
  desired_count   = 1
  launch_type     = "FARGATE"

  network_configuration {
    subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}
