extension RuleStarter {
    /// A small rule that shows every part which most rules need.
    static func text(id: String, name: String) -> String {
        """
        # yaml-language-server: $schema=rule.schema.json
        apiVersion: ecslint/v1
        kind: Rule
        id: \(id)
        name: \(name)
        severity: warning                 # error | warning | note
        category: reliability
        tags: [sqs]
        docs:
          what: Reports queues that keep messages for less than two weeks.
          why: A message that is gone cannot be looked into when somebody comes back from a holiday.
          bad: |
            Jobs: {Type: AWS::SQS::Queue}
          good: |
            Jobs: {Type: AWS::SQS::Queue, Properties: {MessageRetentionPeriod: 1209600}}
        params:
          days: {type: int, default: 14, min: 1, max: 14, doc: days that a queue must keep messages}
        select:
          kind: queue                     # the kinds and fields: docs/model.md
          as: q
          where: "!q.isDeadLetterQueue"
        variables:
          - {name: needed, value: params.days * 86400}
        checks:
          - id: too-short
            assert: q.messageRetentionPeriod >= variables.needed      # true is good
            at: q.messageRetentionPeriod
            message: "queue {{q.name}} keeps messages for {{q.messageRetentionPeriod}} s, {{params.days}} days are {{variables.needed}} s"
            fix: Set MessageRetentionPeriod to {{variables.needed}}.
        tests:
          - name: nothing is said, so four days count
            input:
              format: cloudformation
              text: |
                Resources:
                  # finding: too-short
                  Jobs: {Type: AWS::SQS::Queue}
          - name: a second too short
            input: {format: model, q: {name: jobs, messageRetentionPeriod: 1209599}}
            expect: [{check: too-short, message~: 1209599 s}]
          - name: two weeks
            input: {format: model, q: {name: jobs, messageRetentionPeriod: 1209600}}
            expect: []
          - name: the rule's own parameter
            params: {days: 4}
            input: {format: model, q: {name: jobs, messageRetentionPeriod: 345600}}
            expect: []
          - name: a dead-letter queue is left alone
            input: {format: model, q: {name: failed, isDeadLetterQueue: true, messageRetentionPeriod: 60}}
            expect: []
          - name: a parameter without a value
            input: {format: model, q: {name: jobs, messageRetentionPeriod: {$unknown: parameter Retention has no value}}}
            expect: [{check: too-short, verdict: undecided}]

        """
    }
}
