extension ProjectStarter {
    private static let site = "https://github.com/ecslint/ecslint"
    private static let raw = "https://raw.githubusercontent.com/ecslint/ecslint"
    private static let tag = "v" + ToolVersion.current

    /// Terraform's files make one module together, so that its hook looks at the configuration's roots.
    static func hook(_ survey: ProjectSurvey) -> String {
        """
          - repo: \(site)
            rev: \(tag)
            hooks:
              - id: \(survey.hasTerraformLanguage ? "ecslint-terraform" : "ecslint")

        """
    }

    static var gitHub: (path: String, text: String, addition: String) {
        let job = """
              ecslint:
                runs-on: ubuntu-latest
                permissions:
                  contents: read
                  security-events: write
                steps:
                  - uses: actions/checkout@v4
                  - uses: ecslint/ecslint@\(tag)
                  - uses: github/codeql-action/upload-sarif@v3
                    if: always()
                    with: {sarif_file: ecslint.sarif}

            """
        let head = """
            name: ecslint
            on:
              pull_request:
              push:
                branches: [main]
            jobs:

            """
        return (".github/workflows/ecslint.yml", head + job, job)
    }

    static var gitLab: (path: String, text: String, addition: String) {
        let include = """
            include:
              - remote: \(raw)/\(tag)/ci/gitlab-ci.yml

            """
        return (".gitlab-ci.yml", include, include)
    }

    static func configuration(_ survey: ProjectSurvey) -> String {
        let found = survey.kinds.map { "\($0.count) \($0.kind.rawValue)" }.joined(separator: ", ")
        let head = """
            # yaml-language-server: $schema=\(raw)/main/docs/ecslint.schema.json
            # Written by `ecslint init`; templates found: \(found.isEmpty ? "none" : found).
            # Every key: \(site)/blob/main/docs/configuration.md
            version: 1

            # What belongs to one system: what is checked when no path is named, and where nested templates are looked for.
            roots: [\(survey.roots.map(quoted).joined(separator: ", "))]

            # The region that the stacks are for; prices and limits depend on it.
            # region: eu-west-1

            # The lowest severity that ends with 1: error, warning, note or never.
            failOn: error

            # Values of parameters that have no default, for each template.
            # parameters:
            #   infra/app.yaml: {Stage: live}

            # Findings that stay, with the reason; `ecslint --write-baseline` takes in all that are there today.
            # suppress:
            #   - {rule: SQS001, path: "legacy/**", until: 2027-01-31, reason: goes with the old system}
            # baseline: .ecslint-baseline.json


            """
        return head + (survey.hasTerraformLanguage ? terraform : "") + workers(survey.workers)
    }

    private static let terraform = """
        # .tf files are checked as they stand; a plan in JSON beside them is checked in their place and decides more.
        terraformLanguage: true


        """

    private static func workers(_ workers: [ProjectSurvey.Worker]) -> String {
        let words = """
            # What templates do not say of those who consume queues. Without the longest time for one message, visibility
            # timeouts and fleet sizes stay undecided.

            """
        guard !workers.isEmpty else {
            return words + "# workers:\n#   job-worker: {consumes: [Jobs], processingSeconds: 60}\n"
        }
        return words + "workers:\n" + workers.map(text).joined()
    }

    private static func text(_ worker: ProjectSurvey.Worker) -> String {
        let seconds = worker.processingSeconds
        let note =
            seconds == nil
            ? "    # processingSeconds: 60      # fill in: the longest time for one message, in seconds\n"
            : "    # processingSeconds: \(seconds ?? 0)      # as the templates say\n"
        return """
              \(quoted(worker.name)):
                # receives from \(worker.queues.joined(separator: ", "))

            """ + note + """
                    # averageProcessingSeconds: 20
                    # messagesPerReceive: 1
                    # concurrency: 1
                    # extendsVisibility: false

                """
    }

    /// A name as YAML takes it in a flow list, whatever is in it.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || "._/-".utf8.contains(byte)
        }
        if isPlain, text.utf8.first.map({ ($0 | 0x20) >= UInt8(ascii: "a") || $0 == UInt8(ascii: ".") }) == true { return text }
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
