import Capacity
import InstanceCatalog
import Testing

@Suite struct QueueRequestTests {
    private let million: Decimal = 1_000_000

    private func standard() throws -> QueueRequestRate { .standard(perMillion: try usd("0.4")) }

    @Test func unbatchedMessagesAreThreeRequestsEach() throws {
        let requests = QueueRequests(messages: million * 10, kibibytes: 4)
        #expect(requests.count == million * 30)
        #expect(try standard().cost(of: requests.count) == usd("11.6"))
    }

    @Test func batchesOfTenWithPollersThatAreHalfIdle() throws {
        let idle = try #require(QueueRequests.emptyReceives(ofIdlePoller: 730, waitSeconds: 20))
        #expect(idle == 131_400)
        let requests = QueueRequests(
            messages: million * 10, kibibytes: 4, batch: 10, emptyReceives: try #require((idle * 3).divided(by: 2)))
        #expect(requests.count == Decimal(3_197_100))
        #expect(try standard().cost(of: requests.count).text(places: 2) == "0.88")
    }

    @Test(arguments: [(1, 1), (64, 1), (65, 2), (256, 4), (1024, 16)])
    func everySixtyFourKibibytesAreARequest(kibibytes: Int, chunks: Int) {
        #expect(QueueRequests.chunks(ofKibibytes: kibibytes) == chunks)
        #expect(QueueRequests(messages: 1, kibibytes: kibibytes).count == Decimal(2 * chunks + 1))
    }

    @Test func keysAreFetchedOncePerReusePeriod() {
        #expect(QueueRequests.keyCalls(periodSeconds: 30 * 86_400, reuseSeconds: 300, producers: 1, consumers: 1) == 25_920)
        #expect(QueueRequests.keyCalls(periodSeconds: 60, reuseSeconds: 0, producers: 1, consumers: 1) == nil)
    }

    @Test func largeNumbersCostLess() throws {
        let step = million * 100_000
        let rate = try standard()
        #expect(rate.cost(of: step, free: .zero) == 40_000)
        #expect(rate.cost(of: step * 2, free: .zero) == 70_000)
        #expect(rate.cost(of: step * 3, free: .zero) == 94_000)
    }

    @Test func theFirstMillionIsFree() throws {
        #expect(try standard().cost(of: million) == .zero)
        #expect(QueueRequests.emptyReceives(ofIdlePoller: 730, waitSeconds: 0) == nil)
    }
}
