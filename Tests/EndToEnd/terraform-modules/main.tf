terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.40, < 6.0"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = { Environment = "live" }
  }
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

locals {
  queues = {
    orders  = { visibility = 120, retention = 345600, cpu = 512, memory = 1024 }
    billing = { visibility = 30, retention = 1209600, cpu = 256, memory = 512 }
  }
}

module "queue" {
  source   = "./modules/sqs"
  for_each = local.queues

  name                          = "shop-${each.key}"
  visibility_timeout_seconds    = each.value.visibility
  message_retention_seconds     = each.value.retention
  receive_wait_time_seconds     = 20
  create_dlq                    = true
  dlq_message_retention_seconds = 1209600
  create_queue_policy           = true
  queue_policy_statements = {
    topic = {
      sid        = "Topic"
      actions    = ["sqs:SendMessage"]
      principals = [{ type = "Service", identifiers = ["sns.amazonaws.com"] }]
      conditions = [{ test = "ArnEquals", variable = "aws:SourceArn", values = [aws_sns_topic.events.arn] }]
    }
  }
}

resource "aws_sns_topic" "events" {
  name = "shop-events"
}

resource "aws_sns_topic_subscription" "queue" {
  for_each  = module.queue
  topic_arn = aws_sns_topic.events.arn
  protocol  = "sqs"
  endpoint  = each.value.queue_arn
}

module "cluster" {
  source = "./modules/cluster"
  name   = "shop"
  fargate_capacity_providers = {
    FARGATE      = { default_capacity_provider_strategy = { weight = 50, base = 1 } }
    FARGATE_SPOT = { default_capacity_provider_strategy = { weight = 50 } }
  }
}

module "worker" {
  source   = "./modules/service"
  for_each = local.queues

  name        = "shop-${each.key}-worker"
  cluster_arn = module.cluster.arn
  cpu         = each.value.cpu
  memory      = each.value.memory
  subnet_ids  = ["subnet-0aaa", "subnet-0bbb"]
  capacity_provider_strategy = {
    spot = { capacity_provider = "FARGATE_SPOT", weight = 1 }
  }
  container_definitions = {
    worker = {
      image                    = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1.4.2"
      essential                = true
      stop_timeout             = 120
      readonly_root_filesystem = true
      environment              = { QUEUE_URL = module.queue[each.key].queue_url }
    }
  }
  tasks_iam_role_statements = {
    queue = {
      actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"]
      resources = [module.queue[each.key].queue_arn]
    }
  }
  autoscaling_min_capacity = 0
  autoscaling_max_capacity = 20
  autoscaling_policies = {
    backlog = {
      policy_type = "TargetTrackingScaling"
      target_tracking_scaling_policy_configuration = {
        target_value = 10
        customized_metric_specification = {
          metrics = [
            { id = "visible", return_data = false, metric_stat = { stat = "Sum", metric = { namespace = "AWS/SQS", metric_name = "ApproximateNumberOfMessagesVisible", dimensions = [{ name = "QueueName", value = module.queue[each.key].queue_name }] } } },
            { id = "tasks", return_data = false, metric_stat = { stat = "Average", metric = { namespace = "ECS/ContainerInsights", metric_name = "RunningTaskCount", dimensions = [{ name = "ClusterName", value = module.cluster.name }, { name = "ServiceName", value = "shop-${each.key}-worker" }] } } },
            { id = "backlog", expression = "visible / FILL(tasks, 1)", return_data = true },
          ]
        }
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "dlq" {
  for_each            = module.queue
  alarm_name          = "shop-${each.key}-dlq"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { QueueName = each.value.dlq_name }
  alarm_actions       = ["arn:aws:sns:eu-west-1:123456789012:oncall"]
}
