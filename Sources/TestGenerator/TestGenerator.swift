// TestGenerator
