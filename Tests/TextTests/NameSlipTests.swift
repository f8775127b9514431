import Testing

@testable import Text

@Suite struct NameSlipTests {
    @Test(arguments: [
        ("VisibilityTimout", "VisibilityTimeout"), ("VisibiltyTimout", "VisibilityTimeout"),
        ("visibilityTimeout", "VisibilityTimeout"),
        ("Visibilitytimout", "VisibilityTimeout"), ("visibility_timout_seconds", "visibility_timeout_seconds"),
        ("EfsVolumeConfiguration", "EFSVolumeConfiguration"), ("Tgas", "Tags"), ("Propertes", "Properties"),
        ("MesageRetentionPeriod", "MessageRetentionPeriod"), ("BLUE_GREN", "BLUE_GREEN"), ("fargate", "FARGATE"),
    ])
    func slips(name: String, known: String) { #expect(NameSlip.isSlip(name, of: known)) }

    /// Pairs that AWS has, and their like.
    @Test(arguments: [
        ("AvailabilityZoneIds", "AvailabilityZones"), ("AvailabilityZoneId", "AvailabilityZone"),
        ("NotificationConfiguration", "NotificationConfigurations"), ("max_healthy_percentage", "min_healthy_percentage"),
        ("WINDOWS_SERVER_2025_CORE", "WINDOWS_SERVER_2022_CORE"), ("Sqls", "Sql"), ("ScaleInCooldown", "ScaleOutCooldown"),
        ("VisibilityTimeout", "VisibilityTimeout"), ("MinCapacity", "MaxCapacity"),
        ("LinearConfiguration", "CanaryConfiguration"),
        ("BucketName1", "BucketName"), ("Mailbox", "Queue"), ("", "Tags"), ("SQS2", "SQS"), ("Cpu", "Gpu"),
    ])
    func otherNames(name: String, known: String) { #expect(!NameSlip.isSlip(name, of: known)) }

    @Test func oneOfSeveralIsMeantOnlyWhereItIsClear() {
        #expect(NameSlip.meant(by: "Valume", among: ["Volume", "Values", "Name"]) == "Volume")
        #expect(NameSlip.meant(by: "Timeot", among: ["Timeout", "Timeouts", "Name"]) == "Timeout")
        #expect(NameSlip.meant(by: "Bort", among: ["Port", "Sort"]) == nil)
        #expect(NameSlip.meant(by: "Anything", among: []) == nil)
    }

    @Test func pluralsOfLongNames() {
        #expect(NameSlip.isNumber("DelaySecond", of: "DelaySeconds") && NameSlip.isNumber("SecurityGroups", of: "SecurityGroup"))
        #expect(!NameSlip.isNumber("Sqls", of: "Sql") && !NameSlip.isNumber("DelaySeconds", of: "DelaySeconds"))
    }

    @Test func typesMayHaveASlipInOnePart() {
        let known = ["AWS::SQS::Queue", "AWS::SQS::QueuePolicy", "AWS::Scheduler::Schedule"]
        #expect(NameSlip.meantType(by: "AWS::SQS::Queu", among: known) == "AWS::SQS::Queue")
        #expect(NameSlip.meantType(by: "AWS::Shceduler::Schedule", among: known) == "AWS::Scheduler::Schedule")
        #expect(NameSlip.meantType(by: "AWS::SQS2::Mailbox", among: known) == nil)
        #expect(NameSlip.meantType(by: "aws_sqs_queu", among: ["aws_sqs_queue", "aws_sns_topic"]) == "aws_sqs_queue")
    }
}
