import TestSupport
import Testing
import Workspace

/// What a command reads before it looks at a template is the same whichever command it is.
@Suite("Input of a project")
struct ProjectTests {
    private static let service = """
        Resources:
          Web:
            Type: AWS::ECS::Service
            Properties: {LaunchType: FARGATE, DesiredCount: 2, TaskDefinition: !Ref Task}
          Task:
            Type: AWS::ECS::TaskDefinition
            Properties: {RequiresCompatibilities: [FARGATE], NetworkMode: awsvpc, Cpu: "256", Memory: "512"}
        """

    @Test("the configuration is read once, with the command line's words over it")
    func configuration() throws {
        let folder = try TemporaryFolder()
        try folder.write("region: eu-west-1\nroots: [infra/]\nselect: [SQS]\n", to: "ecslint.yaml")
        try folder.write(Self.service, to: "infra/app.yaml")
        var options = ProjectOptions()
        options.paths = [folder.path + "/infra"]
        let project = try Project(options)
        #expect(project.configuration.region == "eu-west-1")
        let input = try project.input()
        #expect(input.sources.count == 1)
        #expect(input.configuration.region == "eu-west-1")
        options.region = "us-west-2"
        #expect(try Project(options).input().options.region == "us-west-2")
    }

    @Test("a price, a graph and a lint of one input see the same templates")
    func sameInput() throws {
        let input = ProjectInput(sources: [SourceFile(path: "app.yaml", text: Self.service)])
        #expect(CostResult(input).report.services.map(\.name) == ["Web"])
        #expect(GraphResult(input).graph.nodes.contains { $0.name == "Web" })
        #expect(Linter.lint(LintRequest(input)).resourceCount == 2)
    }

    @Test("templates without a service have no price, and say so")
    func missingTemplate() throws {
        let input = ProjectInput(sources: [SourceFile(path: "app.yaml", text: "Resources: {}\nAWSTemplateFormatVersion: x\n")])
        #expect(CostResult(input).diagnostics.map(\.code) == ["no-service"])
    }
}
