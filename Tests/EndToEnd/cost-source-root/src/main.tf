resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_ecs_task_definition" "worker" {
  family = "worker"
  container_definitions = jsonencode([{
    name        = "app"
    image       = "worker:1"
    cpu         = 200
    memory      = 128
    environment = [{ name = "QUEUE_URL", value = aws_sqs_queue.jobs.url }]
  }])
}

resource "aws_ecs_service" "worker" {
  name            = "worker"
  launch_type     = "EC2"
  desired_count   = 6
  task_definition = aws_ecs_task_definition.worker.arn
}
