"""Who are you: a picture to recognise oneself by, and three choices for who is new."""
