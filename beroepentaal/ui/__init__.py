"""Everything on the screen; nothing else imports Qt."""
