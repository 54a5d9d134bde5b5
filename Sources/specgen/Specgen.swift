import ArgumentParser

@main
struct Specgen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "specgen", abstract: "Documentation is the specification.")
}
