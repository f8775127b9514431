import Testing
import Workspace

@Suite("Fingerprints")
struct FingerprintTests {
    private func fingerprints(_ text: String, path: String = "a.yaml") -> [String] {
        var request = LintRequest(ProjectInput(sources: [SourceFile(path: path, text: text)]))
        request.input.configuration.select = [.init("SQS"), .init("TPL")]
        return Linter.lint(request).findings.map(\.fingerprint)
    }

    private static let block = """
        Resources:
          Jobs:
            Type: AWS::SQS::Queue
            Properties:
              DelaySeconds: 901
          Others:
            Type: AWS::SQS::Queue
            Properties:
              DelaySeconds: 902
        """

    @Test(
        "they survive moved lines, another order, another style and other numbers",
        arguments: [
            "# a word\n\nDescription: x\n\n" + block,
            block.replacing("    Type: AWS::SQS::Queue\n", with: "\n    # here\n    Type: 'AWS::SQS::Queue'\n"),
            #"{"Resources": {"Others": {"Properties": {"DelaySeconds": 950}, "Type": "AWS::SQS::Queue"}, "Jobs": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 901}}}}"#,
            "Resources: {Jobs: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 901}}, Others: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 902}}}",
        ])
    func survive(_ text: String) {
        #expect(Set(fingerprints(text)) == Set(fingerprints(Self.block)))
    }

    @Test("they differ for different findings, and for the same one in another file")
    func differ() {
        let found = fingerprints(Self.block)
        #expect(found.count == 4 && Set(found).count == 4)
        #expect(Set(found).isDisjoint(with: fingerprints(Self.block, path: "b.yaml")))
        let queue = "  Jobs: {Type: AWS::SQS::Queue}\n"
        let repeated = fingerprints("Resources:\n\(queue)\(queue)\(queue)")
        #expect(repeated.count == 3 && Set(repeated).count == 3, "two for the key, one for the queue: \(repeated)")
    }
}
