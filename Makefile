# The commands of everyday work. The first two do all the set-up by themselves.

.DEFAULT_GOAL := help
.PHONY: help test lint setup

help: ## Print this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

test: setup ## Run all tests
	swift test --disable-xctest

lint: ## Check the form of the source
	swift format lint --strict --recursive Package.swift Sources Tests

setup:
	@scripts/setup
