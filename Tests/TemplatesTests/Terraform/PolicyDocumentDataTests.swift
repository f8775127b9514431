import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("data aws_iam_policy_document")
struct PolicyDocumentDataTests {
    @Test("a statement becomes a statement of IAM, Allow unless it says otherwise")
    func statement() throws {
        let policy = try policy(
            """
            {"statement": [{"sid": "Send", "actions": ["sqs:SendMessage"], "resources": ["*"],
              "principals": [{"type": "Service", "identifiers": ["sns.amazonaws.com"]}],
              "condition": [{"test": "ArnEquals", "variable": "aws:SourceArn", "values": ["a"]},
                            {"test": "ArnEquals", "variable": "aws:SourceArn", "values": ["b"]}]}]}
            """)
        #expect(
            policy.shown == """
                {Statement: [{Action: [sqs:SendMessage], Condition: {ArnEquals: {aws:SourceArn: [a, b]}}, Effect: Allow, \
                Principal: {Service: [sns.amazonaws.com]}, Resource: [*], Sid: Send}], Version: 2012-10-17}
                """)
    }

    @Test("a block that stands alone, lists that are empty, everyone as principal, variables of IAM")
    func spellings() throws {
        let policy = try policy(
            """
            {"version": "2008-10-17", "policy_id": "p", "statement": {"sid": "", "effect": "Deny", "not_actions": ["sqs:*"],
              "actions": [], "resources": ["arn:aws:s3:::&{aws:username}"], "principals": {"type": "*", "identifiers": ["*"]}}}
            """)
        #expect(
            policy.shown == """
                {Id: p, Statement: [{Effect: Deny, NotAction: [sqs:*], Principal: *, \
                Resource: [arn:aws:s3:::${aws:username}]}], Version: 2008-10-17}
                """)
    }

    @Test("sources come first, and an override takes the place of the statement with its sid")
    func merging() throws {
        let policy = try policy(
            #"""
            {"source_policy_documents": ["{\"Statement\": [{\"Sid\": \"A\", \"Effect\": \"Allow\"}, {\"Sid\": \"B\"}]}"],
             "statement": [{"sid": "B", "effect": "Deny"}, {"effect": "Allow"}],
             "override_policy_documents": ["{\"Statement\": {\"Sid\": \"A\", \"Effect\": \"Deny\"}}"]}
            """#)
        #expect(
            policy.member("Statement").shown
                == "[{Effect: Deny, Sid: A}, {Effect: Deny, Sid: B}, {Effect: Allow}]")
    }

    @Test("a policy that is not known leaves the list of statements open, and may override what has a sid")
    func unknown() throws {
        let document = try Document.parse(Array("{}".utf8), path: "main.tf.json")
        let origin = Origin(node: try #require(document.root), key: nil, parent: nil, component: nil, resource: nil)
        let queue = Reference(resource: ResourceID(stack: 0, logicalID: "aws_sqs_queue.q"), attribute: .named("arn"))
        let statement = Value(
            .map([
                .init(key: "sid", value: Value(.scalar(.init("A")), origin: origin)),
                .init(
                    key: "resources", value: Value(.list([Value(.reference(queue), origin: origin)], open: []), origin: origin)),
            ]), origin: origin)
        let policy = PolicyDocumentData.document(
            of: Value(
                .map([
                    .init(key: "statement", value: Value(.list([statement], open: []), origin: origin)),
                    .init(key: "override_json", value: .unknown(Reason("who knows"), origin: origin)),
                ]), origin: origin))
        guard case .list(let statements, let open) = policy.member("Statement").content else {
            Issue.record("Statement is not a list")
            return
        }
        #expect(open.map(\.text) == ["who knows"])
        #expect(statements.first?.isUnknown == true)
        #expect(statements.first?.mentions == [queue])
    }

    private func policy(_ text: String) throws -> Value {
        PolicyDocumentData.document(of: try literalValue(text))
    }
}
