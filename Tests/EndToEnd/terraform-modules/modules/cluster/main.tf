variable "name" { type = string }
variable "fargate_capacity_providers" {
  type    = any
  default = {}
}
resource "aws_ecs_cluster" "this" {
  count = 1
  name  = var.name
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}
resource "aws_ecs_cluster_capacity_providers" "this" {
  count              = 1
  cluster_name       = aws_ecs_cluster.this[0].name
  capacity_providers = distinct(concat([for k, v in var.fargate_capacity_providers : try(v.name, k)], []))
  dynamic "default_capacity_provider_strategy" {
    for_each = var.fargate_capacity_providers
    iterator = strategy
    content {
      capacity_provider = try(strategy.value.name, strategy.key)
      base              = try(strategy.value.default_capacity_provider_strategy.base, null)
      weight            = try(strategy.value.default_capacity_provider_strategy.weight, null)
    }
  }
}
output "id" { value = try(aws_ecs_cluster.this[0].id, null) }
output "arn" { value = try(aws_ecs_cluster.this[0].arn, null) }
output "name" { value = try(aws_ecs_cluster.this[0].name, null) }
