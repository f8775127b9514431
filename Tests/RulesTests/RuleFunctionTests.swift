import Testing

@testable import Rules

/// The functions of the calculator, asked through rules.
@Suite("Functions of rules")
struct RuleFunctionTests {
    /// The message that a rule gives for a queue.
    private func message(_ expression: String) throws -> String? {
        let body =
            "select: {kind: queue, as: q}\nchecks: [{id: a, assert: \"false\", at: q, message: \"{{\(expression)}}\"}]"
        return try RuleFixtures.evaluate(body, "jobs: {name: jobs, kmsDataKeyReusePeriodSeconds: 0}").findings.first?.message
    }

    private static let cases: [(String, String)] = [
        // calculator.md 7: five messages a second of two seconds, and document 003's 60 s every 35 s.
        ("tasksForLoad(5.0, 2.0, 1)", "10"), ("tasksForLoad(5.0, 2.0, 3)", "4"), ("tasksForLoad(0.0, 2.0, 1)", "0"),
        ("tasksForLoad(0.1, 30.0, 1)", "3"), ("tasksForLoad(0.028571428571, 60.0, 1)", "2"),
        // calculator.md 5.1 and 5.2.
        ("tasksForBacklog(1500.0, 100.0)", "15"), ("tasksForBacklog(6.0, 3.0)", "2"), ("tasksForBacklog(7.0, 3.0)", "3"),
        // calculator.md 4.4.
        ("emptyReceivesPerMonth(20)", "131400"), ("usd(queueRequestUsd(1000000, false), 2)", "0.40"),
        ("usd(queueRequestUsd(1000000, true), 2)", "0.50"), ("kmsCallsPerMonth(300, 1, 1)", "26280"),
        ("priceRegion()", "us-east-1 (assumed)"), ("instanceArchitecture('m7g.large')", "arm64"),
        ("isInstanceTypeInRegion('m5.large')", "true"), ("isInstanceTypeInRegion('m5.gigantic')", "false"),
        ("usd(1.005, 2)", "1.01"),
        // 1901 MiB registered of 2048, so 147 of the 1024 for the host are kept from tasks already.
        ("reserveToTell('t3.small')", "877"),
    ]

    @Test("Figures", arguments: cases)
    func figures(expression: String, expected: String) throws {
        #expect(try message(expression) == expected)
    }

    @Test("Numbers that make no sense are unknown, and end no run")
    func nonsense() throws {
        for expression in [
            "tasksForLoad(5.0, 2.0, 0)", "tasksForLoad(-5.0, 2.0, 1)", "tasksForBacklog(1.0, 0.0)",
            "emptyReceivesPerMonth(0)",
            "kmsCallsPerMonth(q.kmsDataKeyReusePeriodSeconds, 1, 1)", "instanceArchitecture('x')",
            "tasksForLoad(1e300, 2.0, 1)", "reserveToTell('x')",
        ] {
            #expect(try message(expression)?.hasPrefix("<unknown") == true, "\(expression)")
        }
    }

    @Test("Prices of tasks on instances and on Fargate")
    func prices() throws {
        let text = """
            Resources:
              Cluster: {Type: AWS::ECS::Cluster}
              Service: {Type: AWS::ECS::Service, Properties: {Cluster: !Ref Cluster, LaunchType: EC2, TaskDefinition: !Ref Task}}
              Task: {Type: AWS::ECS::TaskDefinition, Properties: {Cpu: "512", Memory: "1024", ContainerDefinitions: [{Name: w}]}}
              Hosts: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {MinSize: 1, MaxSize: 2, LaunchTemplate: {LaunchTemplateId: !Ref Host, Version: "1"}}}
              Host:
                Type: AWS::EC2::LaunchTemplate
                Properties: {LaunchTemplateData: {InstanceType: m5.large, UserData: !Base64 {"Fn::Sub": "ECS_CLUSTER=${Cluster}"}}}
            """
        func message(_ expression: String) throws -> String? {
            let body = """
                select: {kind: service, as: s, where: has(s.taskDefinition)}
                forEach: {in: s.autoScalingGroups, as: g}
                checks: [{id: a, assert: "false", at: s, message: "{{\(expression)}}"}]
                """
            return try RuleEngine.evaluate(RuleFixtures.cloudFormation(text), rules: RuleFixtures.rules(body)).findings
                .first?.message
        }
        // 0.096 US dollars an hour for four tasks.
        #expect(try message("usd(usdPerTaskHour(s.taskDefinition, g, 'm5.large'), 4)") == "0.0240")
        #expect(try message("cheaperInstanceType(s.taskDefinition, g, 'm5.large') != 'm5.large'") == "true")
        for accelerated in ["g4dn.xlarge", "inf2.xlarge"] {
            #expect(try message("cheaperInstanceType(s.taskDefinition, g, '\(accelerated)') == ''") == "true")
        }
        #expect(try message("usd(memoryOvercommit(s.taskDefinition, g, 'm5.large'), 1)") == "0.5")
        // calculator.md 3: 0.5 vCPU and 1 GB cost 0.024685 an hour; a run counts for a minute at least.
        #expect(try message("usd(fargateRunUsd(s.taskDefinition, 37), 6)") == "0.000411")
    }
}
