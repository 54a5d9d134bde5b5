import Rules

/// What is done.
extension PlanRenderer {
    func statement(_ action: TestPlan.Action) -> String {
        switch action {
        case .finish, .ignore, .ignoreAll: call(action)
        case .read, .readAll, .deviceRead, .deviceReadAll, .finishDeviceRead, .use, .attempts:
            "_ = try \(call(action))"
        default: "try \(call(action))"
        }
    }

    func call(_ action: TestPlan.Action) -> String {
        switch action {
        case .prepare(let name): "\(world).prepare(for: \(api(name)))"
        case .access(let name, let arguments, let value): "\(world).access(\(accessed(name, arguments, value)))"
        case .use(let name, let arguments, let value, let isAmidReader):
            "\(world).\(isAmidReader ? "reuse" : "use")(\(accessed(name, arguments, value)))"
        case .holdOnce(let name, let arguments):
            "\(world).holdOnce(\(resource(name))\(rendered(arguments)))"
        case .holdOnceOfAnother(let name, let context):
            "\(world).holdOnceOfAnother(\(resource(name))\(within(context)))"
        case .holdAll(let company, let context): "\(world).hold(\(list(of: company))\(within(context)))"
        case .releaseAll(let company, let context): "\(world).release(\(list(of: company))\(within(context)))"
        case .attempts(let action, let callback, let error):
            "\(world).errors(failing: .\(callback), \(rendered(error))) { try \(call(action)) }"
        case .call(let name, let arguments): "\(world).call(\(api(name))\(rendered(arguments)))"
        case .hold(let name, let arguments): "\(world).hold(\(resource(name))\(rendered(arguments)))"
        case .release(let name, let arguments): "\(world).release(\(resource(name))\(rendered(arguments)))"
        case .read(let name, let offset, let context): "\(world).read(\(resource(name))\(at(offset))\(within(context)))"
        case .write(let value, let name, let offset, let context):
            "\(world).write(\(rendered(value)), \(resource(name))\(at(offset))\(within(context)))"
        case .readAll(let name, let context): "\(world).bytes(\(resource(name))\(within(context)))"
        case .fill(let value, let name, let context):
            "\(world).fill(\(rendered(value)), \(resource(name))\(within(context)))"
        case .deviceReadAll: "\(world).deviceBytes()"
        case .startDeviceFill(let value): "\(world).startDeviceFill(\(rendered(value)))"
        case .deviceRead(let offset): "\(world).deviceRead(at: \(bytes(offset)))"
        case .deviceWrite(let value, let offset): "\(world).deviceWrite(\(rendered(value)), at: \(bytes(offset)))"
        case .startDeviceWrite(let value, let offset):
            "\(world).startDeviceWrite(\(rendered(value)), at: \(bytes(offset)))"
        case .startDeviceRead(let offset): "\(world).startDeviceRead(at: \(bytes(offset)))"
        case .finishDeviceRead: "\(world).finishDeviceRead()"
        case .makeReturn(let callback, let error, let times):
            "\(world).make(.\(callback), return: \(rendered(error))\(times.map { ", times: \($0)" } ?? ""))"
        case .makeReturnValue(let callback, let value): "\(world).make(.\(callback), return: \(value), times: 1)"
        case .makeSleep(let callback): "\(world).make(\(self.callback(callback)), sleep: true)"
        case .sleep(let context): "\(world).sleep(in: \(rendered(context)))"
        case .wait(let context): "\(world).sleep(in: \(rendered(context)), for: cause)"
        case .interrupt(let context): "\(world).interrupt(\(rendered(context)))"
        case .exhaust(let supply, let isExhausted): "\(world).exhaust(.\(supply), \(isExhausted))"
        case .contend(let lock, let action): "\(world).contend(.\(lock)) { bed in try \(renamed(action)) }"
        case .perform(let action): "\(world).perform(.\(action))"
        case .finish: "\(world).finish()"
        case .ignore(let violation): "\(world).ignore(.\(violation.rawValue))"
        case .ignoreAll: "\(world).ignoreAll()"
        }
    }

    private func renamed(_ action: TestPlan.Action) -> String {
        var inner = self
        inner.world = "bed"
        return inner.call(action)
    }

    private func accessed(_ name: String, _ arguments: TestPlan.Arguments, _ value: TestPlan.Byte?) -> String {
        var parts = [resource(name)]
        if arguments.direction != .none { parts.append(rendered(arguments.direction)) }
        if arguments.context != .first { parts.append("in: \(rendered(arguments.context))") }
        if let value { parts.append("writing: \(rendered(value))") }
        return parts.joined(separator: ", ")
    }
}
