/// What a policy is asked: may somebody do something with something?
struct PolicyRequest {
    /// `sqs:SendMessage`.
    let action: String
    /// The same to be compared with the patterns of statements, which know no case.
    let actionText: PolicyText
    /// The texts that may name the resource; the policy allows it when it allows one of them. Empty for actions that know no
    /// resource, which are asked of `*`.
    var resources: [PolicyText]
    /// Who asks; `nil` for a policy of the caller's own.
    var caller: PolicyCaller?
    /// What the caller acts for: the topic, rule or bucket that sends.
    var source: [PolicyText] = []
    /// The account of what is asked about, where it is known; services send for resources of the same one.
    var account: String?
    /// The service that `iam:PassRole` hands the role to, `ecs-tasks.amazonaws.com`, or that uses the key for the caller,
    /// which acts by region and is named by its first word: `sqs`.
    var viaService: String?
    /// The call that makes what is tagged, for conditions on `ecs:CreateAction`: `RunTask`.
    var createAction: String?
    /// The cluster that a task is run on.
    var cluster: [PolicyText] = []
    /// The namespace of the metric that is published.
    var metricNamespace: [PolicyText] = []

    init(_ action: String, on resources: [PolicyText], by caller: PolicyCaller? = nil) {
        self.action = action
        actionText = PolicyText(action.lowercased())
        self.resources = resources
        self.caller = caller
    }
}
