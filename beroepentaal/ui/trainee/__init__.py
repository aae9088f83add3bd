"""The pages that a trainee meets."""
