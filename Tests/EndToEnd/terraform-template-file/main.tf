terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

variable "region" {
  default = "eu-central-1"
}
provider "aws" {
  region = var.region
}

variable "workers" {
  type = map(object({
    cpu          = number
    memory       = number
    visibility   = optional(number, 60)
    schedule     = optional(string)
    fargate_spot = optional(bool, false)
    max          = optional(number, 5)
  }))
  default = {
    thumbs = { cpu = 256, memory = 512 }
    video  = { cpu = 4096, memory = 8192, visibility = 3600, fargate_spot = true, max = 50 }
  }
}

resource "aws_ecs_cluster" "this" {
  name = "media"
}

resource "aws_sqs_queue" "dlq" {
  for_each                  = var.workers
  name                      = "media-${each.key}-dlq"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue" "work" {
  for_each                   = var.workers
  name                       = "media-${each.key}"
  visibility_timeout_seconds = each.value.visibility
  receive_wait_time_seconds  = 20
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dlq[each.key].arn
    maxReceiveCount     = 4
  })
}

resource "aws_sqs_queue_redrive_allow_policy" "dlq" {
  for_each  = var.workers
  queue_url = aws_sqs_queue.dlq[each.key].id
  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.work[each.key].arn]
  })
}

resource "aws_iam_role" "task" {
  for_each           = var.workers
  name               = "media-${each.key}-task"
  assume_role_policy = data.aws_iam_policy_document.assume.json
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
data "aws_iam_policy_document" "task" {
  for_each = var.workers
  statement {
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage*", "sqs:ChangeMessageVisibility*", "sqs:GetQueue*"]
    resources = [aws_sqs_queue.work[each.key].arn]
  }
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.media.arn}/*"]
  }
}
resource "aws_s3_bucket" "media" {
  bucket = "media-files"
}
resource "aws_iam_policy" "task" {
  for_each = var.workers
  name     = "media-${each.key}"
  policy   = data.aws_iam_policy_document.task[each.key].json
}
resource "aws_iam_role_policy_attachment" "task" {
  for_each   = var.workers
  role       = aws_iam_role.task[each.key].name
  policy_arn = aws_iam_policy.task[each.key].arn
}
resource "aws_iam_role" "exec" {
  name               = "media-exec"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}
resource "aws_iam_role_policy_attachment" "exec" {
  role       = aws_iam_role.exec.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}
resource "aws_cloudwatch_log_group" "this" {
  for_each          = var.workers
  name              = "/ecs/media/${each.key}"
  retention_in_days = 14
}
resource "aws_ecs_task_definition" "this" {
  for_each                 = var.workers
  family                   = "media-${each.key}"
  cpu                      = each.value.cpu
  memory                   = each.value.memory
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  task_role_arn            = aws_iam_role.task[each.key].arn
  execution_role_arn       = aws_iam_role.exec.arn
  container_definitions = templatefile("${path.module}/containers.json.tftpl", {
    name   = each.key
    queue  = aws_sqs_queue.work[each.key].url
    group  = aws_cloudwatch_log_group.this[each.key].name
    region = var.region
  })
}
resource "aws_ecs_service" "this" {
  for_each        = var.workers
  name            = each.key
  cluster         = aws_ecs_cluster.this.arn
  task_definition = aws_ecs_task_definition.this[each.key].arn
  launch_type     = each.value.fargate_spot ? null : "FARGATE"
  dynamic "capacity_provider_strategy" {
    for_each = each.value.fargate_spot ? ["FARGATE_SPOT"] : []
    content {
      capacity_provider = capacity_provider_strategy.value
      weight            = 1
    }
  }
  network_configuration {
    subnets          = ["subnet-1", "subnet-2"]
    assign_public_ip = true
  }
  lifecycle {
    ignore_changes = [desired_count, task_definition]
  }
}
resource "aws_appautoscaling_target" "this" {
  for_each           = var.workers
  min_capacity       = 0
  max_capacity       = each.value.max
  resource_id        = "service/${aws_ecs_cluster.this.name}/${aws_ecs_service.this[each.key].name}"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}
resource "aws_appautoscaling_policy" "backlog" {
  for_each           = var.workers
  name               = "backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = aws_appautoscaling_target.this[each.key].resource_id
  scalable_dimension = aws_appautoscaling_target.this[each.key].scalable_dimension
  service_namespace  = aws_appautoscaling_target.this[each.key].service_namespace
  target_tracking_scaling_policy_configuration {
    target_value = 100
    customized_metric_specification {
      metrics {
        id          = "m1"
        return_data = false
        metric_stat {
          stat = "Average"
          metric {
            namespace   = "AWS/SQS"
            metric_name = "ApproximateNumberOfMessagesVisible"
            dimensions {
              name  = "QueueName"
              value = aws_sqs_queue.work[each.key].name
            }
          }
        }
      }
      metrics {
        id          = "m2"
        return_data = false
        metric_stat {
          stat = "Average"
          metric {
            namespace   = "ECS/ContainerInsights"
            metric_name = "RunningTaskCount"
            dimensions {
              name  = "ClusterName"
              value = aws_ecs_cluster.this.name
            }
            dimensions {
              name  = "ServiceName"
              value = aws_ecs_service.this[each.key].name
            }
          }
        }
      }
      metrics {
        id         = "e1"
        expression = "m1 / m2"
      }
    }
  }
}
resource "aws_scheduler_schedule" "nightly" {
  name                = "nightly"
  schedule_expression = "cron(0 3 * * ? *)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = aws_sqs_queue.work["video"].arn
    role_arn = aws_iam_role.scheduler.arn
    input    = jsonencode({ kind = "nightly" })
  }
}
resource "aws_iam_role" "scheduler" {
  name               = "scheduler"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "scheduler.amazonaws.com" } }] })
}
resource "aws_iam_role_policy" "scheduler" {
  role   = aws_iam_role.scheduler.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = [for q in aws_sqs_queue.work : q.arn] }] })
}
