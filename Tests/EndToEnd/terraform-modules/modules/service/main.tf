variable "name" { type = string }
variable "cluster_arn" { type = string }
variable "cpu" {
  type    = number
  default = 1024
}
variable "memory" {
  type    = number
  default = 2048
}
variable "container_definitions" {
  type    = any
  default = {}
}
variable "subnet_ids" {
  type    = list(string)
  default = []
}
variable "tasks_iam_role_statements" {
  type    = any
  default = {}
}
variable "autoscaling_min_capacity" {
  type    = number
  default = 1
}
variable "autoscaling_max_capacity" {
  type    = number
  default = 10
}
variable "autoscaling_policies" {
  type    = any
  default = {}
}
variable "capacity_provider_strategy" {
  type    = any
  default = {}
}
data "aws_region" "current" {}
data "aws_partition" "current" {}
data "aws_caller_identity" "current" {}
locals {
  cluster_name = try(element(split("/", var.cluster_arn), 1), "")
  containers = [for k, c in var.container_definitions : {
    name                   = try(c.name, k)
    image                  = c.image
    essential              = try(c.essential, null)
    cpu                    = try(c.cpu, null)
    memory                 = try(c.memory, null)
    readonlyRootFilesystem = try(c.readonly_root_filesystem, true)
    environment            = [for n, v in try(c.environment, {}) : { name = n, value = v }]
    stopTimeout            = try(c.stop_timeout, null)
    logConfiguration       = { logDriver = "awslogs", options = { "awslogs-group" = aws_cloudwatch_log_group.this[k].name, "awslogs-region" = data.aws_region.current.name, "awslogs-stream-prefix" = "ecs" } }
  }]
}
resource "aws_cloudwatch_log_group" "this" {
  for_each          = var.container_definitions
  name              = "/aws/ecs/${var.name}/${each.key}"
  retention_in_days = 30
}
resource "aws_ecs_service" "this" {
  name            = var.name
  cluster         = var.cluster_arn
  task_definition = aws_ecs_task_definition.this[0].arn
  desired_count   = 1
  launch_type     = length(var.capacity_provider_strategy) > 0 ? null : "FARGATE"
  propagate_tags  = "SERVICE"
  dynamic "capacity_provider_strategy" {
    for_each = var.capacity_provider_strategy
    content {
      base              = try(capacity_provider_strategy.value.base, null)
      capacity_provider = capacity_provider_strategy.value.capacity_provider
      weight            = try(capacity_provider_strategy.value.weight, null)
    }
  }
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    assign_public_ip = false
    security_groups  = [aws_security_group.this.id]
    subnets          = var.subnet_ids
  }
  lifecycle { ignore_changes = [desired_count] }
}
resource "aws_security_group" "this" { name_prefix = "${var.name}-" }
resource "aws_ecs_task_definition" "this" {
  count                    = 1
  family                   = var.name
  cpu                      = var.cpu
  memory                   = var.memory
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.exec.arn
  task_role_arn            = aws_iam_role.tasks.arn
  container_definitions    = jsonencode(local.containers)
  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }
}
data "aws_iam_policy_document" "assume" {
  statement {
    sid     = "ECSTasksAssumeRole"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}
resource "aws_iam_role" "exec" {
  name_prefix        = "${var.name}-exec-"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}
resource "aws_iam_role_policy_attachment" "exec" {
  for_each   = { for k, v in { AmazonECSTaskExecutionRolePolicy = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy" } : k => v }
  role       = aws_iam_role.exec.name
  policy_arn = each.value
}
resource "aws_iam_role" "tasks" {
  name_prefix        = "${var.name}-"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}
data "aws_iam_policy_document" "tasks" {
  dynamic "statement" {
    for_each = var.tasks_iam_role_statements
    content {
      sid       = try(statement.value.sid, statement.key)
      actions   = try(statement.value.actions, null)
      effect    = try(statement.value.effect, null)
      resources = try(statement.value.resources, null)
    }
  }
}
resource "aws_iam_role_policy" "tasks" {
  name_prefix = "${var.name}-"
  role        = aws_iam_role.tasks.id
  policy      = data.aws_iam_policy_document.tasks.json
}
resource "aws_appautoscaling_target" "this" {
  min_capacity       = var.autoscaling_min_capacity
  max_capacity       = var.autoscaling_max_capacity
  resource_id        = "service/${local.cluster_name}/${aws_ecs_service.this.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}
resource "aws_appautoscaling_policy" "this" {
  for_each           = var.autoscaling_policies
  name               = try(each.value.name, each.key)
  policy_type        = try(each.value.policy_type, "TargetTrackingScaling")
  resource_id        = aws_appautoscaling_target.this.resource_id
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  dynamic "step_scaling_policy_configuration" {
    for_each = try([each.value.step_scaling_policy_configuration], [])
    content {
      adjustment_type = try(step_scaling_policy_configuration.value.adjustment_type, null)
      cooldown        = try(step_scaling_policy_configuration.value.cooldown, null)
      dynamic "step_adjustment" {
        for_each = try(step_scaling_policy_configuration.value.step_adjustment, [])
        content {
          metric_interval_lower_bound = try(step_adjustment.value.metric_interval_lower_bound, null)
          metric_interval_upper_bound = try(step_adjustment.value.metric_interval_upper_bound, null)
          scaling_adjustment          = try(step_adjustment.value.scaling_adjustment, null)
        }
      }
    }
  }
  dynamic "target_tracking_scaling_policy_configuration" {
    for_each = try(each.value.policy_type, null) == "TargetTrackingScaling" ? try([each.value.target_tracking_scaling_policy_configuration], []) : []
    content {
      dynamic "customized_metric_specification" {
        for_each = try([target_tracking_scaling_policy_configuration.value.customized_metric_specification], [])
        content {
          dynamic "metrics" {
            for_each = try(customized_metric_specification.value.metrics, [])
            content {
              expression  = try(metrics.value.expression, null)
              id          = metrics.value.id
              return_data = try(metrics.value.return_data, null)
              dynamic "metric_stat" {
                for_each = try([metrics.value.metric_stat], [])
                content {
                  stat = metric_stat.value.stat
                  metric {
                    metric_name = metric_stat.value.metric.metric_name
                    namespace   = metric_stat.value.metric.namespace
                    dynamic "dimensions" {
                      for_each = try(metric_stat.value.metric.dimensions, [])
                      content {
                        name  = dimensions.value.name
                        value = dimensions.value.value
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
      target_value       = target_tracking_scaling_policy_configuration.value.target_value
      scale_in_cooldown  = try(target_tracking_scaling_policy_configuration.value.scale_in_cooldown, 300)
      scale_out_cooldown = try(target_tracking_scaling_policy_configuration.value.scale_out_cooldown, 60)
    }
  }
}
output "name" { value = aws_ecs_service.this.name }
output "tasks_iam_role_arn" { value = aws_iam_role.tasks.arn }
