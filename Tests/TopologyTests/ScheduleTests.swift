import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Schedules")
struct ScheduleTests {
    private static let intervals: [(String, Int64)] = [
        ("rate(1 minute)", 60), ("rate(5 minutes)", 300), ("rate(2 hours)", 7_200), ("rate(1 day)", 86_400),
        (" rate(10  minutes) ", 600),
        ("cron(0/5 * * * ? *)", 300), ("cron(* * * * ? *)", 60), ("cron(0 * * * ? *)", 3_600),
        ("cron(0 10 * * ? *)", 86_400), ("cron(0 8 ? * MON-FRI *)", 86_400), ("cron(0 8 ? * 2 *)", 604_800),
        ("cron(0 0 1 * ? *)", 2_419_200), ("cron(0 0 L * ? *)", 2_419_200),
        ("cron(0,59 0,23 * * ? *)", 60), ("cron(59 23 * * ? *)", 86_400), ("cron(0 8 ? * 2#1 *)", 2_419_200),
        ("cron(0 8 ? * 6L *)", 2_419_200), ("cron(0 0 1 1 ? *)", 31_536_000),
        ("cron(0 22-2 * * ? *)", 3_600), ("cron(0 8 ? * FRI-MON *)", 86_400), ("cron(7/20 3 * * ? *)", 1_200),
    ]

    @Test("The shortest time between two runs", arguments: intervals)
    func shortestInterval(text: String, seconds: Int64) throws {
        #expect(try Schedule(text).shortestInterval == seconds)
    }

    @Test("The last minute of a day and the first of the next are a minute apart")
    func overMidnight() throws {
        #expect(try Schedule("cron(0,59 0,23 * * ? *)").shortestInterval == 60)
        #expect(try Schedule("cron(0 0,23 * * ? *)").shortestInterval == 3_600)
    }

    @Test(
        "What runs once has no interval",
        arguments: ["at(2027-01-31T08:00:00)", "cron(0 8 31 12 ? 2030)", "cron(0 8 30 2 ? *)"])
    func once(text: String) throws {
        #expect(try Schedule(text).shortestInterval == nil)
    }

    @Test(
        "Days that a month works out",
        arguments: [("cron(0 8 LW * ? *)", 27), ("cron(0 8 15W * ? *)", 27), ("cron(0 8 L-3 * ? *)", 28)])
    func workdays(text: String, days: Int64) throws {
        let shortest = try #require(try Schedule(text).shortestInterval)
        #expect((days...31).contains(shortest / 86_400))
    }

    private static let recurrences: [(String, Int64)] = [
        ("0 8 * * *", 86_400), ("*/15 * * * *", 900), ("0 8 * * 1-5", 86_400), ("0 8 * * 7", 604_800),
        ("0 8 1 * MON", 86_400), ("30 0 1 1,6,12 *", 2_678_400),
    ]

    @Test("Recurrences of EC2 Auto Scaling", arguments: recurrences)
    func recurrence(text: String, seconds: Int64) throws {
        #expect(try Schedule(recurrence: text).shortestInterval == seconds)
    }

    @Test(
        "What is not a schedule is told",
        arguments: [
            "", "rate()", "rate(0 minutes)", "rate(5)", "rate(5 weeks)", "rate(99999999999999999999 days)", "every day",
            "cron(* * * * *)", "cron(* * * * * *)", "cron(60 * * * ? *)", "cron(* 24 * * ? *)", "cron(* * ? * 8 *)",
            "cron(* * ? * 3#6 *)", "cron(1-2-3 * * * ? *)", "cron(*/0 * * * ? *)", "cron(, * * * ? *)", "at(noon)",
            "cron(0 0 0 0 ? 1)",
        ])
    func refused(text: String) {
        #expect(throws: ScheduleError.self) { try Schedule(text) }
    }
}
