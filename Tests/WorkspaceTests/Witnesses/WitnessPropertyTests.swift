import Evaluation
import Foundation
import Rules
import Templates
import TestSupport
import Testing
import Workspace

/// Findings under open values are those that some values make true, found here by trying all of a small domain.
///
/// `ECSLINT_WITNESS_TRIALS=10000` makes the run long; `ECSLINT_WITNESS_SEED` repeats one.
@Suite("Witnesses, by brute force")
struct WitnessPropertyTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let trials = environment["ECSLINT_WITNESS_TRIALS"].flatMap(Int.init) ?? 150
    private static let seed = environment["ECSLINT_WITNESS_SEED"].flatMap(UInt64.init) ?? 20_261_130

    private static let texts: [WitnessFormula.Datum] = ["a", "b", "ab", "", "zz", "zzz", "zzzz"].map { .text($0) }

    /// All values of the inputs. `s` may be null in Terraform, `t` may not.
    private static func worlds(isTerraform: Bool, allowed: [String]?) -> [[String: WitnessFormula.Datum]] {
        let first = allowed?.map { WitnessFormula.Datum.text($0) } ?? texts + (isTerraform ? [.null] : [])
        let numbers = isTerraform ? (-1...5).map { WitnessFormula.Datum.number($0) } : [.number(0)]
        let flags: [WitnessFormula.Datum] = isTerraform ? [.truth(true), .truth(false)] : [.truth(false)]
        return first.flatMap { s in
            texts.flatMap { t in numbers.flatMap { n in flags.map { ["s": s, "t": t, "n": n, "f": $0] } } }
        }
    }

    private struct Trial {
        let key: WitnessFormula
        let managed: WitnessFormula
        let allowed: [String]?
        let isTerraform: Bool

        var isPossible: Bool {
            WitnessPropertyTests.worlds(isTerraform: isTerraform, allowed: allowed)
                .contains { key.holds($0) && managed.holds($0) }
        }

        var text: String {
            isTerraform
                ? """
                variable "s" { type = string }
                variable "t" {
                  type     = string
                  nullable = false
                }
                variable "n" {
                  type     = number
                  nullable = false
                }
                variable "f" {
                  type     = bool
                  nullable = false
                }
                resource "aws_sqs_queue" "q" {
                  kms_master_key_id       = \(key.terraform) ? "alias/k" : null
                  sqs_managed_sse_enabled = \(managed.terraform) ? true : null
                }
                """
                : """
                AWSTemplateFormatVersion: "2010-09-09"
                Parameters:
                  s: {Type: String\(allowed.map { ", AllowedValues: [\($0.map { "'\($0)'" }.joined(separator: ", "))]" } ?? "")}
                  t: {Type: String}
                Conditions:
                  Key: \(key.cloudFormation)
                  Managed: \(managed.cloudFormation)
                Resources:
                  q:
                    Type: AWS::SQS::Queue
                    Properties:
                      KmsMasterKeyId: !If [Key, alias/k, !Ref AWS::NoValue]
                      SqsManagedSseEnabled: !If [Managed, true, !Ref AWS::NoValue]
                """
        }

        func lint(_ options: LoadOptions = LoadOptions()) -> LintResult {
            var configuration = Configuration()
            configuration.select = [.init("SQS013", span: nil)]
            var input = ProjectInput(
                sources: [SourceFile(path: isTerraform ? "main.tf" : "t.yaml", text: text)], configuration: configuration,
                options: options)
            input.readsTerraformLanguage = isTerraform
            return Linter.lint(LintRequest(input))
        }
    }

    private static func trial(isTerraform: Bool, _ generator: inout SeededGenerator) -> Trial {
        let isLimited = !isTerraform && Bool.random(using: &generator)
        return Trial(
            key: .random(size: 3, isTerraform: isTerraform, &generator),
            managed: .random(size: 3, isTerraform: isTerraform, &generator), allowed: isLimited ? ["a", "b", ""] : nil,
            isTerraform: isTerraform)
    }

    @Test("a finding is reported where some values make it true, and nowhere else", arguments: [false, true])
    func reported(isTerraform: Bool) throws {
        var generator = SeededGenerator(seed: Self.seed)
        var undecided = 0
        for number in 0..<Self.trials {
            let trial = Self.trial(isTerraform: isTerraform, &generator)
            let result = trial.lint()
            let finding = result.findings.first { $0.rule == "SQS013" }
            let note = "seed \(Self.seed), trial \(number):\n\(trial.text)"
            #expect(finding == nil || trial.isPossible, "no values make it true, \(note)")
            if finding == nil, trial.isPossible {
                undecided += 1
                #expect(!result.undecided.isEmpty, "missed, \(note)")
            }
            if let finding { try keeps(finding, trial, note) }
            for _ in 0..<3 { try loses(trial, &generator, note) }
        }
        print("witnesses: seed \(Self.seed), \(Self.trials) trials, \(undecided) undecided that are possible")
        #expect(undecided * 50 <= Self.trials)
    }

    /// Values that do not make it true, given for every input, take the finding away.
    private func loses(_ trial: Trial, _ generator: inout SeededGenerator, _ note: String) throws {
        let worlds = Self.worlds(isTerraform: trial.isTerraform, allowed: trial.allowed)
        guard let world = worlds.randomElement(using: &generator), !(trial.key.holds(world) && trial.managed.holds(world)) else {
            return
        }
        var options = LoadOptions()
        for (name, datum) in world {
            switch datum {
            case .text(let text): options.parameters[name] = .init(text, source: "--parameters")
            case .number(let number): options.parameters[name] = .init("\(number)", source: "--parameters")
            case .truth(let truth): options.parameters[name] = .init(truth ? "true" : "false", source: "--parameters")
            // A variable of the root without a value is open; the command line has no spelling for null.
            case .null: return
            }
        }
        let result = trial.lint(options)
        #expect(!result.findings.contains { $0.rule == "SQS013" }, "\(world) does not make it true, \(note)")
    }

    /// The values of the witness, given as a user gives them, lead to the same finding.
    private func keeps(_ finding: Finding, _ trial: Trial, _ note: String) throws {
        var options = LoadOptions()
        for entry in finding.witness.entries {
            switch entry.datum {
            case .text(let text): options.parameters[entry.name] = .init(text, source: "--parameters")
            case .number(let text): options.parameters[entry.name] = .init(text, source: "--parameters")
            case .truth(let truth): options.parameters[entry.name] = .init(truth ? "true" : "false", source: "--parameters")
            // Null is what a variable without value has; the command line has no spelling for it.
            case .null, .list, .map: return
            }
        }
        let result = trial.lint(options)
        #expect(result.findings.contains { $0.rule == "SQS013" }, "the witness does not keep it, \(note)")
    }
}
