terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_sqs_queue" "kept" {
  name = "kept"
}

removed {
  from = aws_sqs_queue.forgotten
  lifecycle {
    destroy = false
  }
}

moved {
  from = aws_sqs_queue.old_name
  to   = aws_sqs_queue.new_name
}

resource "aws_sqs_queue" "new_name" {
  name = "renamed"
}

resource "aws_sqs_queue" "replaced" {
  name = "other-name"
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_sqs_queue" "counted" {
  count          = 2
  name           = "counted-${count.index}"
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.replaced.arn, maxReceiveCount = 4 + count.index })
}

import {
  to = aws_sqs_queue.imported
  id = "https://sqs.eu-west-1.amazonaws.com/123456789012/imported"
}

resource "aws_sqs_queue" "imported" {
  name           = "imported"
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.kept.arn, maxReceiveCount = 2 })
}

resource "aws_sqs_queue" "refused" {
  name = "refused"
  lifecycle {
    precondition {
      condition     = aws_sqs_queue.kept.name == "x"
      error_message = "No."
    }
  }
}
