import Testing
import Topology
import Workspace

@Suite("ecslint.yaml")
struct ConfigurationTests {
    @Test("an empty file, a comment and an absent value mean the defaults", arguments: ["", "# nothing\n", "rules:\n"])
    func defaults(_ text: String) throws {
        let configuration = try configuration(text)
        #expect(configuration.failOn == .error)
        #expect(configuration.assumesDefaults)
        #expect(configuration.hostMemoryMiB == nil)
        #expect(configuration.region == nil)
        #expect(configuration.roots.isEmpty && configuration.select.isEmpty && configuration.include == nil)
        #expect(configuration.workers.processingSecondsFrom == WorkerFacts.usualVariables)
    }

    @Test("every key arrives; paths start from the configuration's folder")
    func everyKey() throws {
        let configuration = try configuration(
            """
            version: 1
            roots: [stacks/, ../other]
            include: ["**/*.yaml"]
            exclude: ["old/**"]
            region: eu-west-1
            assumeDefaults: false
            parameters:
              app.yaml: {Stage: live, Zones: [a, b], Count: 3}
              db.yaml: params/db.json
            failOn: warning
            select: [SQS, SCL001]
            ignore: [SQS022]
            rules:
              SQS007: {severity: note, params: {factor: 2}}
            ruleFolders: [policy]
            processingSecondsFrom: [INTERVAL]
            hostMemoryMiB: 512
            """)
        #expect(configuration.roots == ["infra/stacks", "infra/../other"])
        #expect(configuration.include?.map(\.pattern) == ["**/*.yaml"])
        #expect(configuration.exclude.map(\.pattern) == ["old/**"])
        #expect(configuration.region == "eu-west-1")
        #expect(!configuration.assumesDefaults)
        #expect(configuration.failOn == .warning)
        #expect(configuration.select.map(\.text) == ["SQS", "SCL001"])
        #expect(configuration.ignore.map(\.text) == ["SQS022"])
        #expect(configuration.rules.first?.rule == "SQS007")
        #expect(configuration.rules.first?.override.severity == .note)
        #expect(configuration.rules.first?.override.parameters.first?.value.text == "2")
        #expect(configuration.ruleFolders == ["infra/policy"])
        #expect(configuration.workers.processingSecondsFrom == ["INTERVAL"])
        #expect(configuration.hostMemoryMiB == 512)

        #expect(configuration.parameters.map(\.template) == ["infra/app.yaml", "infra/db.yaml"])
        guard case .values(let values) = configuration.parameters[0].source,
            case .file(let path, _) = configuration.parameters[1].source
        else {
            Issue.record("parameters arrived in another form")
            return
        }
        #expect(values.mapValues(\.text) == ["Stage": "live", "Zones": "a,b", "Count": "3"])
        #expect(path == "infra/params/db.json")
    }

    @Test("facts of a worker; seconds are rounded up so that a timeout covers them")
    func workers() throws {
        let configuration = try configuration(
            """
            workers:
              job-*:
                consumes: [Jobs]
                processingSeconds: 60.2
                averageProcessingSeconds: 20.5
                messagesPerReceive: 10
                concurrency: 4
                extendsVisibility: true
                arrivalRate: 5
                peakArrivalRate: 20
                latencyGoalSeconds: 60
                runSeconds: 300
            """)
        var expected = WorkerDeclaration(pattern: "job-*")
        expected.consumes = ["Jobs"]
        expected.processingSeconds = 61
        expected.averageProcessingSeconds = 20.5
        expected.messagesPerReceive = 10
        expected.concurrency = 4
        expected.extendsVisibility = true
        expected.arrivalRate = 5
        expected.peakArrivalRate = 20
        expected.latencyGoalSeconds = 60
        expected.runSeconds = 300
        #expect(configuration.workers.workers == [expected])
    }

    @Test(
        "a mistake is located and says what to do",
        arguments: [
            ("regoin: x", "1:1 the configuration has no key 'regoin'; Did you mean 'region'?"),
            ("version: 2", "1:10 version must be 1, not 2"),
            ("failOn: eror", "1:9 failOn must be one of error, warning, note, never, not 'eror'; Did you mean 'error'?"),
            ("assumeDefaults: yes", "1:17 assumeDefaults must be true or false"),
            ("hostMemoryMiB: -1", "1:16 hostMemoryMiB must be 0 to 33554432, not -1"),
            ("hostMemoryMiB: 1GB", "1:16 hostMemoryMiB must be a whole number"),
            ("select: {a: b}", "1:9 select must be a list of texts; Write it as `select: [one, two]`."),
            ("region: a\nregion: b", "2:1 'region' stands twice in the configuration; Keep one of them."),
            ("[]", "1:1 the configuration must be a mapping of keys to values"),
            (
                "workers:\n  w: {processingSecond: 1}",
                "2:7 worker w has no key 'processingSecond'; Did you mean 'processingSeconds'?"
            ),
            ("workers:\n  w: {processingSeconds: nan}", "2:26 processingSeconds must be a number"),
            ("workers:\n  w: {processingSeconds: 1e300}", "2:26 processingSeconds must be at most 1000000000000, not 1e300"),
            ("workers:\n  w: {messagesPerReceive: 11}", "2:27 messagesPerReceive must be 1 to 10, not 11"),
            ("rules:\n  SQS001: {severity: fatal}", "2:22 severity must be one of note, warning, error, not 'fatal'"),
            ("parameters:\n  a.yaml: {X: {y: z}}", "2:15 the value of parameter 'X' must be text, a number or a list of these"),
        ])
    func mistake(_ text: String, _ message: String) throws {
        #expect(try mistakes(in: text) == [message])
    }

    @Test("the baseline's path starts from the configuration's folder")
    func baseline() throws {
        #expect(try configuration("baseline: known/a.json").baseline == "infra/known/a.json")
    }

    @Test("all mistakes are reported, not only the first")
    func allMistakes() throws {
        let places = try mistakes(in: "failOn: z\nregoin: x\nfailOn: error\n").map { $0.prefix(3) }
        #expect(places == ["1:9", "2:1", "3:1"], "in the order of the text")
        #expect(try mistakes(in: "regoin: x\nfailOn: z\nversion: one").count == 3)
    }
}
