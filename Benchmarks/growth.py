#!/usr/bin/env python3
"""How processor time grows with the input, one way of growing at a time.

    Benchmarks/growth.py ECSLINT [--sizes 1000,4000,16000] [--only SHAPE,...] [--folder DIR]

Each shape is written in two or more sizes, each four times the one before; four times the work may take at most five times
the time. Times are of all threads, from start to end, with the JSON report; runs under a tenth of a second say nothing.
"""
import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile

QUEUE = "AWS::SQS::Queue"


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def template(parts, head=""):
    return head + "Resources:\n" + "".join(parts)


def queue(name, properties=""):
    return f"  {name}: {{Type: {QUEUE}, Properties: {{{properties}}}}}\n"


def worker(i, role="Role", cluster="Cluster", queue_name=None):
    target = queue_name or f"Q{i}"
    return (
        f"  T{i}:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      TaskRoleArn: !GetAtt {role}.Arn\n"
        f"      Cpu: '256'\n      Memory: '512'\n      NetworkMode: awsvpc\n      RequiresCompatibilities: [FARGATE]\n"
        f"      ContainerDefinitions: [{{Name: w, Image: w, Environment: [{{Name: QUEUE_URL, Value: !Ref {target}}}]}}]\n"
        f"  S{i}:\n    Type: AWS::ECS::Service\n    Properties:\n      Cluster: !Ref {cluster}\n      TaskDefinition: !Ref T{i}\n"
        f"      DesiredCount: 1\n      LaunchType: FARGATE\n"
    )


def role(name, resource_text):
    return (
        f"  {name}:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: {{Statement: [{{Effect: Allow, "
        f"Principal: {{Service: ecs-tasks.amazonaws.com}}, Action: 'sts:AssumeRole'}}]}}\n      Policies: [{{PolicyName: p, "
        f"PolicyDocument: {{Statement: [{{Effect: Allow, Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], Resource: "
        f"{resource_text}}}]}}}}]\n"
    )


CLUSTER = "  Cluster: {Type: AWS::ECS::Cluster}\n"


def shared_dead_letter_queue(folder, n):
    parts = [queue("Dead")]
    parts += [queue(f"Q{i}", "RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5}") for i in range(n)]
    write(folder, "t.yaml", template(parts))


def one_topic(folder, n):
    parts = ["  T: {Type: AWS::SNS::Topic}\n"]
    for i in range(n // 3):
        parts.append(queue(f"Q{i}"))
        parts.append(
            f"  S{i}: {{Type: AWS::SNS::Subscription, Properties: {{TopicArn: !Ref T, Protocol: sqs, Endpoint: !GetAtt Q{i}.Arn}}}}\n"
            f"  P{i}: {{Type: AWS::SQS::QueuePolicy, Properties: {{Queues: [!Ref Q{i}], PolicyDocument: {{Statement: [{{Effect: Allow, "
            f"Principal: {{Service: sns.amazonaws.com}}, Action: 'sqs:SendMessage', Resource: !GetAtt Q{i}.Arn}}]}}}}}}\n")
    write(folder, "t.yaml", template(parts))


def conditions(folder, n):
    head = "Parameters:\n" + "".join(f"  P{i}: {{Type: String, AllowedValues: [a, b]}}\n" for i in range(n))
    head += "Conditions:\n" + "".join(f"  C{i}: !Equals [!Ref P{i}, a]\n" for i in range(n))
    write(folder, "t.yaml", template([queue(f"Q{i}", f"VisibilityTimeout: !If [C{i}, 30, 50000]") for i in range(n)], head))


def loop(folder, n):
    write(folder, "main.tf", f"""locals {{ names = [for i in range({n // 2}) : "q${{i}}"] }}
resource "aws_sqs_queue" "dead" {{
  for_each = toset(local.names)
  name     = "${{each.key}}-dead"
}}
resource "aws_sqs_queue" "q" {{
  for_each       = toset(local.names)
  name           = each.key
  redrive_policy = jsonencode({{ deadLetterTargetArn = aws_sqs_queue.dead[each.key].arn, maxReceiveCount = 5 }})
}}
""")


def nested_stacks(folder, n):
    write(folder, "parent.yaml", template(
        f"  S{i}: {{Type: AWS::CloudFormation::Stack, Properties: {{TemplateURL: child.yaml, Parameters: {{N: q{i}}}}}}}\n"
        for i in range(n)))
    write(folder, "child.yaml", template([queue("Q", "QueueName: !Ref N")], "Parameters: {N: {Type: String}}\n"))


def one_module(folder, n):
    write(folder, "m/main.tf", 'variable "n" { type = string }\nresource "aws_sqs_queue" "q" { name = var.n }\n')
    write(folder, "main.tf", "".join(f'module "m{i}" {{\n  source = "./m"\n  n      = "q{i}"\n}}\n' for i in range(n)))


def one_role(folder, n):
    n = max(n // 3, 1)
    parts = [CLUSTER, role("Role", "'*'")]
    for i in range(n):
        parts.append(queue(f"Q{i}") + worker(i))
    write(folder, "t.yaml", template(parts))


def one_role_by_names(folder, n):
    n = max(n // 3, 1)
    parts = [CLUSTER, role("Role", "[" + ", ".join(f"!GetAtt Q{i}.Arn" for i in range(n)) + "]")]
    for i in range(n):
        parts.append(queue(f"Q{i}") + worker(i))
    write(folder, "t.yaml", template(parts))


def scaled_workers(folder, n):
    n = max(n // 6, 1)
    parts = [CLUSTER, role("Role", "'*'")]
    for i in range(n):
        parts.append(queue(f"Q{i}") + worker(i))
        parts.append(
            f"  G{i}:\n    Type: AWS::ApplicationAutoScaling::ScalableTarget\n    Properties:\n      ServiceNamespace: ecs\n"
            f"      ScalableDimension: ecs:service:DesiredCount\n      MinCapacity: 1\n      MaxCapacity: 9\n"
            f"      ResourceId: !Sub service/${{Cluster}}/${{S{i}.Name}}\n"
            f"  P{i}:\n    Type: AWS::ApplicationAutoScaling::ScalingPolicy\n    Properties:\n      PolicyName: p{i}\n"
            f"      PolicyType: StepScaling\n      ServiceNamespace: ecs\n      ScalableDimension: ecs:service:DesiredCount\n"
            f"      ResourceId: !Sub service/${{Cluster}}/${{S{i}.Name}}\n"
            f"      StepScalingPolicyConfiguration: {{AdjustmentType: ChangeInCapacity, StepAdjustments: [{{MetricIntervalLowerBound: 0, ScalingAdjustment: 1}}]}}\n"
            f"  A{i}:\n    Type: AWS::CloudWatch::Alarm\n    Properties: {{Namespace: AWS/SQS, MetricName: ApproximateNumberOfMessagesVisible, "
            f"Dimensions: [{{Name: QueueName, Value: !GetAtt Q{i}.QueueName}}], Statistic: Average, Period: 60, EvaluationPeriods: 1, "
            f"Threshold: 5, ComparisonOperator: GreaterThanThreshold, AlarmActions: [!Ref P{i}]}}\n")
    write(folder, "t.yaml", template(parts))


def one_queue(folder, n):
    n = max(n // 2, 1)
    parts = [CLUSTER, role("Role", "!GetAtt Q.Arn"), queue("Q")]
    parts += [worker(i, queue_name="Q") for i in range(n)]
    write(folder, "t.yaml", template(parts))


def one_group(folder, n):
    n = max(n // 2, 1)
    parts = [
        CLUSTER, role("Role", "'*'"), queue("Q"),
        "  Launch: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {InstanceType: c7g.large}}}\n",
        "  Group: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {MinSize: '1', MaxSize: '9', VPCZoneIdentifier: [s], "
        "LaunchTemplate: {LaunchTemplateId: !Ref Launch, Version: !GetAtt Launch.LatestVersionNumber}}}\n",
        "  Provider: {Type: AWS::ECS::CapacityProvider, Properties: {AutoScalingGroupProvider: {AutoScalingGroupArn: !Ref Group}}}\n",
        "  Joined: {Type: AWS::ECS::ClusterCapacityProviderAssociations, Properties: {Cluster: !Ref Cluster, CapacityProviders: "
        "[!Ref Provider], DefaultCapacityProviderStrategy: [{CapacityProvider: !Ref Provider, Weight: 1}]}}\n",
    ]
    for i in range(n):
        text = worker(i, queue_name="Q").replace("      LaunchType: FARGATE\n", "")
        parts.append(text.replace("      RequiresCompatibilities: [FARGATE]\n", ""))
    write(folder, "t.yaml", template(parts))


def one_export(folder, n):
    write(folder, "a.yaml", template([queue("Q")]) + "Outputs: {Arn: {Value: !GetAtt Q.Arn, Export: {Name: the-arn}}}\n")
    write(folder, "b.yaml", template(
        queue(f"Q{i}", "RedrivePolicy: {deadLetterTargetArn: !ImportValue the-arn, maxReceiveCount: 5}") for i in range(n)))


def many_files(folder, n):
    for i in range(n // 4):
        write(folder, f"d{i // 5}/t{i}.yaml", template([queue(f"Q{k}") for k in range(4)]))


def many_findings(folder, n):
    write(folder, "t.yaml", template(queue(f"Q{i}", "VisibilityTimeout: 50000, MessageRetentionPeriod: 3") for i in range(n)))


def wide_mapping(folder, n):
    head = "Mappings:\n  Map:\n" + "".join(f"    k{i}: {{Value: {i % 40000}}}\n" for i in range(n))
    write(folder, "t.yaml", template(
        [queue(f"Q{i}", f"VisibilityTimeout: !FindInMap [Map, k{i}, Value]") for i in range(n)], head))


def alarms(folder, n):
    n = max(n // 2, 1)
    parts = []
    for i in range(n):
        parts.append(queue(f"Q{i}", f"QueueName: q{i}"))
        parts.append(
            f"  A{i}: {{Type: AWS::CloudWatch::Alarm, Properties: {{AlarmName: a{i}, Namespace: AWS/SQS, MetricName: "
            f"ApproximateAgeOfOldestMessage, Dimensions: [{{Name: QueueName, Value: q{i}}}], Statistic: Maximum, Period: 60, "
            f"EvaluationPeriods: 1, Threshold: 5, ComparisonOperator: GreaterThanThreshold}}}}\n")
    write(folder, "t.yaml", template(parts))


def queue_policies(folder, n):
    n = max(n // 2, 1)
    parts = []
    for i in range(n):
        parts.append(queue(f"Q{i}"))
        parts.append(
            f"  P{i}: {{Type: AWS::SQS::QueuePolicy, Properties: {{Queues: [!Ref Q{i}], PolicyDocument: {{Statement: [{{Effect: Allow, "
            f"Principal: '*', Action: 'sqs:SendMessage', Resource: !GetAtt Q{i}.Arn, Condition: {{ArnEquals: {{'aws:SourceArn': "
            f"'arn:aws:sns:eu-west-1:111122223333:t{i}'}}}}}}]}}}}}}\n")
    write(folder, "t.yaml", template(parts))


def schedules(folder, n):
    n = max(n // 3, 1)
    parts = [CLUSTER, role("Role", "'*'")]
    for i in range(n):
        parts.append(worker(i, queue_name="Q") if i == 0 else "")
        parts.append(
            f"  R{i}: {{Type: AWS::Events::Rule, Properties: {{ScheduleExpression: rate(5 minutes), Targets: [{{Id: t, Arn: !GetAtt "
            f"Cluster.Arn, RoleArn: !GetAtt Role.Arn, EcsParameters: {{TaskDefinitionArn: !Ref T0}}}}]}}}}\n"
            f"  U{i}: {{Type: AWS::Events::Rule, Properties: {{EventPattern: {{source: [aws.s3]}}, Targets: [{{Id: q, Arn: !GetAtt "
            f"Q.Arn}}]}}}}\n")
    write(folder, "t.yaml", template(parts + [queue("Q")]))


def plan(folder, n):
    resources = []
    for i in range(n // 2):
        resources.append({
            "address": f"aws_sqs_queue.q{i}", "mode": "managed", "type": "aws_sqs_queue", "name": f"q{i}",
            "values": {"name": f"q{i}", "visibility_timeout_seconds": 30, "redrive_policy": json.dumps(
                {"deadLetterTargetArn": "arn:aws:sqs:eu-west-1:111122223333:dead", "maxReceiveCount": 5})}})
        resources.append({
            "address": f"aws_cloudwatch_metric_alarm.a{i}", "mode": "managed", "type": "aws_cloudwatch_metric_alarm",
            "name": f"a{i}", "values": {
                "alarm_name": f"a{i}", "namespace": "AWS/SQS", "metric_name": "ApproximateAgeOfOldestMessage", "dimensions":
                {"QueueName": f"q{i}"}, "statistic": "Maximum", "period": 60, "evaluation_periods": 1, "threshold": 5,
                "comparison_operator": "GreaterThanThreshold"}})
    changes = [{"address": r["address"], "mode": "managed", "type": r["type"], "name": r["name"],
                "change": {"actions": ["create"], "before": None, "after": r["values"], "after_unknown": {}}} for r in resources]
    write(folder, "plan.json", json.dumps({
        "format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": resources}},
        "resource_changes": changes, "configuration": {"root_module": {"resources": []}}}))


SHAPES = {f.__name__.replace("_", "-"): f for f in [
    shared_dead_letter_queue, one_topic, conditions, loop, nested_stacks, one_module, one_role, one_role_by_names,
    scaled_workers, one_queue, one_group, one_export, many_files, many_findings, wide_mapping, alarms, queue_policies,
    schedules, plan]}


def seconds(binary, folder, limit):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        run = subprocess.run([binary, *(["--tf"] if os.path.exists(os.path.join(folder, "main.tf")) else []), ".", "--format", "json"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                             timeout=limit)
    except subprocess.TimeoutExpired:
        return None, f"over {limit} s"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    note = "" if run.returncode in (0, 1) else f"exit {run.returncode}: {run.stderr.decode(errors='replace')[:120]!r}"
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, note


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ecslint")
    parser.add_argument("--sizes", default="1000,4000")
    parser.add_argument("--only")
    parser.add_argument("--limit", type=float, default=120)
    arguments = parser.parse_args()
    binary = os.path.abspath(arguments.ecslint)
    sizes = [int(size) for size in arguments.sizes.split(",")]
    names = arguments.only.split(",") if arguments.only else list(SHAPES)
    steep = 0
    for name in names:
        times, notes = [], []
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                SHAPES[name](folder, size)
                time, note = seconds(binary, folder, arguments.limit)
            times.append(time)
            notes += [note] if note else []
            if time is None:
                break
        growth = [second / first if first else 0 for first, second in zip(times, times[1:]) if second is not None]
        is_steep = None in times or any(g > 5 and t > 0.1 for g, t in zip(growth, times[1:]))
        steep += is_steep
        shown = "  ".join("-" if time is None else f"{time:7.2f} s" for time in times)
        print(f"{name:26}{shown}   x {', '.join(f'{g:.1f}' for g in growth)}{'  STEEP' if is_steep else ''}  {'; '.join(notes)}",
              flush=True)
    print(f"{steep} of {len(names)} grow by more than five times where the work grows four times")
    sys.exit(1 if steep else 0)


if __name__ == "__main__":
    main()
