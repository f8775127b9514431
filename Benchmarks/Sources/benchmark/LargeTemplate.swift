/// A template of any size whose resources look like those that people write: a queue, its task definition and its service.
enum LargeTemplate {
    static func write(asJSON: Bool, megabytes: Int) {
        var written = 0
        var number = 0
        print(asJSON ? "{\n  \"Resources\": {" : "Resources:")
        while written < megabytes * 1_000_000 {
            let group = asJSON ? json(number) : yaml(number)
            written += group.utf8.count
            number += 1
            print(group, terminator: asJSON && written < megabytes * 1_000_000 ? ",\n" : "\n")
        }
        if asJSON { print("  }\n}") }
    }

    private static func yaml(_ number: Int) -> String {
        """
          Queue\(number):
            Type: AWS::SQS::Queue
            Properties:
              QueueName: !Sub "${AWS::StackName}-orders-\(number)"
              VisibilityTimeout: \(30 + number % 900)
              RedrivePolicy:
                deadLetterTargetArn: !GetAtt DeadLetters.Arn
                maxReceiveCount: 5
          Task\(number):
            Type: AWS::ECS::TaskDefinition
            Properties:
              Cpu: '256'
              Memory: '512'
              # The worker and what it is told.
              ContainerDefinitions:
                - Name: worker
                  Image: !Sub '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/orders:latest'
                  Environment:
                    - Name: QUEUE_URL
                      Value: !Ref Queue\(number)
                    - {Name: LOG_LEVEL, Value: info}
                  Command:
                    - /bin/sh
                    - -c
                    - |
                      set -e
                      exec worker --queue "$QUEUE_URL" \\
                        --batch 10
          Service\(number):
            Type: AWS::ECS::Service
            Properties:
              Cluster: !Ref Cluster
              TaskDefinition: !Ref Task\(number)
              DesiredCount: \(1 + number % 7)
        """
    }

    private static func json(_ number: Int) -> String {
        """
            "Queue\(number)": {
              "Type": "AWS::SQS::Queue",
              "Properties": {
                "QueueName": {"Fn::Sub": "${AWS::StackName}-orders-\(number)"},
                "VisibilityTimeout": \(30 + number % 900),
                "RedrivePolicy": {
                  "deadLetterTargetArn": {"Fn::GetAtt": ["DeadLetters", "Arn"]},
                  "maxReceiveCount": 5
                }
              }
            },
            "Task\(number)": {
              "Type": "AWS::ECS::TaskDefinition",
              "Properties": {
                "Cpu": "256",
                "Memory": "512",
                "ContainerDefinitions": [
                  {
                    "Name": "worker",
                    "Image": {"Fn::Sub": "${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/orders:latest"},
                    "Environment": [
                      {"Name": "QUEUE_URL", "Value": {"Ref": "Queue\(number)"}},
                      {"Name": "LOG_LEVEL", "Value": "info"}
                    ],
                    "Command": ["/bin/sh", "-c", "set -e\\nexec worker --queue \\"$QUEUE_URL\\" --batch 10\\n"]
                  }
                ]
              }
            },
            "Service\(number)": {
              "Type": "AWS::ECS::Service",
              "Properties": {
                "Cluster": {"Ref": "Cluster"},
                "TaskDefinition": {"Ref": "Task\(number)"},
                "DesiredCount": \(1 + number % 7)
              }
            }
        """
    }
}
