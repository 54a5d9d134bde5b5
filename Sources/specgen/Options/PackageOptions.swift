import ArgumentParser

/// For the commands that work on a package with a specification.
struct PackageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The package with the specification. Default: the one around the working directory.", valueName: "folder"),
        completion: .directory)
    var packagePath: String?

    func package() throws(Failure) -> SpecgenPackage { try SpecgenPackage.find(packagePath) }
}
