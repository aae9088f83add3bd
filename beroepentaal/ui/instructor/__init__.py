"""What an instructor does at the desk: pages for mouse and keyboard, with more on them than a trainee's."""
