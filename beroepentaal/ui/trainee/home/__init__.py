"""Where a trainee starts: how far, and one big button."""
