import Capacity

/// The scaling settings of a sized fleet, to paste into a template.
struct ScalingSettings {
    private let sizing: FleetSizing

    init(_ sizing: FleetSizing) {
        self.sizing = sizing
    }

    private var minimum: Int { sizing.minimumTasks }
    private var maximum: Int { sizing.maximumTasks }
    private var target: Int { sizing.backlogTarget ?? 1 }

    /// A scalable target and a backlog policy for a queue `Queue`, a cluster `Cluster` and a service `Service`.
    var cloudFormation: String {
        """
        ScalableTarget:
          Type: AWS::ApplicationAutoScaling::ScalableTarget
          Properties:
            ServiceNamespace: ecs
            ScalableDimension: ecs:service:DesiredCount
            ResourceId: !Sub service/${Cluster}/${Service.Name}
            MinCapacity: \(minimum)
            MaxCapacity: \(maximum)

        """ + (sizing.backlogTarget == nil ? "" : cloudFormationPolicy)
    }

    /// Scale-in waits longer than scale-out; visible messages are averaged, since their sum counts a minute twice.
    private var cloudFormationPolicy: String {
        """
        ScalingPolicy:
          Type: AWS::ApplicationAutoScaling::ScalingPolicy
          Properties:
            PolicyName: backlog-per-task
            PolicyType: TargetTrackingScaling
            ScalingTargetId: !Ref ScalableTarget
            TargetTrackingScalingPolicyConfiguration:
              TargetValue: \(target)
              ScaleOutCooldown: 60
              ScaleInCooldown: 300
              CustomizedMetricSpecification:
                Metrics:
                  - Id: backlog
                    Expression: visible / IF(running > 0, running, 1)
                    ReturnData: true
                  - Id: visible
                    ReturnData: false
                    MetricStat:
                      Stat: Average
                      Metric:
                        Namespace: AWS/SQS
                        MetricName: ApproximateNumberOfMessagesVisible
                        Dimensions: [{Name: QueueName, Value: !GetAtt Queue.QueueName}]
                  - Id: running
                    ReturnData: false
                    MetricStat:
                      Stat: Average
                      Metric:
                        Namespace: ECS/ContainerInsights
                        MetricName: RunningTaskCount
                        Dimensions:
                          - {Name: ClusterName, Value: !Ref Cluster}
                          - {Name: ServiceName, Value: !GetAtt Service.Name}

        """
    }

    /// The same for `aws_sqs_queue.queue`, `aws_ecs_cluster.cluster` and `aws_ecs_service.service`.
    var terraform: String {
        """
        resource "aws_appautoscaling_target" "service" {
          service_namespace  = "ecs"
          scalable_dimension = "ecs:service:DesiredCount"
          resource_id        = "service/${aws_ecs_cluster.cluster.name}/${aws_ecs_service.service.name}"
          min_capacity       = \(minimum)
          max_capacity       = \(maximum)
        }

        """ + (sizing.backlogTarget == nil ? "" : terraformPolicy)
    }

    private var terraformPolicy: String {
        """

        resource "aws_appautoscaling_policy" "backlog" {
          name               = "backlog-per-task"
          policy_type        = "TargetTrackingScaling"
          service_namespace  = aws_appautoscaling_target.service.service_namespace
          scalable_dimension = aws_appautoscaling_target.service.scalable_dimension
          resource_id        = aws_appautoscaling_target.service.resource_id

          target_tracking_scaling_policy_configuration {
            target_value       = \(target)
            scale_out_cooldown = 60
            scale_in_cooldown  = 300

            customized_metric_specification {
              metrics {
                id          = "backlog"
                expression  = "visible / IF(running > 0, running, 1)"
                return_data = true
              }
              metrics {
                id          = "visible"
                return_data = false
                metric_stat {
                  stat = "Average"
                  metric {
                    namespace   = "AWS/SQS"
                    metric_name = "ApproximateNumberOfMessagesVisible"
                    dimensions {
                      name  = "QueueName"
                      value = aws_sqs_queue.queue.name
                    }
                  }
                }
              }
              metrics {
                id          = "running"
                return_data = false
                metric_stat {
                  stat = "Average"
                  metric {
                    namespace   = "ECS/ContainerInsights"
                    metric_name = "RunningTaskCount"
                    dimensions {
                      name  = "ClusterName"
                      value = aws_ecs_cluster.cluster.name
                    }
                    dimensions {
                      name  = "ServiceName"
                      value = aws_ecs_service.service.name
                    }
                  }
                }
              }
            }
          }
        }

        """
    }
}
