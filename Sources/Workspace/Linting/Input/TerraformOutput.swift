import Evaluation
import Templates
import YAMLBridge

/// What Terraform writes beside the JSON that ecslint reads, told by its first bytes.
enum TerraformOutput {
    /// How to get the right file.
    static let planHelp =
        "Make the plan's JSON: terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json"

    /// What there is beside a plan, to be put behind `planHelp`.
    static let languageHelp = "; or check the files as they stand with --tf, where what only a plan knows is undecided"

    /// A plan file is an archive of the ZIP format: internal/plans/planfile of Terraform.
    private static let archiveStart: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    /// Each line of a log is an object whose keys begin with `@`: terraform/internal/command/views/json_view.go.
    private static let logStart = Array("{\"@level\":".utf8)

    /// What the wrapper of the GitHub action hashicorp/setup-terraform puts before the output of a command: issue 28 of
    /// cds-snc/terraform-plan.
    private static let wrapperStart = Array("[command]".utf8)

    /// Whether `refusal(of:)` has a reason.
    static func isRefused(_ bytes: some Sequence<UInt8>) -> Bool {
        [archiveStart, logStart, wrapperStart].contains { bytes.starts(with: $0) }
    }

    /// Why the bytes cannot be read; `nil` for anything that may be a text of use.
    static func refusal(of bytes: [UInt8]) -> TerraformRefusal? {
        if bytes.starts(with: archiveStart) {
            return TerraformRefusal(
                message: "this is an archive, such as a plan in Terraform's own format, and no text",
                help: "Show the plan as JSON: terraform show -json FILE > plan.json", span: nil)
        }
        let start = SourcePosition(line: 1, column: 1)
        let span = SourceSpan(start: start, end: start)
        if bytes.starts(with: wrapperStart) {
            return TerraformRefusal(
                message: "a wrapper around terraform wrote its own lines into this file",
                help: "Set terraform_wrapper: false where hashicorp/setup-terraform is used, and make the file again.", span: span
            )
        }
        guard bytes.starts(with: logStart) else { return nil }
        return TerraformRefusal(
            message: "this is the log of a command with -json and not a plan", help: planHelp, span: span)
    }
}
