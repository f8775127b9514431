/// The tasks of a service and what they work on.
struct Fleet {
    private let settings: WorkerSettings
    var desired: Int
    private var tasks: [WorkerTask] = []
    /// Tasks that are starting or running, oldest first, with some that are not any more.
    private var alive: [Int] = []
    /// The tasks that could receive, once for each receive that they have free; the oldest stands first.
    private var free = MinimumHeap<Int>()
    private var deliveries: [Delivery?] = []
    private var freeSlots: [Int] = []
    private(set) var running = 0
    private var starting = 0
    private var stopping = 0
    private var busy = 0
    private var busyTime = 0
    private var workerTime = 0

    init(_ settings: WorkerSettings, desired: Int) {
        self.settings = settings
        self.desired = desired
    }

    mutating func start(at time: Int) -> Int {
        tasks.append(WorkerTask(state: .starting, begun: time))
        starting += 1
        alive.append(tasks.count - 1)
        return tasks.count - 1
    }

    func begun(_ task: Int) -> Int { tasks[task].begun }

    /// When the tasks began that are not stopped.
    var openBeginnings: [Int] { tasks.filter { $0.state != .stopped }.map(\.begun) }

    mutating func becomeReady(_ task: Int) -> Bool {
        guard tasks[task].state == .starting else { return false }
        tasks[task].state = .running
        starting -= 1
        running += 1
        for _ in 0..<settings.concurrency { free.insert(task) }
        return true
    }

    /// Time goes by with as many busy and idle workers as there are.
    mutating func pass(_ milliseconds: Int) {
        busyTime += busy * milliseconds
        workerTime += (running + stopping) * settings.concurrency * milliseconds
    }

    /// Busy and whole time of the workers since it was asked last.
    mutating func takeTimes() -> (busy: Int, whole: Int) {
        defer { (busyTime, workerTime) = (0, 0) }
        return (busyTime, workerTime)
    }

    // MARK: - Work

    /// Whether a task could receive, as far as a glance tells.
    var mayTake: Bool { free.first != nil }

    /// The oldest running task with a free receive, which is not free any more with it.
    mutating func nextFree() -> Int? {
        while let task = free.first {
            if tasks[task].state == .running { return task }
            free.removeFirst()
        }
        return nil
    }

    mutating func beginReceive(_ task: Int) {
        free.removeFirst()
        tasks[task].busy += 1
        busy += 1
    }

    /// Whether the task stops with it.
    mutating func endReceive(_ task: Int) -> Bool {
        tasks[task].busy -= 1
        busy -= 1
        switch tasks[task].state {
        case .running: free.insert(task)
        case .stopping where tasks[task].busy == 0:
            tasks[task].state = .stopped
            stopping -= 1
            return true
        default: break
        }
        return false
    }

    mutating func add(_ delivery: Delivery) -> Int {
        if let slot = freeSlots.popLast() {
            deliveries[slot] = delivery
            return slot
        }
        deliveries.append(delivery)
        return deliveries.count - 1
    }

    /// The delivery of a slot; `nil` when its task was killed before.
    mutating func remove(_ slot: Int, endedAt time: Int) -> Delivery? {
        let delivery = deliveries[slot]
        deliveries[slot] = nil
        freeSlots.append(slot)
        return delivery
    }

    // MARK: - Scaling

    /// Tasks above the desired number.
    func surplus() -> Int { running + starting - desired }

    /// Which tasks go. Those that do not run yet go first, then those that are done first where they may finish, else the newest:
    /// ECS does not know who is busy.
    mutating func leaving(_ count: Int) -> [Int] {
        guard count > 0 else { return [] }
        alive.removeAll { tasks[$0].state == .stopping || tasks[$0].state == .stopped }
        guard settings.drains else {
            let waiting = alive.filter { tasks[$0].state == .starting }
            let others = alive.filter { tasks[$0].state == .running }
            return Array((others + waiting).reversed().prefix(count))
        }
        var done: [Int: Int] = [:]
        for case let delivery? in deliveries where delivery.isLast {
            done[delivery.task] = max(done[delivery.task] ?? 0, delivery.end)
        }
        let order = alive.sorted { left, right in
            let leftStarts = tasks[left].state == .starting
            let rightStarts = tasks[right].state == .starting
            if leftStarts != rightStarts { return leftStarts }
            if leftStarts { return left > right }
            let leftEnd = done[left] ?? 0
            let rightEnd = done[right] ?? 0
            return leftEnd != rightEnd ? leftEnd < rightEnd : left < right
        }
        return Array(order.prefix(count))
    }

    /// Asks a task to stop; whether it stops at once.
    mutating func beginStop(_ task: Int) -> Bool {
        if tasks[task].state == .starting { starting -= 1 } else { running -= 1 }
        let isIdle = tasks[task].state == .starting || tasks[task].busy == 0
        tasks[task].state = isIdle ? .stopped : .stopping
        if !isIdle { stopping += 1 }
        return isIdle
    }

    /// What a killed task worked on; `nil` when it stopped before.
    mutating func kill(_ task: Int, at time: Int) -> [Delivery]? {
        guard tasks[task].state == .stopping else { return nil }
        tasks[task].state = .stopped
        stopping -= 1
        busy -= tasks[task].busy
        var unfinished: [Delivery] = []
        for slot in deliveries.indices {
            guard let delivery = deliveries[slot], delivery.task == task else { continue }
            if delivery.end > time { unfinished.append(delivery) }
            // The slot stays taken until the end of its work comes up.
            deliveries[slot] = nil
        }
        return unfinished
    }
}
